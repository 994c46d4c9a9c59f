/** Stable share of [0, 1) for a visitor: FNV-1a with a final avalanche, since FNV alone leaves the high bits of short ids uneven. */
export const shareOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
};

/** The visitor's arm: the same on every visit, for as long as the share stays. */
export const armOf = (visitor: string, holdout: number): 'treatment' | 'holdout' =>
  shareOf(visitor) < holdout ? 'holdout' : 'treatment';

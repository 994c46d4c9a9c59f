/** What a slip of the hand changes first: `cart_total` and `cartTotal` are one name, spelled by two habits. */
const bare = (word: string): string => word.slice(0, 40).replace(/[-_ ]/g, '').toLowerCase();

/** Letters to put in, take out or replace until the one is the other: Levenshtein's distance. */
const distance = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (let i = 0; i < to.length; i++)
      next.push(Math.min((next[i] ?? 0) + 1, (row[i + 1] ?? 0) + 1, (row[i] ?? 0) + +(letter !== to[i])));
    row = next;
  }
  return row[to.length] ?? 0;
};

/** The word that was most likely meant: at most two letters off, in short words one. */
export const nearest = (word: string, words: readonly string[]): string | undefined => {
  let most = Math.min(2, Math.ceil(word.length / 4));
  let found: string | undefined;
  for (const one of words) {
    const off = distance(bare(word), bare(one));
    if (off > most) continue;
    found = one;
    most = off - 1;
  }
  return found;
};

import type { Warn } from './browser/warn';
import type { Offers, Preference, Shown, Visit } from './types';

/**
 * What comes out of storage was written by another version, another tab or somebody's console. It is tried before it is
 * believed: what does not work is named and left out, the rest is kept.
 */
const sound = <T>(raw: unknown, key: string, warn: Warn, works: (kept: T) => unknown): T | undefined => {
  if (raw === undefined) return;
  try {
    if (works(raw as T)) return raw as T;
  } catch {}
  warn(`IndexedDB waver/${key} is corrupt, unused`);
};

const areTimes = (all: readonly { at: number }[]) => all.every(({ at }) => Number.isFinite(at));

export const readVisit = (raw: unknown, warn: Warn) =>
  sound<Visit>(
    raw,
    'visit',
    warn,
    ({ id, visitor, at, cartAt, stage, moments, orders, forecasts, detectors }) =>
      id &&
      visitor &&
      Number.isFinite(at + cartAt + stage) &&
      [moments, orders, forecasts].every(areTimes) &&
      detectors,
  );

export const readAttention = (raw: unknown, warn: Warn): { history: readonly Shown[]; offers: Offers } =>
  sound<{ history: Shown[]; offers: Offers }>(
    raw,
    'attention',
    warn,
    ({ history, offers }) => areTimes(history) && Object.values(offers).every(({ endsAt }) => Number.isFinite(endsAt)),
  ) ?? { history: [], offers: {} };

/** One answer that is corrupt does not cost the others. */
export const readPreferences = (raw: unknown, warn: Warn): Record<string, Preference> => {
  const all = sound<Record<string, unknown>>(raw, 'preferences', warn, (kept) => typeof kept === 'object') ?? {};
  const works = ({ value, expiresAt }: Preference) =>
    (Array.isArray(value) || /^(str|num)/.test(typeof value)) && Number.isFinite(expiresAt);
  const good = Object.entries(all).filter(([key, one]) => sound(one, `preferences.${key}`, warn, works));
  return Object.fromEntries(good) as Record<string, Preference>;
};

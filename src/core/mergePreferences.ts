import type { Preference } from '../types';

type Kept = Readonly<Record<string, Preference>>;
type Past = Preference['history'][number];
type Sharing = NonNullable<Preference['shared']>[number];

/** Earlier answers that are kept: enough to see how a taste changed. */
export const MOST_PAST = 10;

const pastKey = ({ value, givenAt }: Past): string => JSON.stringify([givenAt, value]);

/** The later answer; of two given at once, the first. The other is one of the earlier answers now. */
const mergeAnswers = (first: Preference, second: Preference): Preference => {
  const [later, other] = second.givenAt > first.givenAt ? [second, first] : [first, second];
  const all = [...first.history, ...second.history, { value: other.value, givenAt: other.givenAt }];
  const history = [...new Map(all.map((past) => [pastKey(past), past]))]
    .filter(([key]) => key !== pastKey(later))
    // By their keys where they were given at once: the order must not hang on who is merged into whom.
    .sort(([a, one], [b, two]) => one.givenAt - two.givenAt || (a < b ? -1 : 1))
    .map(([, past]) => past)
    .slice(-MOST_PAST);
  const order = (a: Sharing, b: Sharing) => a.at - b.at || (a.with < b.with ? -1 : 1);
  const sharings = [...(first.shared ?? []), ...(second.shared ?? [])].sort(order);
  const shared = [...new Map(sharings.map((one) => [one.with, one])).values()].sort(order);
  return {
    ...later,
    history,
    ...(shared.length && { shared }),
  };
};

/** Answers of two tabs or devices, put together: the later one holds. Those that have ended at `at` are left out. */
export const mergePreferences = (mine: Kept, theirs: Kept, at: number): Record<string, Preference> => {
  const merged = new Map<string, Preference>();
  for (const one of [...Object.values(mine), ...Object.values(theirs)]) {
    if (one.expiresAt <= at) continue;
    const before = merged.get(one.key);
    merged.set(one.key, before ? mergeAnswers(before, one) : one);
  }
  return Object.fromEntries(merged);
};

import { isObject } from './isObject';
import { sayWrong } from './sayWrong';

const KINDS: readonly unknown[] = ['points', 'code', 'free-shipping', 'gift'];
/** Ways to let a deadline begin anew. Shoppers are told when an offer ends: it ends then. */
const RESTARTS = /^(restarts?|resets?|repeats?|renews?|extends?|loops?|rolling|evergreen|per-?(visit|page|session))$/i;
/** As with `data-points`: nine digits. */
const MOST_POINTS = 999_999_999;
const DURATION = /^\d{1,6}[smhd]$/;
const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** Judgement: in less nobody has read it; over more, browsers delete what was kept, and with it the deadline. */
const LEAST_MS = 60_000;
const MOST_MS = 30 * 86_400_000;
const ADDRESS = /^(https?:\/\/[^\s/]|\.{0,2}\/(?![/\\]))\S{0,500}$/;

const msOf = (lasts: unknown): number =>
  typeof lasts === 'string' && DURATION.test(lasts)
    ? Number.parseInt(lasts, 10) * (UNIT_MS[lasts.slice(-1)] ?? 0)
    : typeof lasts === 'number'
      ? lasts
      : Number.NaN;

/**
 * All that is wrong with a shop's incentive as it came from its page: each with where it stands, what stands there and what
 * should. What could not be kept as it is shown is refused: no deadline, one that begins anew, nothing to claim it from.
 * `lasts` may still be text, `20m`. Fields it does not know are let be.
 */
export const checkIncentive = (raw: unknown, path: string): readonly string[] => {
  if (!isObject(raw)) return [sayWrong(path, raw, 'an object')];
  const flaws: string[] = [];
  const need = (isFine: boolean, field: string, value: unknown, expected: string): boolean => {
    if (!isFine) flaws.push(sayWrong(`${path}.${field}`, value, expected));
    return isFine;
  };
  const isWhole = (value: unknown, most: number): value is number =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

  const { kind, amount, lasts, claim, costEach, marginFloor } = raw;
  need(KINDS.includes(kind), 'kind', kind, `one of ${KINDS.join(', ')}`);

  const points = `whole points, 1 to ${MOST_POINTS}`;
  if (kind !== 'points') need(amount === undefined, 'amount', amount, 'none with this kind: only points are counted');
  else if (!Array.isArray(amount)) need(isWhole(amount, MOST_POINTS), 'amount', amount, `${points}, or [least, most]`);
  else if (need(amount.length === 2, 'amount', amount, '[least, most]')) {
    const fine = amount.map((one, at) => need(isWhole(one, MOST_POINTS), `amount[${at}]`, one, points));
    if (fine.every(Boolean))
      need(amount[0] <= amount[1], 'amount[1]', amount[1], `no less than the least, ${amount[0]}`);
  }

  const ms = msOf(lasts);
  const isSpan = ms >= LEAST_MS && ms <= MOST_MS;
  need(
    isSpan,
    'lasts',
    lasts,
    'a time from the first showing on, 1m to 30d: an offer without a deadline is never over',
  );
  for (const [field, value] of Object.entries(raw))
    if (RESTARTS.test(field)) need(false, field, value, 'nothing: a deadline is set once and never begins anew');

  const isClaim = typeof claim === 'string' && (!claim || ADDRESS.test(claim));
  need(
    isClaim,
    'claim',
    claim,
    'an address that begins with https:// or /, or "" for the callback: who promises must give',
  );

  const isCost = (value: unknown) => typeof value === 'number' && value > 0 && value <= MOST_POINTS;
  if (costEach !== undefined) need(isCost(costEach), 'costEach', costEach, 'money, more than 0');
  if (marginFloor !== undefined) {
    const isShare = typeof marginFloor === 'number' && marginFloor > 0 && marginFloor <= 1;
    need(isShare, 'marginFloor', marginFloor, 'a share of the cart, more than 0 and at most 1');
    need(costEach !== undefined, 'costEach', costEach, 'money: marginFloor is measured by it');
  }
  for (const field of ['perDay', 'perShopper'])
    if (raw[field] !== undefined) need(isWhole(raw[field], 1000), field, raw[field], 'a whole number, 1 to 1000');
  return flaws;
};

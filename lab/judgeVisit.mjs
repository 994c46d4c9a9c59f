/** A popup was seen, or decided: what the visitor did then says nothing of a visit without one. */
const SHOWN = ['shown', 'accepted', 'dismissed', 'answered', 'expired', 'failed'];

/**
 * A visit of which nothing was told for so long before the log ends is over: it may rest for half an hour, and even one
 * that goes on unnoticed for a while will hardly end in an order after that (judgement).
 */
const OVER_MS = 3 * 3600e3;

const isPopup = ({ type, show, outcome }) =>
  type === 'decision' ? show === true : type === 'outcome' && SHOWN.includes(outcome);
const isHeldOut = ({ type, hold, outcome }) =>
  type === 'decision' ? hold === 'holdout' : type === 'outcome' && outcome === 'withheld';
const isPurchase = ({ type, outcome }) => type === 'purchase' || (type === 'outcome' && outcome === 'purchased');
const isChurn = ({ type, outcome }) => type === 'outcome' && outcome === 'churned';

/** Past orders are only known where something is kept. Elsewhere each page is a visit of its own, and never ends. */
const isKept = ({ evidence }) => evidence?.['past-orders'] !== undefined;

/**
 * What the records of one visit, in the order of time, say of it: why it is left out, or its scores, how it ended, and the
 * probability of having seen no popup. `until`: when the log ends.
 *
 * `churned` is only told when the shopper is seen again. If no other visits counted, those who never come back would be
 * missing, but none of those who bought.
 */
export const judgeVisit = (records, until) => {
  const last = records[records.length - 1].at;
  const bought = records.find(isPurchase)?.at;
  const told = bought ?? records.find(isChurn)?.at;
  const end = told ?? (until - last >= OVER_MS && records.some(isKept) ? last : undefined);
  const scores = records.filter(({ type, at }) => type === 'score' && at <= end);
  const known = scores.filter(({ evidence }) => evidence);
  const held = records.filter(isHeldOut);
  const why = [
    [end === undefined, 'without a known end'],
    [records.some(isPopup), 'with a popup'],
    [
      held.length > 0 && !held.some(({ type }) => type === 'decision'),
      'withheld, without the decision that says how likely that was',
    ],
    [!scores.length, 'without a score before their end'],
    [!known.length, 'with scores but without their evidence'],
  ].find(([is]) => is)?.[1];
  return {
    why,
    bought: bought !== undefined,
    isTold: told !== undefined,
    isHeld: held.length > 0,
    // The arm is the visitor's: withheld twice in a visit is one and the same draw.
    propensity: Math.min(1, ...held.map((one) => one.propensity ?? 1)),
    scores: known,
    unknown: scores.length - known.length,
  };
};

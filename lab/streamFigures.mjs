import { scoreFolds, spread } from './crossValidate.mjs';
import { splitsOf } from './folds.mjs';
import { auc, ece, logLoss } from './metrics.mjs';
import { toChurn } from './score.mjs';

/** Events after the first `from` at which the ranking is measured: the earlier, the more can still be done. */
const STEPS = [0, 2, 4, 8];
/** And by the seconds left to the last row of the session: from, and below. */
const LEFT = [
  [0, 1],
  [1, 60],
  [60, 300],
  [300, Number.POSITIVE_INFINITY],
];

const partsOf = (from) => [
  ...STEPS.map((step) => ({
    what: step ? `${step} events later` : `at ${from}`,
    has: (prefix) => prefix.step === step,
  })),
  { what: 'all rows', has: (_prefix) => true },
  ...LEFT.map(([least, most]) => ({
    what: most === Number.POSITIVE_INFINITY ? `${least} s or more left` : `${least} to ${most} s left`,
    has: ({ left }) => left >= least && left < most,
  })),
];

/** Rows of the first two thirds of the sessions by their beginning, and of the others. */
const thirdsOf = (prefixes) => {
  const begun = new Map();
  for (const { session, at } of prefixes) begun.set(session, Math.min(at, begun.get(session) ?? at));
  const cut = [...begun.values()].sort((a, b) => a - b)[Math.floor((begun.size * 2) / 3)];
  const rows = Array.from(prefixes.keys());
  const isEarly = (row) => begun.get(prefixes[row].session) < cut;
  return [rows.filter(isEarly), rows.filter((row) => !isEarly(row))];
};

/** Each session of these rows weighs one. */
const onceEach = (prefixes) => {
  const rows = new Map();
  for (const { session } of prefixes) rows.set(session, (rows.get(session) ?? 0) + 1);
  return Float64Array.from(prefixes, ({ session }) => 1 / rows.get(session));
};

/**
 * How well a model ranks sessions that go on, by how far they have come and how much is left. Whole groups are dealt into
 * folds; means and standard deviations are over all the models, each measured on the fold that it has not seen, without
 * calibration. `auc` counts each session once, `aucOfRows` each row, as tables elsewhere often do. `later` is one model of
 * the first two thirds of the sessions, measured on the last third, in which shoppers may come back: what time does to it.
 */
export const streamFigures = (prefixes, frame, churn, { from, seed, folds = 5, repeats = 5, settingsOf, tell }) => {
  const weights = Float64Array.from(prefixes, ({ weight }) => weight);
  const groups = prefixes.map(({ group }) => group);
  const splits = splitsOf(churn, folds, repeats, seed, groups, weights);
  const scored = scoreFolds(frame, churn, [...splits, thirdsOf(prefixes)], { weights, settingsOf, tell }).map(
    ({ test, logits }) =>
      test.map((row, i) => ({ ...prefixes[row], bought: 1 - churn[row], p: 1 - toChurn(logits[i]) })),
  );
  const [later] = scored.splice(-1);
  const measureOn = (fold, measure, has) => {
    const rows = fold.filter(has);
    return measure(
      rows.map(({ bought }) => bought),
      rows.map(({ p }) => p),
      onceEach(rows),
    );
  };
  const over = (measure, has = (_prefix) => true) => {
    const values = scored.map((fold) => measureOn(fold, measure, has));
    // A fold with one outcome alone in such a part has no ranking.
    return spread(values.filter((value) => !Number.isNaN(value)));
  };
  const byRow = (truth, p) => auc(truth, p);
  const parts = partsOf(from).map(({ what, has }) => {
    const rows = prefixes.filter(has);
    return {
      what,
      sessions: new Set(rows.map(({ session }) => session)).size,
      rows: rows.length,
      auc: over(auc, has),
      aucOfRows: over(byRow, has),
      later: measureOn(later, auc, has),
    };
  });
  return { parts, logLoss: over(logLoss), ece: over(ece), models: splits.length };
};

import { choosePairs } from './choosePairs.mjs';
import { designOf, logitsOf } from './design.mjs';
import { fitMonotone } from './fitMonotone.mjs';
import { settingsFor } from './settings.mjs';
import { termsOf } from './terms.mjs';
import { toTables } from './toTables.mjs';
import { evenly, totalOf } from './weights.mjs';

/**
 * Tables for the given rows: one a feature first, then joint ones for the pairs that these miss most. A feature in
 * `monotone` may only raise ("up") or only lower churn as it grows; it joins no pair, which could undo that.
 * @param {ReturnType<typeof settingsFor>} [chosen] for as many sessions as the rows weigh, unless told
 * @param {ArrayLike<number>} [weights] how many rows each row of the frame counts as
 */
export const fitTables = (frame, churn, all, chosen, weights = evenly(frame.rows)) => {
  const rows = all.filter((row) => weights[row] > 0);
  const weighed = Float64Array.from(rows, (row) => weights[row]);
  const settings = chosen ?? settingsFor(totalOf(weighed));
  const { monotone } = settings;
  const truth = Uint8Array.from(rows, (row) => churn[row]);
  const terms = termsOf(frame, rows, settings, weighed);
  const isBound = ({ name, fine }) => Object.hasOwn(monotone, name) && fine.edges !== undefined;
  const fitWith = (design, start) => {
    const chains = terms.flatMap((term, t) =>
      isBound(term)
        ? [{ start: design.starts[t], count: term.fine.count, sign: monotone[term.name] === 'up' ? 1 : -1 }]
        : [],
    );
    return fitMonotone(design, truth, chains, start, weighed);
  };
  let pairs = [];
  let design = designOf(terms, pairs, settings);
  let beta = fitWith(design);
  if (settings.pairs) {
    const logits = logitsOf(beta, design, rows.length);
    pairs = choosePairs(terms, truth, logits, settings, (term) => !isBound(term), weighed);
    design = designOf(terms, pairs, settings);
    beta = fitWith(design, beta);
  }
  return toTables(terms, pairs, design.starts, beta, weighed);
};

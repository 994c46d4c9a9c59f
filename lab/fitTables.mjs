import { choosePairs } from './choosePairs.mjs';
import { designOf, logitsOf } from './design.mjs';
import { fitMonotone } from './fitMonotone.mjs';
import { settingsFor } from './settings.mjs';
import { termsOf } from './terms.mjs';
import { toTables } from './toTables.mjs';

/**
 * Tables for the given rows: one a feature first, then joint ones for the pairs that these miss most. A feature in
 * `monotone` may only raise ("up") or only lower churn as it grows; it joins no pair, which could undo that.
 * @param {ReturnType<typeof settingsFor>} [settings]
 */
export const fitTables = (frame, churn, rows, settings = settingsFor(rows.length)) => {
  const { monotone } = settings;
  const truth = Uint8Array.from(rows, (row) => churn[row]);
  const terms = termsOf(frame, rows, settings);
  const isBound = ({ name, fine }) => Object.hasOwn(monotone, name) && fine.edges !== undefined;
  const fitWith = (design, start) => {
    const chains = terms.flatMap((term, t) =>
      isBound(term)
        ? [{ start: design.starts[t], count: term.fine.count, sign: monotone[term.name] === 'up' ? 1 : -1 }]
        : [],
    );
    return fitMonotone(design, truth, chains, start);
  };
  let pairs = [];
  let design = designOf(terms, pairs, settings);
  let beta = fitWith(design);
  if (settings.pairs) {
    const logits = logitsOf(beta, design, rows.length);
    pairs = choosePairs(terms, truth, logits, settings, (term) => !isBound(term));
    design = designOf(terms, pairs, settings);
    beta = fitWith(design, beta);
  }
  return toTables(terms, pairs, design.starts, beta);
};

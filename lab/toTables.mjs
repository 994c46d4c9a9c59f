const short = (weight) => Math.round(weight * 100) / 100 || 0;

/** Pairs have many cells, each a small part: steps of 0.05 pack better and cost nothing that can be measured. */
const coarseShort = (weight) => Math.round(weight * 20) / 20 || 0;

/** What the rows in each cell weigh. */
const count = (bin, size, weights) => {
  const rows = new Float64Array(size);
  bin.forEach((at, row) => {
    rows[at] += weights[row];
  });
  return rows;
};

const mean = (weights, rows) => {
  let sum = 0;
  let all = 0;
  weights.forEach((weight, i) => {
    sum += weight * rows[i];
    all += rows[i];
  });
  return all ? sum / all : 0;
};

/** Where a coarse bin of a pair lies in the feature's own, finer table. */
const coarseOf = ({ fine, coarse }, bin) => {
  if (bin === fine.count) return coarse.count;
  if (!fine.edges) return bin;
  // The bin from the last coarse edge at or below its own lower edge.
  return bin === 0 ? 0 : coarse.edges.filter((edge) => edge <= fine.edges[bin - 1]).length;
};

/** Takes from a pair's table what belongs to one of its features alone, and gives it to that feature's own table. */
const purify = (pair, term, main, along, other, cell) => {
  for (let bin = 0; bin <= along; bin++) {
    const cells = Array.from({ length: other + 1 }, (_, j) => cell(bin, j));
    const share = mean(
      cells.map((at) => pair.weights[at]),
      cells.map((at) => pair.rows[at]),
    );
    for (const at of cells) pair.weights[at] -= share;
    for (let fine = 0; fine <= term.fine.count; fine++) if (coarseOf(term, fine) === bin) main[fine] += share;
  }
};

const sideOf = ({ coarse }) => (coarse.edges ? { edges: coarse.edges } : { levels: coarse.levels });

/**
 * Parameters as the scorecard of a model file. Every table is centred on the training rows, so that 0 stands for the
 * average visit and a value nobody has seen, missing ones included, moves nothing.
 */
export const toTables = (terms, pairs, starts, beta, weights) => {
  let intercept = beta[0];
  const mains = terms.map(({ fine }, t) => Array.from(beta.slice(starts[t], starts[t] + fine.count + 1)));
  const joint = pairs.map(([a, b], p) => {
    const [one, two] = [terms[a], terms[b]];
    const width = two.coarse.count + 1;
    const size = (one.coarse.count + 1) * width;
    const start = starts[terms.length + p];
    const bin = one.coarse.bin.map((i, row) => i * width + two.coarse.bin[row]);
    const pair = { weights: Array.from(beta.slice(start, start + size)), rows: count(bin, size, weights) };
    for (let round = 0; round < 20; round++) {
      purify(pair, one, mains[a], one.coarse.count, two.coarse.count, (i, j) => i * width + j);
      purify(pair, two, mains[b], two.coarse.count, one.coarse.count, (j, i) => i * width + j);
    }
    // What no row has shown: 0, the average, rather than what smoothing left there.
    const cells = Array.from({ length: one.coarse.count + 1 }, (_, i) =>
      Array.from({ length: width }, (_, j) => {
        const unseen = (i === one.coarse.count || j === two.coarse.count) && !pair.rows[i * width + j];
        return unseen ? 0 : coarseShort(pair.weights[i * width + j]);
      }),
    );
    return { features: [one.name, two.name], sides: [sideOf(one), sideOf(two)], weights: cells };
  });
  /** @type {Record<string, { edges: number[], weights: number[], missing?: number } | { levels: Record<string, number>, missing?: number }>} */
  const tables = {};
  terms.forEach(({ name, fine }, t) => {
    const rows = count(fine.bin, fine.count + 1, weights);
    const average = mean(mains[t], rows);
    intercept += average;
    const steps = mains[t].map((weight) => short(weight - average));
    const missing = rows[fine.count] && steps[fine.count] ? { missing: steps[fine.count] } : {};
    tables[name] = fine.edges
      ? { edges: fine.edges, weights: steps.slice(0, fine.count), ...missing }
      : { levels: Object.fromEntries(fine.levels.map((level, i) => [level, steps[i]])), ...missing };
  });
  return { intercept: Math.round(intercept * 1000) / 1000, tables, ...(joint.length ? { pairs: joint } : {}) };
};

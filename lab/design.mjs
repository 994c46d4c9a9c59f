/**
 * The model as parameters: where each table begins, which parameter a row switches on in it, and the penalties: ridge on
 * every weight, smoothing on each step between neighbouring bins. A penalty is [a, b, λ], for λ(β(a) − β(b))², with
 * b = −1 for λβ(a)².
 * @returns {{ size: number, columns: Int32Array[], penalty: [number, number, number][], starts: number[] }}
 */
export const designOf = (terms, pairs, settings) => {
  const { ridge, ridges, smooth, pairRidge, pairSmooth, zeroPairSmooth } = settings;
  const columns = [];
  const starts = [];
  const penalty = [];
  let size = 1;
  for (const { name, fine } of terms) {
    const start = size;
    const own = Object.hasOwn(ridges, name) ? ridges[name] : ridge;
    starts.push(start);
    columns.push(fine.bin.map((bin) => start + bin));
    size += fine.count + 1;
    for (let bin = 0; bin <= fine.count; bin++) penalty.push([start + bin, -1, own]);
    if (fine.edges) for (let bin = 1; bin < fine.count; bin++) penalty.push([start + bin, start + bin - 1, smooth]);
  }
  const step = (side, bin) => {
    if (!side.edges || bin === 0 || bin >= side.count) return 0;
    return side.zero && bin === 1 ? zeroPairSmooth : pairSmooth;
  };
  for (const [a, b] of pairs) {
    const one = terms[a].coarse;
    const two = terms[b].coarse;
    const start = size;
    const width = two.count + 1;
    starts.push(start);
    columns.push(one.bin.map((bin, row) => start + bin * width + two.bin[row]));
    size += (one.count + 1) * width;
    for (let i = 0; i <= one.count; i++)
      for (let j = 0; j <= two.count; j++) {
        const at = start + i * width + j;
        penalty.push([at, -1, pairRidge]);
        if (step(one, i)) penalty.push([at, at - width, step(one, i)]);
        if (step(two, j)) penalty.push([at, at - 1, step(two, j)]);
      }
  }
  return { size, columns, penalty, starts };
};

/** Log-odds of the rows the design was made of. */
export const logitsOf = (beta, { columns }, rows) => {
  const logits = new Float64Array(rows).fill(beta[0]);
  for (const column of columns) for (let i = 0; i < rows; i++) logits[i] += beta[column[i]];
  return logits;
};

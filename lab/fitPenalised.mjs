import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { evenly, totalOf } from './weights.mjs';

/** Newton's method needs 5 to 8; more only when it does not settle. */
const STEPS = 25;
/** A hundredth of what rounding takes away. */
const ENOUGH = 1e-4;

/** What rounding may make of a step that changes nothing. */
const ROUNDING = 1e-9;

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** Negative log-likelihood and penalties. */
const misfitOf = (beta, { columns, penalty }, truth, weights) => {
  let sum = 0;
  for (let i = 0; i < truth.length; i++) {
    let logit = beta[0];
    for (const column of columns) logit += beta[column[i]];
    const wrong = truth[i] ? -logit : logit;
    sum += weights[i] * (Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))));
  }
  for (const [a, b, strength] of penalty) sum += (strength / 2) * (beta[a] - (b < 0 ? 0 : beta[b])) ** 2;
  return sum;
};

/**
 * Penalised logistic regression on indicators, by Newton's method, each step halved until it leads downhill. Every row switches on one parameter of each term, so
 * the rows come as columns of indices. Parameter 0 is the intercept and has no penalty.
 * @param {{ size: number, columns: Int32Array[], penalty: [number, number, number][] }} design
 * @param {ArrayLike<number>} truth
 * @param {Float64Array} [start] a first guess for the first parameters
 * @param {ArrayLike<number>} [weights] how many rows each row counts as
 * @returns {Float64Array}
 */
export const fitPenalised = (design, truth, start, weights = evenly(truth.length)) => {
  const { size, columns, penalty } = design;
  const n = truth.length;
  const terms = columns.length;
  const beta = new Float64Array(size);
  let ones = 0;
  for (let i = 0; i < n; i++) ones += weights[i] * truth[i];
  beta[0] = Math.log((ones + 0.5) / (totalOf(weights) - ones + 0.5));
  if (start) beta.set(start);
  let least = misfitOf(beta, design, truth, weights);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (let i = 0; i < n; i++) {
      let logit = beta[0];
      for (let t = 0; t < terms; t++) logit += beta[columns[t][i]];
      const p = sigmoid(logit);
      const slack = weights[i] * (truth[i] - p);
      const weight = weights[i] * Math.max(p * (1 - p), 1e-6);
      gradient[0] += slack;
      hessian[0][0] += weight;
      for (let t = 0; t < terms; t++) {
        const at = columns[t][i];
        const row = hessian[at];
        gradient[at] += slack;
        row[0] += weight;
        for (let u = 0; u <= t; u++) row[columns[u][i]] += weight;
      }
    }
    // Each penalty is λ·β(a)² or, between neighbours, λ·(β(a) − β(b))².
    for (const [a, b, strength] of penalty) {
      const difference = beta[a] - (b < 0 ? 0 : beta[b]);
      gradient[a] -= strength * difference;
      hessian[a][a] += strength;
      if (b < 0) continue;
      gradient[b] += strength * difference;
      hessian[b][b] += strength;
      hessian[Math.max(a, b)][Math.min(a, b)] -= strength;
    }
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) hessian[b][a] = hessian[a][b];
    const move = new CholeskyDecomposition(new Matrix(hessian)).solve(Matrix.columnVector(gradient)).to1DArray();
    const before = Float64Array.from(beta);
    let length = 1;
    let misfit = least;
    do {
      for (let a = 0; a < size; a++) beta[a] = before[a] + length * move[a];
      misfit = misfitOf(beta, design, truth, weights);
      length /= 2;
    } while (misfit > least + ROUNDING * Math.abs(least) && length > ENOUGH);
    least = misfit;
    if (Math.max(...move.map(Math.abs)) < ENOUGH) break;
  }
  return beta;
};

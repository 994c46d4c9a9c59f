/** Share of the standard normal distribution below `z` for z ≥ 0, by Marsaglia's series (Journal of Statistical Software, 2004). */
const shareBelow = (z: number): number => {
  let term = z;
  let sum = 0;
  for (let odd = 1; term > sum * 1e-17; odd += 2, term *= z ** 2 / odd) sum += term;
  return 0.5 + (sum * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI);
};

/** Standard deviations below which this share of the normal distribution lies, found by halving; within 8 to either side. */
export const normalQuantile = (share: number): number => {
  if (share < 0.5) return -normalQuantile(1 - share);
  let [least, most] = [0, 8];
  for (let i = 0; i < 50; i++) {
    const middle = (least + most) / 2;
    if (shareBelow(middle) < share) least = middle;
    else most = middle;
  }
  return least;
};

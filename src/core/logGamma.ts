/** Logarithm of the gamma function for x > 0: Stirling's series from 10 on, where three terms leave an error below 1e-10; below it by recurrence. */
export const logGamma = (x: number): number => {
  let lower = 1;
  let from = x;
  for (; from < 10; from++) lower *= from;
  const inverse = 1 / from ** 2;
  const series = (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / from;
  return (from - 0.5) * Math.log(from) - from + Math.log(2 * Math.PI) / 2 + series - Math.log(lower);
};

/**
 * Spread of the logarithms of ratios that are looked for: the sequence is tightest where it reaches about 11 % to either
 * side, and little wider elsewhere. Any spread will do that is fixed before the data is seen. 0.1 is judgement: lifts worth
 * finding are of a few to some tens of percent.
 */
const SPREAD = 0.1;

/**
 * How far an always-valid confidence sequence reaches to either side of the logarithm of a ratio that was estimated with
 * this variance. With 1 − `alpha` the truth is within reach at all times together, so it may be looked at after every
 * visitor and stopped at will. Robbins' normal mixture (1970) with the estimated variance in place of the known one, after
 * Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, "Time-uniform central limit theory and asymptotic confidence sequences"
 * (Annals of Statistics, 2024); as a test it is the mixture SPRT of Johari et al., "Always valid inference" (Operations
 * Research, 2022). Asymptotic: it holds once the means are near normal, not for a handful of conversions.
 */
export const reachOf = (variance: number, alpha: number): number => {
  const wider = 1 + variance / SPREAD ** 2;
  return Math.sqrt(variance * wider * (Math.log(wider / (wider - 1)) - 2 * Math.log(alpha)));
};

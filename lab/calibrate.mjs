import { evenly } from './weights.mjs';

/** As if so many rows had already agreed with the model as it is: keeps few rows from bending it. */
const CAUTION = 10;

/**
 * Platt's slope and offset: a logistic regression of what happened on log-odds that the model gave rows it had not been
 * trained on, by Newton's method. Slope 1 and offset 0 say that it was calibrated already.
 * @param {ArrayLike<number>} [weights]
 */
export const calibrate = (churn, logits, weights = evenly(logits.length)) => {
  const misfit = (slope, offset) => {
    let sum = (CAUTION / 2) * ((1 - slope) ** 2 + offset ** 2);
    for (let i = 0; i < logits.length; i++) {
      const wrong = (churn[i] ? -1 : 1) * (slope * logits[i] + offset);
      sum += weights[i] * (Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))));
    }
    return sum;
  };
  let slope = 1;
  let offset = 0;
  let least = misfit(slope, offset);
  for (let step = 0; step < 50; step++) {
    let [gs, go, ss, so, oo] = [CAUTION * (1 - slope), -CAUTION * offset, CAUTION, 0, CAUTION];
    for (let i = 0; i < logits.length; i++) {
      const p = 1 / (1 + Math.exp(-(slope * logits[i] + offset)));
      const slack = weights[i] * (churn[i] - p);
      const weight = weights[i] * p * (1 - p);
      gs += slack * logits[i];
      go += slack;
      ss += weight * logits[i] ** 2;
      so += weight * logits[i];
      oo += weight;
    }
    const determinant = ss * oo - so * so;
    let moveSlope = (oo * gs - so * go) / determinant;
    let moveOffset = (ss * go - so * gs) / determinant;
    // A model that was far too sure sends the full step to the other side of the valley and beyond.
    while (
      misfit(slope + moveSlope, offset + moveOffset) > least &&
      Math.abs(moveSlope) + Math.abs(moveOffset) > 1e-9
    ) {
      moveSlope /= 2;
      moveOffset /= 2;
    }
    slope += moveSlope;
    offset += moveOffset;
    least = misfit(slope, offset);
    if (Math.abs(moveSlope) + Math.abs(moveOffset) < 1e-9) break;
  }
  const short = (x) => Math.round(x * 1000) / 1000 || 0;
  return { slope: short(slope), offset: short(offset) };
};

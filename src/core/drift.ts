/** The last touch on a model's log-odds: `slope · logit + offset`. */
export interface Drift {
  readonly slope: number;
  readonly offset: number;
}

export const NO_DRIFT: Drift = { slope: 1, offset: 0 };

/** As far as a few visits on one device may move a model: half to double as sure, odds by a factor of e. Judgement. */
const SLOPE = [0.5, 2] as const;
const OFFSET = 1;
/** One visit moves the offset by at most this, so fifty of the same kind go halfway. Judgement. */
const RATE = 0.02;
/** How fast it comes home when outcomes are as foretold: one part in a hundred each visit. Judgement. */
const HOME = 0.01;
/** A logit beyond this says no more than this: 98 %. */
const FAR = 4;

const within = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/**
 * Platt scaling, one visit at a time: a step down the log loss of what was foretold (`logit`, before drift) and what came,
 * and a step home. Bounded twice, by the step and by the walls; what is no number teaches nothing.
 */
export const learnDrift = ({ slope, offset }: Drift, logit: number, churned: boolean): Drift => {
  if (!Number.isFinite(logit)) return { slope, offset };
  const sure = within(logit, -FAR, FAR);
  const error = +churned - 1 / (1 + Math.exp(-(slope * sure + offset)));
  return {
    slope: within(slope + (RATE * error * sure) / FAR + HOME * (1 - slope), ...SLOPE),
    offset: within(offset + RATE * error - HOME * offset, -OFFSET, OFFSET),
  };
};

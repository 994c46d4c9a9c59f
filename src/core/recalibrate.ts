import type { Forecast, Model, Visit } from '../types';

/** Visits looked back on: of these it is known what was shown in them, since more popups are kept. */
const VISITS = 25;
/**
 * How firmly 1 and 0 are believed in: as 40 visits that bore them out would have it. 25 visits that all end in a purchase
 * where one in two was foretold move the offset by 0.8, five by 0.2 (judgement).
 */
const CAUTION = 10;
/** Slopes and offsets that are tried, and the only ones there are: whatever happened, it moves no further. */
const SLOPES = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4];
const OFFSETS = Array.from({ length: 21 }, (_, i) => (i - 10) / 10);

/**
 * Forecasts of visits that are over, and whether it came as foretold; those that a popup has meddled with are left out. Where
 * no order was ever seen, none may be visible at all (some shop systems' checkouts run no script): then nothing is learned.
 */
const outcomesOf = ({ id, forecasts, history, orders }: Visit, model: string): [logit: number, churned: boolean][] => {
  const meddled = ({ visit }: Forecast) =>
    history.some((shown) => shown.visit === visit && shown.outcome !== 'withheld');
  if (!orders.length) return [];
  return forecasts
    .filter((forecast) => forecast.visit !== id && forecast.model === model && !meddled(forecast))
    .slice(-VISITS)
    .map(({ visit, logit }) => [logit, !orders.some((order) => order.visit === visit)]);
};

/**
 * Platt's slope and offset from how this shopper's earlier visits ended against what was foretold of them: the likeliest of
 * a small grid, with a preference for 1 and 0. Always worked out anew from the same few visits, so nothing adds up.
 */
export const driftOf = (visit: Visit, model: string): { slope: number; offset: number } => {
  const outcomes = outcomesOf(visit, model);
  let best = { slope: 1, offset: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const slope of outcomes.length ? SLOPES : [])
    for (const offset of OFFSETS) {
      let misfit = (CAUTION / 2) * ((slope - 1) ** 2 + offset ** 2);
      for (const [logit, churned] of outcomes) {
        const wrong = slope * logit + offset;
        misfit += Math.log1p(Math.exp(churned ? -wrong : wrong));
      }
      if (misfit >= least) continue;
      least = misfit;
      best = { slope, offset };
    }
  return best;
};

/** The model as this device has found it to be: the same where nothing speaks against it. */
export const recalibrate = (model: Model, visit: Visit): Model => {
  const { slope, offset } = driftOf(visit, model.name);
  if (slope === 1 && !offset) return model;
  const { slope: own = 1, offset: shift = 0 } = model.churn.calibration ?? {};
  const calibration = { slope: slope * own, offset: slope * shift + offset };
  return { ...model, churn: { ...model.churn, calibration } };
};

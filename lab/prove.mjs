import { core } from './core.mjs';

const ALPHA = 0.05;
/** For such relative lifts it is said how many visitors they take. */
const LIFTS = [0.05, 0.1, 0.2, 0.3];
/** A share that so few orders tell of is no base to plan on. */
const ENOUGH = 10;
const DAY_MS = 864e5;

const sumOf = ({ treatment, holdout }) => ({
  visitors: treatment.visitors + holdout.visitors,
  conversions: treatment.conversions + holdout.conversions,
});

/** The larger first. */
const bySize = ([a, m], [b, n]) => sumOf(n).visitors - sumOf(m).visitors || (a < b ? -1 : 1);

/** Of each experiment, the other variants against the one that most visitors drew: those who saw the popups of each. */
const rivalsOf = (experiments) =>
  [...experiments].flatMap(([experiment, variants]) => {
    const [[base, most], ...others] = [...variants].sort(bySize);
    return others.map(([variant, counts]) => [
      `${experiment}: ${variant} against ${base}`,
      { treatment: counts.treatment, holdout: most.treatment },
    ]);
  });

const variantsOf = (experiments) =>
  [...experiments].flatMap(([experiment, variants]) =>
    [...variants].map(([variant, counts]) => [`${experiment}: ${variant}`, counts]),
  );

/**
 * What the counts prove, by the same statistics as in the browser.
 * @param {ReturnType<typeof import('./countRecords.mjs').countRecords>} counts
 * @param {number} holdout the share that is said to be held out
 */
export const prove = async ({ arms, groups, experiments, start, until }, holdout) => {
  const [{ liftOf }, { sampleRatio }, { sampleSize }] = await Promise.all(
    ['lift', 'sampleRatio', 'sampleSize'].map(core),
  );
  /** Of many looks one is bound to seem right by luck: each is held to a share of the error allowed to all of them. */
  const compare = (found) => {
    const all = [...found].sort(bySize);
    return all.map(([name, counts]) => ({ name, counts, ...liftOf(counts, ALPHA / all.length) }));
  };
  const ratioOf = ({ treatment, holdout: held }) => {
    const counts = [treatment.visitors, held.visitors];
    // Where nobody shall be held out, one who is says that something is wrong.
    return { counts, ...(holdout ? sampleRatio(counts, [1 - holdout, holdout]) : { alarm: counts[1] > 0, pValue: 0 }) };
  };
  const due = sumOf(arms.due);
  const isOfHoldout = arms.due.holdout.conversions >= ENOUGH;
  const base = isOfHoldout ? arms.due.holdout : due;
  const conversion = base.conversions >= ENOUGH ? base.conversions / base.visitors : null;
  const sizeOf = (lift) => {
    const size = sampleSize({ conversion, lift, holdout });
    return size ? { lift, visitors: size.always } : [];
  };
  return {
    due: liftOf(arms.due, ALPHA),
    carts: liftOf(arms.carts, ALPHA),
    alone: liftOf(arms.alone, ALPHA),
    all: liftOf(arms.all, ALPHA),
    groups: {
      intent: compare(groups.intent),
      campaign: compare(groups.campaign),
      variant: compare(variantsOf(experiments)),
      rivals: compare(rivalsOf(experiments)),
    },
    ratios: { due: ratioOf(arms.due), all: ratioOf(arms.all) },
    plan: {
      conversion,
      isOfHoldout,
      visitors: due.visitors,
      perDay: start === null ? 0 : due.visitors / Math.max(1, (until - start) / DAY_MS),
      sizes: conversion === null ? [] : LIFTS.flatMap(sizeOf),
    },
  };
};

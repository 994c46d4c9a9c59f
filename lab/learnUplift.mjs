/**
 * What every campaign starts from, as in `src/core/upliftOf.ts`: of shoppers about to leave for the reason it answers, the
 * share who buy because they saw it. Mean and variance of Beta(6, 94).
 */
const START = { mean: 0.06, variance: (0.06 * 0.94) / 101 };

/**
 * A visit stands for at most so many times what the least of its arm stands for. Else one that was shown what hardly ever
 * is shown would be the whole figure; 20 is judgement.
 */
const STANDS_FOR = 20;

/** Points over which a cut normal distribution is added up, and how many deviations it reaches to either side. */
const POINTS = 4000;
const REACH = 8;

/** Visits of one arm, each weighing 1 / propensity, so that both arms stand for the same shoppers. */
const armOf = (popups) => {
  const least = popups.reduce((least, { propensity }) => Math.min(least, 1 / propensity), Infinity);
  let weight = 0;
  let squares = 0;
  let bought = 0;
  let share = 0;
  for (const popup of popups) {
    const stands = Math.min(1 / popup.propensity, STANDS_FOR * least);
    weight += stands;
    squares += stands ** 2;
    bought += popup.bought ? stands : 0;
    share += stands * popup.share;
  }
  // Visits of equal weight that would say as much; half an order and half a visit without one keep few from being sure.
  const count = weight ** 2 / squares;
  const careful = ((bought / weight) * count + 0.5) / (count + 1);
  return { rate: bought / weight, careful, variance: (careful * (1 - careful)) / count, share: share / weight };
};

/** Mean and variance of a normal distribution of which only what lies from 0 to 1 counts. */
const cut = ({ mean, variance }) => {
  const deviation = Math.sqrt(variance);
  const from = Math.max(0, Math.min(mean, 1) - REACH * deviation);
  const step = (Math.min(1, Math.max(mean, 0) + REACH * deviation) - from) / POINTS;
  const nearest = Math.max(0, Math.min(1, mean));
  let total = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < POINTS; i++) {
    const u = from + (i + 0.5) * step;
    const mass = Math.exp(((nearest - mean) ** 2 - (u - mean) ** 2) / (2 * variance));
    total += mass;
    first += mass * u;
    second += mass * u ** 2;
  }
  return { mean: first / total, variance: second / total - (first / total) ** 2 };
};

/**
 * What these visits say of an uplift, put together with what was thought before: two normal distributions, weighed by how
 * sure each is. The observed one is the difference in orders between shown and withheld, divided by the share of the
 * withheld who left and by how likely the intent was: of those who left for it, the share who would have stayed.
 */
const learn = (popups, { mean, variance }) => {
  const [shown, withheld] = [true, false].map((is) => popups.filter((popup) => popup.shown === is));
  if (!shown.length || !withheld.length) return;
  const [with_, without] = [armOf(shown), armOf(withheld)];
  const scale = (1 - without.careful) * without.share;
  const seen = {
    mean: (with_.rate - without.rate) / scale,
    variance: (with_.variance + without.variance) / scale ** 2,
  };
  const both = 1 / (1 / variance + 1 / seen.variance);
  const count = (some) => ({ visits: some.length, orders: some.filter(({ bought }) => bought).length });
  return {
    ...cut({ mean: both * (mean / variance + seen.mean / seen.variance), variance: both }),
    rests: { shown: count(shown), withheld: count(withheld) },
  };
};

const short = (x) => Number(x.toPrecision(4));
/** The Beta distribution of this mean and variance. */
const betaOf = ({ mean, variance }) => {
  const strength = (mean * (1 - mean)) / variance - 1;
  return [short(mean * strength), short((1 - mean) * strength)];
};

const by = (list, keyOf) => {
  const groups = new Map();
  for (const one of list) {
    const key = keyOf(one);
    if (groups.get(key)?.push(one) === undefined) groups.set(key, [one]);
  }
  return [...groups].sort(([one], [other]) => (`${one}` < `${other}` ? -1 : 1));
};

/**
 * How many shoppers each campaign keeps, by intent, from visits it was shown in and visits it was withheld from. `any` is
 * learned from all of a campaign's visits, beginning with what all campaigns begin with. An intent begins with what the
 * campaign's *other* intents say, and as unsure as if nothing were known: so no visit counts twice.
 *
 * An uplift below 0 cannot be said: a popup that puts shoppers off is taken for one that hardly helps, and what is learned
 * of useless ones is a little too kind.
 * @param {{ campaign: string, intent: string | null, shown: boolean, bought: boolean, propensity: number, share: number }[]} popups
 * @returns {{ uplift: Record<string, Record<string, number[]>>, rests: Record<string, object> } | undefined} `rests`: the
 *   visits and orders behind each; undefined where no campaign was both shown and withheld
 */
export const learnUplift = (popups) => {
  const uplift = {};
  const rests = {};
  for (const [campaign, visits] of by(popups, (popup) => popup.campaign)) {
    const any = learn(visits, START);
    if (!any) continue;
    const learned = by(visits, ({ intent }) => intent).flatMap(([intent, own]) => {
      if (intent === null) return [];
      const others = visits.filter((popup) => popup.intent !== intent);
      const one = learn(own, { ...START, mean: learn(others, START)?.mean ?? START.mean });
      return one ? [[intent, one]] : [];
    });
    const all = [['any', any], ...learned];
    uplift[campaign] = Object.fromEntries(all.map(([intent, one]) => [intent, betaOf(one)]));
    rests[campaign] = Object.fromEntries(all.map(([intent, one]) => [intent, one.rests]));
  }
  return Object.keys(uplift).length ? { uplift, rests } : undefined;
};

import type { Bet } from './betOf';
import { shareOf } from './holdout';

/** Points that all bets share, and how many standard deviations a bet's reach below and above its mean. */
const POINTS = 400;
const BELOW = 6;
const ABOVE = 8;
/** As near as an uplift may come to 0 and to 1, where logarithms end. */
const EDGE = 1e-12;

/** One outcome that a bet may have: what it is worth, and how likely that is. */
interface Atom {
  readonly arm: number;
  readonly worth: number;
  readonly mass: number;
}

/**
 * What the bet is worth, were this its uplift. Who would have bought anyway takes the incentive too; that all of them do is
 * the dearest case.
 */
const worthOf = ({ churn, share, value, cost, attention }: Bet, uplift: number): number => {
  const won = churn * share * uplift;
  return value * won - cost * (1 - churn + won) - attention;
};

/** One of so many bets as outcomes. Equal bets have theirs side by side: none shall win every tie. */
const atomsOf = (bet: Bet, arm: number, bets: number): Atom[] => {
  const [alpha, beta] = bet.uplift;
  const mean = alpha / (alpha + beta);
  const deviation = Math.sqrt((mean * (1 - mean)) / (alpha + beta + 1));
  const least = Math.max(0, mean - BELOW * deviation);
  const points = Math.ceil(POINTS / bets);
  const step = (Math.min(1, mean + ABOVE * deviation) - least) / points;
  const at = (i: number) => least + (i + (arm + 0.5) / bets) * step;
  const uplifts = Array.from({ length: points }, (_, i) => Math.max(EDGE, Math.min(1 - EDGE, at(i))));
  const logs = uplifts.map((u) => (alpha - 1) * Math.log(u) + (beta - 1) * Math.log(1 - u));
  const top = Math.max(...logs);
  const densities = logs.map((log) => Math.exp(log - top));
  const total = densities.reduce((sum, density) => sum + density);
  return densities.map((density, i) => ({ arm, worth: worthOf(bet, uplifts[i] as number), mass: density / total }));
};

/**
 * Thompson sampling (Thompson, "On the likelihood that one unknown probability exceeds another", Biometrika, 1933): each bet
 * is chosen as often as it is the best, by all that is known; nothing, worth 0, is one of them.
 *
 * How often each is the best is worked out, not drawn: each bet's distribution stands in some hundred points, and
 * going through all of them upwards, each adds its mass times the chance that all other bets stay below. So the probability
 * told is the one that is drawn by, and does not depend on the seed; a share counted in a few samples would often be 0 for
 * a bet which other samples do choose, and estimates weighted by 1 / propensity would be off.
 *
 * `propensities`: of each bet, the last of nothing. They add up to 1.
 */
export const choose = (bets: readonly Bet[], seed: number): { chosen: number | null; propensities: number[] } => {
  const nothing = { arm: bets.length, worth: 0, mass: 1 };
  const atoms = [...bets.flatMap((bet, i) => atomsOf(bet, i, bets.length)), nothing];
  const arms = [...bets, nothing].map(() => ({ below: 0, propensity: 0 }));
  for (const { arm, mass } of atoms.sort((one, other) => one.worth - other.worth)) {
    const own = arms[arm] as (typeof arms)[number];
    own.propensity += arms.reduce((product, one) => (one === own ? product : product * one.below), mass);
    own.below += mass;
  }
  let left = shareOf(`${seed}`);
  const chosen = arms.findIndex(({ propensity }) => {
    left -= propensity;
    return left < 0;
  });
  // Rounding may add up to a little more than 1.
  return { chosen: bets[chosen] ? chosen : null, propensities: arms.map(({ propensity }) => Math.min(1, propensity)) };
};

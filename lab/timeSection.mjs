import { drawOverTime } from './drawOverTime.mjs';
import { count, date, percent } from './figures.mjs';
import { paragraph, table } from './htmlOf.mjs';

const over = (time, of, all) =>
  time.series.map((point) => ({ at: point.at, share: point[all] ? point[of] / point[all] : null }));
const shareOf = (part, all) => (all ? percent(part / all) : 'not known');

/** Before and after popups began: what everybody asks for, and why it proves nothing. */
export const timeSection = ({ time, start, isStartTold }) => {
  const { before, after, series } = time;
  const place = start === null ? -1 : series.findLastIndex(({ at }) => at <= start);
  const rows = [
    ['visits', count(before.visits), count(after.visits)],
    ['conversion', shareOf(before.bought, before.visits), shareOf(after.bought, after.visits)],
    ['visits with a cart', count(before.carts), count(after.carts)],
    ['cart abandonment', shareOf(before.abandoned, before.carts), shareOf(after.abandoned, after.carts)],
  ];
  const began =
    start === null
      ? 'No popup was due in these records, so there is only a before.'
      : `Popups began on ${date(start)} (${isStartTold ? 'as stated' : 'the first decision for one'}).`;
  const each = time.step === 1 ? 'One point a day' : `One point for ${time.step} days`;
  return `<h2>Over time, before and after</h2>
${paragraph('Before and after is no proof. Seasons, sales, advertising and prices change at the same time, and they change more than popups do. What popups did is said by the holdout, above.', 'warning')}
${paragraph(`${began} ${each}, by UTC. A visit has a cart if Waver saw something in it when it scored the visit; it is abandoned if no order came in that visit.`)}
${table(['', 'before', 'after'], rows)}
<h3>Conversion: visits with an order</h3>
${drawOverTime('Conversion over time', over(time, 'bought', 'visits'), place, 'line')}
<h3>Cart abandonment: visits with a cart and no order</h3>
${drawOverTime('Cart abandonment over time', over(time, 'abandoned', 'carts'), place, 'warm')}`;
};

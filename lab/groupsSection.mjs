import { changeOf } from './changeOf.mjs';
import { drawLifts } from './drawLifts.mjs';
import { count, percent } from './figures.mjs';
import { paragraph, table } from './htmlOf.mjs';

const groupSection = (title, rows, about, heads = ['popups', 'held out']) => {
  if (!rows.length) return '';
  const named = (one) => `${percent(one.conversion.treatment)}\nof\u00a0${count(one.counts.treatment.visitors)}`;
  const held = (one) => `${percent(one.conversion.holdout)}\nof\u00a0${count(one.counts.holdout.visitors)}`;
  return `<h3>${title}</h3>
${about ? paragraph(about) : ''}
${drawLifts(
  `${title}: relative lift of orders`,
  rows.map(({ name, conversion }) => ({ name, ...conversion.lift })),
)}
${table(
  ['conversion', ...heads, 'change, range'],
  rows.map((one) => [one.name, named(one), held(one), changeOf(one.conversion.lift)]),
)}`;
};

/** The same comparison for parts of the visitors. */
export const groupsSection = ({ groups }) => {
  const all = groups.intent.length + groups.campaign.length;
  if (!all) return '';
  return `<h2>By intent and by campaign</h2>
${paragraph('Visitors count where the first popup was due to them. Whoever looks at many groups will find one that shines by luck. So within each table the ranges are widened: with 95 % confidence all of them hold at once. Still, take a group that stands out as a reason to look again, not as proof.')}
${groupSection('Why the shopper hesitated', groups.intent)}
${groupSection('Campaigns', groups.campaign)}
${groupSection('Experiments: variants against the holdout', groups.variant, 'Each variant against visitors of the same variant from whom it was withheld.')}
${groupSection('Experiments: variants against each other', groups.rivals, 'Those who saw a popup, against those who saw the variant that most visitors drew.', ['this one', 'the other'])}`;
};

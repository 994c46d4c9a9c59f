import { changeOf } from './changeOf.mjs';
import { drawLifts } from './drawLifts.mjs';
import { count, date, money, percent, signed, span } from './figures.mjs';
import { paragraph, table } from './htmlOf.mjs';
import { ratioWords } from './proofWords.mjs';

const compareRow = (name, { treatment, holdout, lift }, format) => [
  name,
  format(treatment),
  format(holdout),
  changeOf(lift),
];

const proofTables = ({ due, carts, all, alone }, { arms, currency, shoppers }) => {
  const amount = (value) => money(value, currency);
  const sizes = ({ treatment, holdout }) => ['visitors', count(treatment.visitors), count(holdout.visitors), ''];
  const head = (who) => [who, 'popups', 'held out', 'change, 95\u00a0% range'];
  const spent = (comparison) =>
    currency
      ? compareRow(`revenue per visitor, ${currency}`, comparison.revenue, amount)
      : ['revenue per visitor', 'not known', 'not known', 'no order states its value'];
  return [
    table(head('A popup was due'), [
      sizes(arms.due),
      compareRow('conversion', due.conversion, percent),
      ...(shoppers.joined ? [compareRow('conversion, without who came as several', alone.conversion, percent)] : []),
      compareRow('cart abandonment', carts.abandonment, percent),
      spent(due),
    ]),
    table(head('All whose group is known'), [
      sizes(arms.all),
      compareRow('conversion', all.conversion, percent),
      compareRow('left without an order', all.abandonment, percent),
      spent(all),
    ]),
  ];
};

const planWords = ({ plan }, { start }) => {
  if (plan.conversion === null)
    return paragraph('How much data is needed can be said once ten visitors to whom a popup was due have ordered.');
  if (!plan.sizes.length) return paragraph('Without a holdout no amount of data will do.');
  const rows = plan.sizes.map(({ lift, visitors }) => {
    const missing = visitors - plan.visitors;
    return [
      signed(lift),
      // Two digits: it rests on a conversion that is only guessed.
      count(Number(visitors.toPrecision(2))),
      missing <= 0
        ? 'enough'
        : start === null || !plan.perDay
          ? 'not known'
          : `about ${span(missing / plan.perDay)} more`,
    ];
  });
  return `${paragraph(
    `To tell an effect from luck in 8 of 10 cases, looking whenever you like, it takes about this many visitors to whom a popup is due. Calculated for ${percent(plan.conversion)} who order ${plan.isOfHoldout ? 'without a popup' : 'in both groups together'}; so far there are ${count(plan.visitors)}, ${plan.perDay < 1 ? 'fewer than one a day' : `about ${count(Math.round(plan.perDay))} a day`}.`,
  )}
${table(['if the true effect on orders is', 'visitors', 'at this pace'], rows)}`;
};

/** Popups against holdout: the figures, whether they can be trusted, and how much longer it takes. */
export const proofSection = (proof, counts, holdout) => {
  const isWrong = proof.ratios.due.alarm || proof.ratios.all.alarm;
  return `<h2>The proof: popups against holdout</h2>
${paragraph(`A share of visitors is held out: they see no popup, at random and for as long as their browser remembers. Whatever differs between the groups, beyond luck, the popups did. Counted are visitors from ${counts.start === null ? 'the first popup' : date(counts.start)} on; an order counts from the moment a popup was due, in this visit or a later one.`)}
${proofTables(proof, counts).join('\n')}
<h3>Change by popups, relative to the holdout</h3>
${drawLifts('Relative change by popups, with 95 % intervals', [
  { name: 'conversion', ...proof.due.conversion.lift },
  { name: 'cart abandonment', isBad: true, ...proof.carts.abandonment.lift },
  { name: 'revenue per visitor', ...proof.due.revenue.lift },
  { name: 'all: conversion', ...proof.all.conversion.lift },
  { name: 'all: revenue', ...proof.all.revenue.lift },
])}
${paragraph('The dot is the best guess, the bar where the truth lies with 95 % confidence, each for itself. It holds however often you look: unlike common tests it is not spoiled by looking every day and stopping when it looks good. While a bar touches 0 it is grey, and the popups may do nothing; green is for the better, orange for the worse.')}
<h3>Are the groups as large as they should be?</h3>
${ratioWords(proof, holdout)
  .map((text) => paragraph(text, isWrong ? 'warning' : ''))
  .join('\n')}
<h3>How much data is needed</h3>
${planWords(proof, counts)}`;
};

import { endsSection } from './endsSection.mjs';
import { count, date, many } from './figures.mjs';
import { groupsSection } from './groupsSection.mjs';
import { paragraph } from './htmlOf.mjs';
import { proofSection } from './proofSection.mjs';
import { proofStyle } from './proofStyle.mjs';
import { leftOut, verdictOf } from './proofWords.mjs';
import { timeSection } from './timeSection.mjs';
import { toHtml } from './toHtml.mjs';

const simulatedWords = ({ simulated, records }) =>
  simulated === records
    ? 'SIMULATED. These records were made by a program from stated assumptions. No shopper made them, and no figure on this page says anything about a real shop.'
    : `PARTLY SIMULATED. ${count(simulated)} of ${count(records)} records were made by a program. No figure on this page says anything about a real shop.`;

/**
 * What popups are worth, as one HTML page that needs nothing else.
 * @param {ReturnType<typeof import('./countRecords.mjs').countRecords>} counts
 * @param {Awaited<ReturnType<typeof import('./prove.mjs').prove>>} proof
 * @param {{ name: string, holdout: number, made: string }} about
 */
export const proofPage = (counts, proof, { name, holdout, made }) => {
  const { simulated, from, until, records, time, arms } = counts;
  const left = leftOut(counts);
  const title = `${simulated ? 'Simulated: w' : 'W'}hat the popups are worth`;
  const alarm = proof.ratios.due.alarm || proof.ratios.all.alarm;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(`${title} – ${name}`)}</title>
<style>
${proofStyle}
</style>
<main>
${simulated ? paragraph(simulatedWords(counts), 'made-up') : ''}
<h1>${title}</h1>
${paragraph(`${name}: ${date(from)} to ${date(until)}, ${many(time.visits, 'visit')}, ${many(records, 'record')}. ${made}.`, 'soft')}
${paragraph(verdictOf(proof, arms), alarm ? 'verdict warning' : 'verdict')}
${proofSection(proof, counts, holdout)}
${timeSection(counts)}
${groupsSection(proof)}
${endsSection(counts)}
<h2>What was left out</h2>
${left.length ? `<ul>\n${left.map((text) => `<li>${toHtml(text)}</li>`).join('\n')}\n</ul>` : paragraph('Nothing.')}
<h2>What the numbers mean</h2>
<dl>
<dt>a popup was due</dt><dd>Waver decided for one and showed it, or withheld it because the visitor is held out. One that failed counts too: nobody knows which of the withheld would have failed.</dd>
<dt>conversion</dt><dd>Visitors with at least one order, of all visitors in the group. Over time: visits with an order.</dd>
<dt>cart abandonment</dt><dd>Of the visitors with something in the cart when the popup was due, those who never ordered. Less is better.</dd>
<dt>revenue per visitor</dt><dd>What the visitors of a group spent, by their number, those who spent nothing included. Orders are as the page told them: returns and cancellations are not known.</dd>
<dt>all whose group is known</dt><dd>Everybody with a decision or an outcome in the records, also those to whom no popup was due. The effect is diluted here. Those who only looked around and left are missing, from both groups alike, so conversion is higher than over all visitors.</dd>
</dl>
</main>
</html>
`;
};

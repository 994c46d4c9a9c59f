import { drawEnds } from './drawEnds.mjs';
import { count, percent } from './figures.mjs';
import { paragraph, table } from './htmlOf.mjs';
import { HOLDS } from './proofWords.mjs';

const howEnded = ({ ends }) => {
  const rows = [...ends].map(([name, told]) => {
    const { shown, failed, ...rest } = told;
    const alone = shown - Object.values(rest).reduce((sum, number) => sum + number, 0);
    const all = { ...rest, failed, 'left alone': Math.max(0, alone) };
    return { name, shown, ends: all, all: Object.values(all).reduce((sum, number) => sum + number, 0) };
  });
  if (!rows.length) return '<h2>How popups ended</h2>\n<p>None was shown.</p>';
  rows.sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
  return `<h2>How popups ended</h2>
${paragraph('Every popup that was shown, and those that could not be. “Left alone”: the shopper went on without touching it. That a popup is accepted says that it was liked, not that it sold anything.')}
${drawEnds('How popups ended, by campaign', rows)}
${table(
  ['campaign', 'shown', 'accepted', 'answered', 'dismissed', 'expired', 'failed', 'left alone'],
  rows.map(({ name, shown, ends: e }) => [
    name,
    ...[shown, e.accepted, e.answered, e.dismissed, e.expired, e.failed, e['left alone']].map(count),
  ]),
)}`;
};

const whyNone = ({ holds }) => {
  const rows = [...holds].sort(([, a], [, b]) => b - a);
  const all = rows.reduce((sum, [, number]) => sum + number, 0);
  return `<h2>Why no popup came</h2>
${
  rows.length
    ? table(
        ['reason', 'times', 'share', 'meaning'],
        rows.map(([hold, number]) => [hold, count(number), percent(number / all), HOLDS[hold] ?? 'of another version']),
      )
    : paragraph('Nothing was held back.')
}`;
};

/** How popups ended, and why none came. */
export const endsSection = (counts) => `${howEnded(counts)}
${whyNone(counts)}`;

import { bar, make, percent, signedBar } from './bars.js';
import { campaignWords, featureWords, holdWords, intentWords, lineOf, valueWords } from './words.js';

const last = (records, type) => records.findLast((record) => record.type === type);

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The sentence a newcomer needs: what happened, what was made of it, what followed. */
const sentence = (decision, moments) => {
  const noticed = moments.map((moment) => lineOf(moment).toLowerCase()).join('; ');
  const seen = noticed ? `Waver noticed: ${noticed}. ` : '';
  const likely = decision.intent
    ? `The likeliest thing in the way: ${intentWords(decision.intent).toLowerCase()}. `
    : 'No single reason stands out. ';
  const risk = `Chance of leaving without buying: ${percent(decision.churn)}.`;
  return `${seen}${likely}${risk}`;
};

const decisionPart = (records) => {
  const decision = last(records, 'decision');
  if (!decision) return null;
  const before = records.slice(0, records.indexOf(decision));
  const moments = before.filter(({ type, visit }) => type === 'moment' && visit === decision.visit).slice(-3);
  const head = decision.show ? `Shown: ${campaignWords(decision.campaign)}` : 'Held back';
  const why = decision.show ? '' : `Because ${holdWords(decision.hold)}. `;
  return [
    make('p', decision.show ? 'readout-verdict readout-shown' : 'readout-verdict', head),
    make('p', 'readout-why', `${why}${sentence(decision, moments)}`),
  ];
};

const churnPart = (records) => {
  const score = last(records, 'score') ?? last(records, 'decision');
  if (!score) return null;
  return [make('p', 'readout-churn', bar(score.churn), make('strong', '', percent(score.churn)))];
};

const intentsPart = (records) => {
  const score = last(records, 'score');
  if (!score?.intents) return null;
  const rows = Object.entries(score.intents).sort(([, a], [, b]) => b - a);
  return [
    make(
      'ul',
      'readout-rows',
      ...rows.map(([intent, share]) => {
        const kind = intent === score.intent ? 'readout-first' : '';
        return make('li', kind, make('span', '', intentWords(intent)), bar(share), make('span', '', percent(share)));
      }),
    ),
  ];
};

const becausePart = (records) => {
  const because = records.findLast((record) => record.because?.length)?.because.slice(0, 6) ?? [];
  if (!because.length) return null;
  const most = Math.max(...because.map(({ weight }) => Math.abs(weight)));
  const rows = because.map(({ feature, value, weight }) => {
    const sign = weight < 0 ? '−' : '+';
    const words = make('span', '', `${featureWords(feature)}: `, make('b', '', valueWords(value)));
    return make('li', '', words, signedBar(weight / most), make('span', '', `${sign}${Math.abs(weight).toFixed(1)}`));
  });
  return [
    make('ul', 'readout-rows readout-because', ...rows),
    make(
      'p',
      'readout-note',
      'To the right: speaks for leaving, or for the reason above. To the left: for buying. In log-odds.',
    ),
  ];
};

const eventsPart = (records) => {
  const told = records
    .filter(({ type }) => type !== 'score')
    .slice(-14)
    .reverse();
  if (!told.length) return null;
  const rows = told.map((record) => {
    const time = make('time', '', clock.format(record.at));
    return make('li', `readout-${record.type}`, time, make('span', '', lineOf(record)));
  });
  return [make('ol', 'readout-events', ...rows)];
};

const parts = {
  decision: decisionPart,
  churn: churnPart,
  intents: intentsPart,
  because: becausePart,
  events: eventsPart,
};

export const draw = (records) => {
  for (const [name, part] of Object.entries(parts)) {
    const made = part(records);
    if (made) document.getElementById(`readout-${name}`).replaceChildren(...made);
  }
  const score = last(records, 'score');
  return score ? ` (${percent(score.churn)})` : '';
};

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { campaigns as ready } from '../../src/core/campaigns';
import { checkCampaigns } from '../../src/core/checkCampaigns';
import { decide, type Occasion } from '../../src/core/decide';
import { prior } from '../../src/core/prior';
import { questions } from '../../src/core/questions';
import { scenario } from '../../src/core/scenario';
import type { CampaignCopy, Intent, PopupContent, Score, Visit } from '../../src/types';
import { aMoment, aScore, aVisit, NOW, RULES } from '../unit/given';

/** The examples of the docs, as they stand there: each campaign comes to the shopper it is for, and says what it shall. */

const section =
  /### One example for each intent\n(.*?)\n## /s.exec(readFileSync('docs/CAMPAIGNS.md', 'utf8'))?.[1] ?? '';
const examples = [...section.matchAll(/\*\*(\w+)\.\*\*[^`]*```json\n(.*?)\n```/gs)].map(([, name = '', text = '']) => ({
  intent: name.toLowerCase() as Intent,
  json: JSON.parse(text) as { readonly id: string },
}));

interface Scenario {
  readonly visit: Partial<Visit>;
  readonly score?: Partial<Score>;
  readonly occasion?: Partial<Occasion>;
  readonly content: Partial<PopupContent>;
  readonly copy?: CampaignCopy;
  /** With one thing changed, it does not come. */
  readonly not: Partial<Omit<Scenario, 'content' | 'copy' | 'not'>>;
}

const DECEMBER = Date.UTC(2026, 11, 10, 9);
const DELIVERY = {
  earliest: '2026-12-14',
  latest: '2026-12-16',
  orderBefore: DECEMBER + 3_600_000,
  cutoff: true,
  timeZone: 'Europe/Berlin',
};
const WORKDAY = { hour: 11, weekday: 'mon', weekend: 0, month: 'nov' } as const;
const FULL = { count: 3, total: 120, currency: 'EUR' };

const SCENARIOS: Readonly<Record<Intent, Scenario>> = {
  price: {
    visit: { cart: FULL, moments: [aMoment({ kind: 'coupon-hunt' })] },
    score: { evidence: { visitor: 'returning' }, churn: 0.9 },
    content: { popup: 'offer', kind: 'points', endsAt: NOW + 30 * 60_000 },
    not: { score: { evidence: { visitor: 'new' }, churn: 0.9 } },
  },
  delivery: {
    visit: { at: DECEMBER, delivery: DELIVERY },
    occasion: { at: DECEMBER, locales: ['de-AT'] },
    content: { popup: 'delivery-promise' },
    copy: {
      title: 'Bis 16. Dezember 2026 bei Ihnen',
      body: 'Nach unseren Lieferzeiten, wenn Sie heute bestellen.',
    },
    not: { occasion: { at: Date.UTC(2026, 10, 30), locales: ['de'] } },
  },
  effort: {
    visit: { kind: 'checkout', moments: [aMoment({ kind: 'field-error' })] },
    occasion: { clock: WORKDAY, facts: { contact: { phone: '+49 30 12345' } } },
    content: { popup: 'notice' },
    copy: { title: 'We can take your order by phone', body: '+49 30 12345, until 18:00.' },
    not: { occasion: { clock: { ...WORKDAY, hour: 18 }, facts: { contact: { phone: '+49 30 12345' } } } },
  },
  fit: {
    visit: { preferences: { size: 'M' } },
    occasion: { facts: { returns: { days: 30 } } },
    content: { popup: 'fit-help', size: 'M' },
    copy: {
      title: 'Our M is cut a little narrow',
      body: 'Between two sizes, take the larger one. You have 30 days to send it back.',
    },
    not: { visit: { preferences: { size: '42' } } },
  },
  returns: {
    visit: { visitor: 'lise' },
    occasion: { facts: { returns: { days: 30 } } },
    content: { popup: 'returns-promise', days: 30 },
    copy: { title: 'Try it on at home', body: 'You have 30 days to send it back.' },
    not: { occasion: {} },
  },
  payment: {
    visit: { moments: [aMoment({ kind: 'payment-failure' })] },
    occasion: { facts: { payments: ['PayPal', 'invoice'] } },
    content: { popup: 'notice' },
    copy: { title: 'There are other ways to pay', body: 'We also take PayPal, invoice.' },
    not: { visit: { moments: [] } },
  },
  trust: {
    visit: { cart: { ...FULL, total: 800 } },
    score: { evidence: { visitor: 'new' } },
    content: { popup: 'notice' },
    copy: {
      title: 'See it before you buy',
      body: 'Our showroom is open to you.',
      action: 'Where it is',
      link: '/showroom',
    },
    not: { visit: { cart: FULL } },
  },
};

test('there is one for each intent', () => {
  expect(examples.map(({ intent }) => intent).sort()).toEqual(Object.keys(prior.intents).sort());
});

describe.each(examples)('$intent', ({ intent, json }) => {
  const { campaigns, flaws } = checkCampaigns([json], ready, Object.keys(questions));
  const { content, copy, not, ...given } = SCENARIOS[intent];
  const look = ({ visit, score, occasion }: Omit<Scenario, 'content' | 'copy' | 'not'>) =>
    decide(
      aVisit(visit),
      aScore({ intent, intents: { ...aScore().intents, [intent]: 0.8 }, ...score }),
      { at: NOW, busy: null, canKeep: true, locales: ['en'], ...occasion },
      { ...RULES, points: 0, holdout: 0 },
      { campaigns: campaigns.filter(({ id }) => id === json.id), scenario },
    );

  test('is taken as it stands', () => {
    expect(flaws).toEqual([]);
    expect(campaigns.find(({ id }) => id === json.id)).toMatchObject({ id: json.id });
  });

  test('comes to the shopper it is for, in these words', () => {
    const { decision, showing, waits } = look(given);
    if (waits) expect(decision).toMatchObject({ campaign: json.id, hold: 'delay' });
    const shown =
      showing ??
      look({ ...given, visit: { ...given.visit, waits }, occasion: { ...given.occasion, at: waits?.until ?? 0 } })
        .showing;
    expect(shown).toMatchObject({ campaign: json.id, content });
    expect(shown?.copy).toEqual(copy);
  });

  test('and to no other', () => {
    const { decision, showing } = look({ ...given, ...not });
    expect(showing).toBeUndefined();
    expect(decision).toMatchObject({ show: false });
  });
});

test('the script of docs/PROOF.md tells GA4 and Segment of a variant, and of the holdout', () => {
  const [, script = ''] = /```js\n(.*?)```/s.exec(readFileSync('docs/PROOF.md', 'utf8')) ?? [];
  const listeners: Record<string, (record: object) => void> = {};
  const told: unknown[][] = [];
  new Function('waver', 'gtag', 'analytics', script)(
    { on: (type: string, listener: (record: object) => void) => Object.assign(listeners, { [type]: listener }) },
    (...said: unknown[]) => told.push(said),
    { track: (...said: unknown[]) => told.push(said) },
  );
  listeners.experiment?.({ experiment: 'words', variant: 'warm', campaign: 'a' });
  listeners.decision?.({ show: false, hold: 'typing', arm: 'treatment' });
  listeners.decision?.({ show: false, hold: 'holdout', arm: 'holdout' });
  listeners.decision?.({ show: true, arm: 'treatment' });
  expect(told).toEqual([
    ['event', 'experiment_viewed', { experiment_id: 'words', variation_id: 'warm' }],
    ['Experiment Viewed', { experimentId: 'words', variationId: 'warm' }],
    ['event', 'experiment_viewed', { experiment_id: 'waver', variation_id: 'holdout' }],
    ['event', 'experiment_viewed', { experiment_id: 'waver', variation_id: 'treatment' }],
  ]);
});

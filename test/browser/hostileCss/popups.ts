import type { Page } from 'playwright-core';
import { questions } from '../../../src/core/questions';
import type { CampaignCopy, PopupContent, Preference, Showing } from '../../../src/types';

/** Monday, 23 November 2026, 10:00:20 in London. */
export const NOW = Date.UTC(2026, 10, 23, 10, 0, 20);
const DAY_MS = 86_400_000;

/** Every content there is, so that every chunk is loaded. */
const contents = {
  'delivery-promise': {
    popup: 'delivery-promise',
    window: {
      earliest: '2026-11-25',
      latest: '2026-11-27',
      orderBefore: Date.UTC(2026, 10, 23, 14),
      cutoff: true,
      timeZone: 'Europe/Berlin',
      destination: 'DE',
    },
  },
  // No full minute, so that what it says stays for half a minute.
  offer: { popup: 'offer', kind: 'points', amount: 150, endsAt: NOW + 14.5 * 60_000 },
  'form-help': { popup: 'form-help', field: { key: 'zip', fails: 'patternMismatch' } },
  question: { popup: 'question', question: 'priority' },
  'long question': { popup: 'question', question: 'hesitation' },
  'question of several': { popup: 'question', question: 'style' },
  'question of a number': { popup: 'question', question: 'budget' },
  'question of a date': { popup: 'question', question: 'delivery-by' },
  'fit-help': { popup: 'fit-help', size: '42', guide: '/sizes', days: 30 },
  'returns-promise': { popup: 'returns-promise', days: 30, free: true },
  'payment-help': { popup: 'payment-help', payments: ['Visa', 'PayPal', 'Klarna'] },
  trust: {
    popup: 'trust',
    rating: { value: 4.6, best: 5, count: 312, of: 'Runner beans' },
    contact: { phone: '+1 (207) 555-0100', email: 'help@halfbarrow.example' },
  },
  'preference-invitation': { popup: 'preference-invitation', count: 3 },
  'save-for-later': { popup: 'save-for-later', url: '/save' },
  'free-shipping': { popup: 'free-shipping', over: 50, missing: 12.4, currency: 'USD' },
  alternatives: {
    popup: 'alternatives',
    budget: 20,
    currency: 'USD',
    products: [
      { name: 'Hand fork', url: '/product/fork', price: 14, picture: '/public/favicon.svg' },
      { name: 'A pair of gardening gloves with a name that is far too long for one line', url: '/gloves', price: 12.5 },
      { name: 'Twine', url: '/product/twine', price: 6 },
    ],
  },
  notice: { popup: 'notice' },
  // Two of these in the other places, and one that was made smaller.
  bar: { popup: 'returns-promise', days: 30, free: true },
  dialog: { popup: 'question', question: 'occasion' },
  teaser: { popup: 'free-shipping', over: 50, missing: 12.4, currency: 'USD' },
} satisfies Record<string, PopupContent>;

const shown: Readonly<Record<string, Partial<Showing>>> = {
  bar: { place: 'bar' },
  // What is modal is kept for what the shopper asked for.
  dialog: { place: 'dialog', asked: true },
};

export type Name = keyof typeof contents | 'preferences';
export const names: readonly Name[] = [...(Object.keys(contents) as (keyof typeof contents)[]), 'preferences'];
export const isModal = (name: Name): boolean => name === 'preferences' || name === 'dialog';

const words: CampaignCopy = {
  title: 'We are closed on Monday',
  body: 'Orders are sent on Tuesday.',
  action: 'Read more',
  link: '/shipping',
};

const kept: readonly Preference[] = [
  {
    key: 'priority',
    value: 'delivery',
    question: 'What matters most for this order?',
    wording: 'Fast delivery',
    benefit: 'So that the shop can help.',
    locale: 'en',
    purpose: 'personalise-popups',
    givenAt: NOW - DAY_MS,
    expiresAt: NOW + 100 * DAY_MS,
    consent: 'answer',
    sharedWith: [],
    history: [],
  },
];

/**
 * Opens one by the chunk's own door, without the tag: no decision, no storage, and always at the same time of day. Help with
 * a field stands beside the page's `#zip`. The page finds it as `stage`, with how it ended.
 */
export const openPopup = async (page: Page, name: Name, more: Partial<Showing> = {}, door: object = {}) => {
  const showing = {
    campaign: name.replaceAll(' ', '-'),
    intent: null,
    because: [],
    content: name === 'preferences' ? undefined : contents[name],
    copy: name === 'notice' ? words : undefined,
    ...shown[name],
    ...more,
  };
  await page.evaluate(`(async () => {
    const { openPopup, openPreferences } = await import('/dist/widgets.js');
    const ended = [];
    const begun = performance.now();
    const nothing = () => {};
    const ask = { questions: ${JSON.stringify(questions)}, known: {}, check: () => ({ wrong: 'empty' }), answer: nothing, next: nothing };
    const common = { locales: ['en-GB'], theme: 'paper', ask, ...${JSON.stringify(door)} };
    const popup = ${JSON.stringify(name)} === 'preferences'
      ? await openPreferences(${JSON.stringify(kept)}, { ...common, mutedUntil: 0, forget: nothing, erase: nothing, mute: nothing,
          closed: () => ended.push('closed'), read: async () => ({ taken: 0, refused: [] }), json: async () => '[]' })
      : await openPopup(${JSON.stringify(showing)}, { ...common, now: () => ${NOW} + performance.now() - begun, end: (how) => ended.push(how),
          anchor: ${name === 'form-help'} ? document.querySelector('#zip') : undefined, openPreferences: nothing,
          claim: { url: '', callback: async () => 'granted', offer: undefined, answered: nothing } });
    window.stage = { ended, popup };
    if (${JSON.stringify(name)} === 'teaser') document.querySelector('waver-popup').shadowRoot.querySelector('.smaller').click();
  })()`);
};

export const closePopup = (page: Page) => page.evaluate('stage.popup.close()');

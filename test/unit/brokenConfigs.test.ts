import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaigns as ready } from '../../src/core/campaigns';
import { checkCampaigns } from '../../src/core/checkCampaigns';
import { checkIncentive } from '../../src/core/checkIncentive';
import { configSchema } from '../../src/core/configSchema';
import { fitsSchema } from './fitsSchema';

const KEYS = ['priority', 'size', 'budget', 'style'];
const flawsOf = (...raw: unknown[]) => checkCampaigns(raw, ready, KEYS).flaws;

const NOTICE = {
  id: 'autumn-sale',
  popup: 'notice',
  intent: 'price',
  triggers: ['exit-intent', 'help-opened'],
  when: { cartTotal: [50, null], pages: ['cart'] },
  copy: { en: { title: 'Still unsure?', body: 'Your cart is {cart.total}.', action: 'Sizes', link: '/sizes' } },
};
const INCENTIVE = { kind: 'points', amount: [100, 500], lasts: '20m', claim: '/claim' };
const OFFER = { id: 'spring-points', popup: 'offer', intent: ['price', 'trust'], incentive: INCENTIVE };
const VARIANTS = [
  { id: 'plain', share: 0.5 },
  { id: 'warm', share: 0.5, delay: '5s', copy: { en: { title: 'Take your time.' } } },
];
const SPLIT = { ...NOTICE, experiment: { id: 'words', variants: VARIANTS } };

const split = (variants: unknown) => ({ experiment: { id: 'words', variants } });
const copy = (part: object) => ({ copy: { en: { title: 'Hello', ...part } } });
const text = (length: number) => `text of at most ${length} characters`;
const NAME = 'a kebab-case name of at most 60 characters';
const ID = `${NAME} that does not begin with question-`;
const DURATION = 'a duration such as 30s, 20m, 12h or 7d';
const INTENTS = 'one of price, delivery, effort, fit, returns, payment, trust';
const LINK = 'an address that begins with https:// or /, without { }';
const PAGES =
  'one of home, listing, product, cart, checkout, thank-you, shipping, returns, payment, size-guide, reviews, contact, ' +
  'about, account, other';
const MONEY = '[least, most], money, 0 or more; null: open';
const TIME = 'a time with its zone such as 2026-11-27T00:00+01:00';
const BRACES = 'braces around a placeholder, or {{ and }}';
const LANGUAGE = 'a language such as de or de-AT';
const proto = (value: unknown) => JSON.parse(`{ "__proto__": ${JSON.stringify(value)} }`);
const long = 'a'.repeat(1_000_000);
const cut = `"${'a'.repeat(39)}…"`;

type Row = readonly [base: object, change: object, path: string, value: string, expected: string];

const BROKEN: readonly Row[] = [
  // The campaign itself
  [NOTICE, { id: undefined }, 'id', 'undefined', ID],
  [NOTICE, { id: 7 }, 'id', '7', ID],
  [NOTICE, { id: '' }, 'id', '""', ID],
  [NOTICE, { id: 'Autumn Sale' }, 'id', '"Autumn Sale"', ID],
  [NOTICE, { id: 'constructor' }, 'id', '"constructor"', ID],
  [NOTICE, { id: 'question-size' }, 'id', '"question-size"', ID],
  [NOTICE, { id: long }, 'id', cut, ID],
  [NOTICE, { off: true }, 'off', 'true', 'the id of a ready campaign beside it'],
  [NOTICE, { off: 'yes' }, 'off', '"yes"', 'true or false'],
  [
    NOTICE,
    { popup: undefined },
    'popup',
    'undefined',
    'what it shows, such as notice: this id is none of the ready ones',
  ],
  [
    NOTICE,
    { popup: 'banner' },
    'popup',
    '"banner"',
    'one of delivery-promise, offer, form-help, question, fit-help, returns-promise, payment-help, trust, ' +
      'preference-invitation, save-for-later, free-shipping, alternatives, notice',
  ],
  [NOTICE, { intent: undefined }, 'intent', 'undefined', 'an intent, a list of them, or null for when none stands out'],
  [NOTICE, { intent: 'cost' }, 'intent', '"cost"', `${INTENTS}, a list of them, or null`],
  [NOTICE, { intent: 5 }, 'intent', '5', `${INTENTS}, a list of them, or null`],
  [NOTICE, { intent: [] }, 'intent', 'a list of 0', `${INTENTS}, a list of them, or null`],
  [NOTICE, { intent: ['price', 'cost'] }, 'intent[1]', '"cost"', INTENTS],
  [NOTICE, { trigers: ['exit-intent'] }, 'trigers', 'a list of 1', 'nothing of this name: did you mean triggers?'],
  [
    NOTICE,
    { conditions: {} },
    'conditions',
    'an object',
    expect.stringContaining('nothing of this name, but id, off, ') as never,
  ],
  [
    NOTICE,
    { constructor: 1 },
    'constructor',
    '1',
    expect.stringContaining('nothing of this name, but id, off, ') as never,
  ],
  [
    NOTICE,
    proto({ id: 'x' }),
    '__proto__',
    'an object',
    expect.stringContaining('nothing of this name, but id, ') as never,
  ],
  [NOTICE, { question: 'size' }, 'question', '"size"', 'none with this popup'],
  [NOTICE, { popup: 'question', copy: undefined }, 'question', 'undefined', 'the key of a question'],
  [NOTICE, { popup: 'question', copy: undefined, question: 'colour' }, 'question', '"colour"', 'the key of a question'],
  [NOTICE, { popup: 'question', question: 'My size' }, 'question', '"My size"', NAME],
  [NOTICE, { delay: 5 }, 'delay', '5', DURATION],
  [NOTICE, { delay: '5 s' }, 'delay', '"5 s"', DURATION],
  [NOTICE, { delay: '-5s' }, 'delay', '"-5s"', DURATION],
  [NOTICE, { delay: '1.5h' }, 'delay', '"1.5h"', DURATION],
  [NOTICE, { delay: () => '5s' }, 'delay', 'a function', DURATION],
  [NOTICE, { priority: 1.5 }, 'priority', '1.5', 'a whole number, -100 to 100'],
  [NOTICE, { priority: 'high' }, 'priority', '"high"', 'a whole number, -100 to 100'],
  [NOTICE, { priority: Number.NaN }, 'priority', 'NaN', 'a whole number, -100 to 100'],
  // Triggers
  [NOTICE, { triggers: 'exit-intent' }, 'triggers', '"exit-intent"', 'a list of 1 to 50'],
  [NOTICE, { triggers: [] }, 'triggers', 'a list of 0', 'a list of 1 to 50'],
  [NOTICE, { triggers: ['exit-intend'] }, 'triggers[0]', '"exit-intend"', 'exit-intent, if that was meant'],
  [NOTICE, { triggers: ['cart-idle', 'rage-clicks'] }, 'triggers[1]', '"rage-clicks"', 'rage-click, if that was meant'],
  [NOTICE, { triggers: ['exitIntent'] }, 'triggers[0]', '"exitIntent"', NAME],
  [NOTICE, { triggers: [null] }, 'triggers[0]', 'null', NAME],
  // Conditions
  [NOTICE, { when: [] }, 'when', 'a list of 0', 'an object'],
  [NOTICE, { when: {} }, 'when', 'an object', 'an object'],
  [NOTICE, { when: new Map([['pages', ['cart']]]) }, 'when', 'an object', 'an object'],
  [NOTICE, { when: { page: ['cart'] } }, 'when.page', 'a list of 1', 'nothing of this name: did you mean pages?'],
  [
    NOTICE,
    { when: { cart_total: [1, 2] } },
    'when.cart_total',
    'a list of 2',
    'nothing of this name: did you mean cartTotal?',
  ],
  [NOTICE, { when: { pages: 'cart' } }, 'when.pages', '"cart"', 'a list of 1 to 15'],
  [NOTICE, { when: { pages: ['basket'] } }, 'when.pages[0]', '"basket"', PAGES],
  [NOTICE, { when: { paths: ['sale'] } }, 'when.paths[0]', '"sale"', 'a path such as /sale*'],
  [NOTICE, { when: { paths: ['/a, /b'] } }, 'when.paths[0]', '"/a, /b"', 'a path such as /sale*'],
  [
    NOTICE,
    { when: { paths: ['https://shop.example/a'] } },
    'when.paths[0]',
    '"https://shop.example/a"',
    'a path such as /sale*',
  ],
  [NOTICE, { when: { cartTotal: 50 } }, 'when.cartTotal', '50', MONEY],
  [NOTICE, { when: { cartTotal: [50] } }, 'when.cartTotal', 'a list of 1', MONEY],
  [NOTICE, { when: { cartTotal: { least: 50 } } }, 'when.cartTotal', 'an object', MONEY],
  [NOTICE, { when: { cartTotal: ['50', null] } }, 'when.cartTotal[0]', '"50"', 'money, 0 or more, or null'],
  [NOTICE, { when: { cartTotal: [-1, null] } }, 'when.cartTotal[0]', '-1', 'money, 0 or more, or null'],
  [NOTICE, { when: { cartTotal: [null, Infinity] } }, 'when.cartTotal[1]', 'Infinity', 'money, 0 or more, or null'],
  [NOTICE, { when: { cartTotal: [80, 50] } }, 'when.cartTotal[1]', '50', 'no less than the least, 80'],
  [NOTICE, { when: { cartCount: [1.5, null] } }, 'when.cartCount[0]', '1.5', 'whole pieces, 0 or more, or null'],
  [NOTICE, { when: { cartCount: [3, 1] } }, 'when.cartCount[1]', '1', 'no less than the least, 3'],
  [NOTICE, { when: { products: [4711] } }, 'when.products[0]', '4711', text(100)],
  [NOTICE, { when: { products: [] } }, 'when.products', 'a list of 0', 'a list of 1 to 500'],
  [NOTICE, { when: { churn: [60, null] } }, 'when.churn[0]', '60', 'shares, 0 to 1, or null'],
  [NOTICE, { when: { churn: [0.8, 0.6] } }, 'when.churn[1]', '0.6', 'no less than the least, 0.8'],
  [NOTICE, { when: { margin: 20 } }, 'when.margin', '20', 'a share, 0 to 1'],
  [NOTICE, { when: { margin: [0, 1] } }, 'when.margin', 'a list of 2', 'a share, 0 to 1'],
  [
    NOTICE,
    { when: { preferences: { sizes: ['42'] } } },
    'when.preferences.sizes',
    '"sizes"',
    'size, if that was meant',
  ],
  [
    NOTICE,
    { when: { preferences: { colour: ['red'] } } },
    'when.preferences.colour',
    '"colour"',
    'the key of a question',
  ],
  [NOTICE, { when: { preferences: { size: '42' } } }, 'when.preferences.size', '"42"', 'a list of 1 to 50'],
  [NOTICE, { when: { preferences: { size: [true] } } }, 'when.preferences.size[0]', 'true', 'a word or a number'],
  [NOTICE, { when: { preferences: { size: [long] } } }, 'when.preferences.size[0]', cut, 'a word or a number'],
  [NOTICE, { when: { preferences: proto(['x']) } }, 'when.preferences.__proto__', '"__proto__"', NAME],
  [NOTICE, { when: { visitor: 'known' } }, 'when.visitor', '"known"', 'one of new, returning'],
  [NOTICE, { when: { orders: [0.5, null] } }, 'when.orders[0]', '0.5', 'whole orders, 0 or more, or null'],
  [NOTICE, { when: { expected: [500, 100] } }, 'when.expected[1]', '100', 'no less than the least, 500'],
  [NOTICE, { when: { devices: ['mobile'] } }, 'when.devices[0]', '"mobile"', 'one of phone, tablet, desktop'],
  [NOTICE, { when: { locales: ['german language'] } }, 'when.locales[0]', '"german language"', LANGUAGE],
  [NOTICE, { when: { hours: [9, 24] } }, 'when.hours[1]', '24', 'a whole number, 0 to 23'],
  [NOTICE, { when: { hours: ['9:00', 17] } }, 'when.hours[0]', '"9:00"', 'a whole number, 0 to 23'],
  [NOTICE, { when: { hours: [9] } }, 'when.hours', 'a list of 1', '[first, last] hour'],
  [
    NOTICE,
    { when: { weekdays: ['monday'] } },
    'when.weekdays[0]',
    '"monday"',
    'one of mon, tue, wed, thu, fri, sat, sun',
  ],
  [NOTICE, { when: { from: '2026-11-27' } }, 'when.from', '"2026-11-27"', TIME],
  [NOTICE, { when: { from: '2026-11-27T00:00' } }, 'when.from', '"2026-11-27T00:00"', TIME],
  [NOTICE, { when: { until: 1795429200000 } }, 'when.until', '1795429200000', TIME],
  [NOTICE, { when: { from: '2026-02-31T00:00Z' } }, 'when.from', '"2026-02-31T00:00Z"', 'a time there is'],
  [NOTICE, { when: { until: '2026-11-27T29:00Z' } }, 'when.until', '"2026-11-27T29:00Z"', 'a time there is'],
  [
    NOTICE,
    { when: { from: '2026-11-28T00:00Z', until: '2026-11-27T00:00Z' } },
    'when.until',
    '"2026-11-27T00:00Z"',
    'later than from, 2026-11-28T00:00Z',
  ],
  [NOTICE, { when: { tags: { vip: 'yes' } } }, 'when.tags.vip', '"yes"', 'a list of 1 to 50'],
  [NOTICE, { when: { tags: { memberLevel: ['gold'] } } }, 'when.tags.memberLevel', '"memberLevel"', NAME],
  // Words
  [NOTICE, { copy: 'Hello' }, 'copy', '"Hello"', 'words by language such as { "en": { "title": "…" } }'],
  [NOTICE, { copy: {} }, 'copy', 'an object', 'words by language such as { "en": { "title": "…" } }'],
  [NOTICE, { copy: undefined }, 'copy', 'undefined', 'words: a notice has none of its own'],
  [NOTICE, { copy: { title: 'Hello' } }, 'copy.title', '"title"', LANGUAGE],
  [NOTICE, { copy: { en: 'Hello' } }, 'copy.en', '"Hello"', 'an object'],
  [NOTICE, { copy: { en: {} } }, 'copy.en', 'an object', 'an object'],
  [NOTICE, { copy: { en: { body: 'Hi' } } }, 'copy.en.title', 'undefined', 'a title: a notice has none of its own'],
  [NOTICE, copy({ link: '/a' }), 'copy.en.action', 'undefined', 'words for the button that leads to link'],
  [NOTICE, { popup: 'form-help' }, 'copy', 'an object', 'none with this popup'],
  [NOTICE, { popup: 'question', question: 'size' }, 'copy', 'an object', 'none with this popup'],
  [
    NOTICE,
    copy({ headline: 'Hi' }),
    'copy.en.headline',
    '"Hi"',
    'nothing of this name, but title, body, action, link, dismiss',
  ],
  [NOTICE, copy({ title: ' ' }), 'copy.en.title', '" "', text(120)],
  [NOTICE, copy({ body: long }), 'copy.en.body', cut, text(500)],
  [NOTICE, copy({ action: ['Go'] }), 'copy.en.action', 'a list of 1', text(60)],
  [NOTICE, copy({ link: 'javascript:alert(1)' }), 'copy.en.link', '"javascript:alert(1)"', LINK],
  [NOTICE, copy({ link: 'JaVaScRiPt:alert(1)' }), 'copy.en.link', '"JaVaScRiPt:alert(1)"', LINK],
  [NOTICE, copy({ link: 'data:text/html,x' }), 'copy.en.link', '"data:text/html,x"', LINK],
  [NOTICE, copy({ link: 'http://shop.example/' }), 'copy.en.link', '"http://shop.example/"', LINK],
  [NOTICE, copy({ link: '//evil.example' }), 'copy.en.link', '"//evil.example"', LINK],
  [NOTICE, copy({ link: '/\\evil.example' }), 'copy.en.link', '"/\\\\evil.example"', LINK],
  [NOTICE, copy({ link: '/\t/evil.example' }), 'copy.en.link', '"/\\t/evil.example"', LINK],
  [NOTICE, copy({ link: 'sizes' }), 'copy.en.link', '"sizes"', LINK],
  [NOTICE, copy({ link: '/s?q={preferences.size}' }), 'copy.en.link', '"/s?q={preferences.size}"', LINK],
  [NOTICE, copy({ body: 'Yours: {cart.totl}' }), 'copy.en.body', '"{cart.totl}"', '{cart.total}, if that was meant'],
  [
    NOTICE,
    copy({ body: '{preferences.sise}' }),
    'copy.en.body',
    '"{preferences.sise}"',
    '{preferences.size}, if that was meant',
  ],
  [NOTICE, copy({ body: 'For {name}' }), 'copy.en.body', '"{name}"', 'a placeholder that can be filled'],
  [NOTICE, copy({ body: '{constructor}' }), 'copy.en.body', '"{constructor}"', 'a placeholder that can be filled'],
  [NOTICE, copy({ body: 'Hello {' }), 'copy.en.body', '"Hello {"', BRACES],
  [NOTICE, copy({ body: 'Hello }' }), 'copy.en.body', '"Hello }"', BRACES],
  [NOTICE, copy({ body: '{ {cart.total} }' }), 'copy.en.body', '"{ {cart.total} }"', BRACES],
  [NOTICE, copy({ body: '{amount} points' }), 'copy.en.body', '"{amount}"', 'none here: only points are counted'],
  [
    OFFER,
    { incentive: { kind: 'gift', lasts: '1d', claim: '' }, ...copy({ body: 'No {amount}' }) },
    'copy.en.body',
    '"{amount}"',
    'none here: only points are counted',
  ],
  // Limits
  [NOTICE, { limits: {} }, 'limits', 'an object', 'an object'],
  [NOTICE, { limits: { perVisit: 0 } }, 'limits.perVisit', '0', 'a whole number, 1 to 20'],
  [NOTICE, { limits: { perDay: 1 } }, 'limits.perDay', '1', 'nothing of this name, but perVisit, cooldown, total'],
  [NOTICE, { limits: { cooldown: '1 week' } }, 'limits.cooldown', '"1 week"', DURATION],
  [NOTICE, { limits: { total: 51 } }, 'limits.total', '51', 'a whole number, 1 to 50'],
  // Incentives: what is wrong inside of one is said by `checkIncentive`, and tried below
  [OFFER, { incentive: undefined }, 'incentive', 'undefined', 'what is offered'],
  [NOTICE, { incentive: INCENTIVE }, 'incentive', 'an object', 'none with this popup'],
  [
    OFFER,
    { incentive: { ...INCENTIVE, cost: 1 } },
    'incentive.cost',
    '1',
    expect.stringContaining('nothing of this name, but kind') as never,
  ],
  [
    OFFER,
    { incentive: { ...INCENTIVE, costeach: 1 } },
    'incentive.costeach',
    '1',
    'nothing of this name: did you mean costEach?',
  ],
  // Experiments
  [SPLIT, { experiment: [] }, 'experiment', 'a list of 0', 'an object'],
  [SPLIT, { experiment: { variants: VARIANTS } }, 'experiment.id', 'undefined', NAME],
  [SPLIT, split(undefined), 'experiment.variants', 'undefined', 'a list of 2 to 10'],
  [SPLIT, split(VARIANTS.slice(1)), 'experiment.variants', 'a list of 1', 'a list of 2 to 10'],
  [
    SPLIT,
    split([VARIANTS[0], { id: 'b' }]),
    'experiment.variants[1].share',
    'undefined',
    'a share, more than 0 and at most 1',
  ],
  [
    SPLIT,
    split([VARIANTS[0], { id: 'b', share: 0 }]),
    'experiment.variants[1].share',
    '0',
    'a share, more than 0 and at most 1',
  ],
  [
    SPLIT,
    split([VARIANTS[0], { id: 'b', share: 50 }]),
    'experiment.variants[1].share',
    '50',
    'a share, more than 0 and at most 1',
  ],
  [
    SPLIT,
    split([VARIANTS[0], { id: 'b', share: 0.4 }]),
    'experiment.variants',
    'a list of 2',
    'shares that add up to 1, not 0.9',
  ],
  [SPLIT, split([VARIANTS[0], VARIANTS[0]]), 'experiment.variants[1].id', '"plain"', 'each id once'],
  [SPLIT, split([{ share: 0.5 }, VARIANTS[0]]), 'experiment.variants[0].id', 'undefined', NAME],
  [SPLIT, split([VARIANTS[0], { ...VARIANTS[1], delay: 5 }]), 'experiment.variants[1].delay', '5', DURATION],
  [
    SPLIT,
    split([VARIANTS[0], { ...VARIANTS[1], popup: 'trust' }]),
    'experiment.variants[1].popup',
    '"trust"',
    'nothing of this name, but id, share, copy, incentive, delay',
  ],
  [
    SPLIT,
    split([VARIANTS[0], { ...VARIANTS[1], incentive: INCENTIVE }]),
    'experiment.variants[1].incentive',
    'an object',
    'none with this popup',
  ],
  [
    SPLIT,
    split([VARIANTS[0], { ...VARIANTS[1], ...copy({ body: '{nothing}' }) }]),
    'experiment.variants[1].copy.en.body',
    '"{nothing}"',
    'a placeholder that can be filled',
  ],
];

test('a hundred and more', () => {
  expect(BROKEN.length).toBeGreaterThanOrEqual(100);
});

describe('is flagged with its path, what stands there and what should, and with nothing else', () => {
  test.each(BROKEN.map(([base, change, path, value, expected]) => ({ base, change, path, value, expected })))(
    '$path: $value, expected $expected',
    ({ base, change, path, value, expected }) => {
      const raw = Object.fromEntries([...Object.entries(base), ...Object.entries(change)]);
      const { flaws, campaigns } = checkCampaigns([raw], ready, KEYS);
      expect(flaws).toHaveLength(1);
      const [, where, what, rest] = /^campaigns\[0\]\.(.*?): (.*?), expected (.*)$/s.exec(flaws[0] as string) ?? [];
      expect([where, what, rest]).toEqual([path, value, expected]);
      expect(campaigns).toEqual(ready);
    },
  );
});

test.each([
  ['no deadline', { ...INCENTIVE, lasts: undefined }],
  ['a deadline that begins anew', { ...INCENTIVE, evergreen: true }],
  ['nothing to claim it from', { ...INCENTIVE, claim: undefined }],
  ['a range that runs backwards', { ...INCENTIVE, amount: [500, 100] }],
  ['no kind there is', { ...INCENTIVE, kind: 'discount' }],
  ['no object', 'points'],
])('an incentive with %s is flagged once, with its own reason, also in a variant', (_, incentive) => {
  const own = checkIncentive(incentive, 'campaigns[0].incentive');
  expect(own.length).toBeGreaterThan(0);
  expect(flawsOf({ ...OFFER, incentive })).toEqual(own);
  const variants = [
    { id: 'a', share: 0.5, incentive },
    { id: 'b', share: 0.5 },
  ];
  expect(flawsOf({ ...OFFER, ...split(variants) })).toEqual(
    checkIncentive(incentive, 'campaigns[0].experiment.variants[0].incentive'),
  );
});

test('all that is wrong with it is said at once', () => {
  expect(
    flawsOf({ ...NOTICE, popup: 'banner', delay: 5, when: { margin: 2, devices: [] } }).map(
      (flaw) => flaw.split(':')[0],
    ),
  ).toEqual(['campaigns[0].popup', 'campaigns[0].when.margin', 'campaigns[0].when.devices', 'campaigns[0].delay']);
});

test.each([undefined, null, 1, 'sale', [], true, () => 1])('%j is no campaign', (raw) => {
  expect(flawsOf(raw)).toEqual([expect.stringMatching(/^campaigns\[0\]: .+, expected an object$/)]);
});

test.each([
  ['undefined', undefined],
  ['null', null],
  ['an object', { campaigns: [] }],
  ['"x"', 'x'],
  ['a list of 51', new Array(51)],
  ['a list of 4294967295', new Array(2 ** 32 - 1)],
])('%s instead of a list of campaigns', (value, raw) => {
  expect(checkCampaigns(raw, ready, KEYS)).toEqual({
    campaigns: ready,
    flaws: [`campaigns: ${value}, expected a list of at most 50`],
  });
});

const GOOD: readonly Readonly<Record<string, unknown>>[] = [
  NOTICE,
  OFFER,
  SPLIT,
  { id: 'trust', off: true },
  { id: 'trust', off: false },
  { id: 'trust', priority: 2 },
  { id: 'form-help', delay: '30s', limits: { perVisit: 2, cooldown: '1d', total: 10 } },
  { id: 'limited-points', when: { cartTotal: [50, null] } },
  { id: 'limited-points', incentive: { ...INCENTIVE, perDay: 1, perShopper: 3, costEach: 0.01, marginFloor: 0.1 } },
  { id: 'question', question: 'size' },
  { id: 'ask-budget', popup: 'question', intent: null, question: 'budget', triggers: ['price-shock'] },
  { ...NOTICE, intent: null },
  { ...NOTICE, intent: ['price', 'fit'] },
  { ...NOTICE, delay: '0s', priority: -1, off: undefined },
  {
    ...NOTICE,
    when: {
      pages: ['cart', 'checkout'],
      paths: ['/sale*', '*'],
      cartTotal: [null, null],
      cartCount: [0, 3],
      products: ['sku-1'],
      churn: [0.5, 1],
      margin: 0.1,
      preferences: { size: ['42', 43], style: ['classic'] },
      visitor: 'new',
      orders: [1, null],
      expected: [100, 100],
      devices: ['phone'],
      locales: ['de', 'en-GB'],
      hours: [22, 5],
      weekdays: ['sat', 'sun'],
      from: '2026-11-27T00:00+01:00',
      until: '2026-12-01T00:00:00Z',
      tags: { vip: ['yes'], 'member-level': ['gold', 'silver'] },
    },
  },
  {
    ...NOTICE,
    copy: {
      'zh-Hant': { title: '你好 {{x}}' },
      de: {
        title: 'Hallo',
        body: '{preferences.style} für {budget}',
        action: 'Los',
        link: 'https://shop.example/a?b=c#d',
      },
    },
  },
  { ...OFFER, copy: { en: { title: '{amount} points for you' } } },
  { ...OFFER, incentive: { kind: 'free-shipping', lasts: '1d', claim: '' } },
  {
    ...OFFER,
    incentive: undefined,
    ...split([
      { id: 'a', share: 0.25, incentive: INCENTIVE },
      { id: 'b', share: 0.75, incentive: INCENTIVE },
    ]),
  },
  { ...NOTICE, ...split(Array.from({ length: 10 }, (_, at) => ({ id: `v${at}`, share: 0.1 }))) },
  {
    ...NOTICE,
    copy: undefined,
    ...split([
      { ...VARIANTS[1], id: 'a' },
      { ...VARIANTS[1], id: 'b' },
    ]),
  },
];

test('fifteen good ones and more', () => {
  expect(GOOD.length).toBeGreaterThanOrEqual(15);
});

test.each(GOOD)('%#: nothing is wrong with a good one', (raw) => {
  expect(flawsOf(raw)).toEqual([]);
  expect(fitsSchema(configSchema, JSON.parse(JSON.stringify({ campaigns: [raw] })))).toBe(true);
});

describe('the published schema and the check agree', () => {
  test('the schema alone refuses most of the broken ones', () => {
    const refused = BROKEN.filter(([base, change]) => {
      const raw = JSON.parse(JSON.stringify(Object.fromEntries([...Object.entries(base), ...Object.entries(change)])));
      return !fitsSchema(configSchema, { campaigns: [raw] });
    });
    expect(refused.length / BROKEN.length).toBeGreaterThan(0.7);
  });

  test('whatever is changed in a good one', () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(
        ...GOOD.flatMap((one) => Object.values(one)),
        '20m',
        '/a',
        'price',
        0,
        1,
        2,
        null,
        true,
        [],
        {},
      ),
      fc.jsonValue(),
    );
    /** Somewhere in it, one value in the place of another. */
    const changed = (raw: unknown, steps: readonly number[], value: unknown): unknown => {
      const [step, ...rest] = steps;
      if (step === undefined || typeof raw !== 'object' || raw === null) return value;
      const keys = [...Object.keys(raw), 'more'];
      const key = keys[step % keys.length] as string;
      const inner = changed((raw as Record<string, unknown>)[key], rest, value);
      return Array.isArray(raw) ? raw.map((one, at) => (`${at}` === key ? inner : one)) : { ...raw, [key]: inner };
    };
    let refused = 0;
    const broken = fc
      .tuple(fc.constantFrom(...GOOD), fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }), values)
      .map(([raw, steps, value]) => changed(raw, steps, value));
    fc.assert(
      fc.property(broken, (one) => {
        const raw = JSON.parse(JSON.stringify(one ?? null));
        if (fitsSchema(configSchema, { campaigns: [raw] })) return;
        refused++;
        expect(flawsOf(raw)).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
    // Were it never refused, nothing would have been shown.
    expect(refused).toBeGreaterThan(1000);
  });
});

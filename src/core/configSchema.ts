import type { Incentive, QuestionKind, WaverOptions } from '../types';
import { campaignSchema } from './campaignSchema';
import type { Schema } from './checkSchema';

/** What an editor shows beside a field: `title` what it is for, `description` what should stand there. */
type Field = Schema & {
  readonly examples?: readonly unknown[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
};

const field = (title: string, description: string, example: unknown, more: Schema): Field => ({
  title,
  description,
  examples: [example],
  ...more,
});
const text = (title: string, description: string, example: string, pattern?: string): Field =>
  field(title, description, example, { type: 'string', pattern });
const number = (title: string, description: string, example: number, pattern: string, maximum?: number): Field =>
  field(title, description, example, { type: ['number', 'string'], minimum: 0, maximum, pattern });
const truth = (title: string): Field =>
  field(title, 'true or false', true, { type: ['boolean', 'string'], pattern: '^(true|false)?$' });

const SHARE = '^(0|1|0?[.][0-9]+)$';
const COUNT = '^[0-9]{1,3}$';
const DURATION = '^[0-9]{1,6}[smhd]$';
const ADDRESS = '^(https?:|[./])';
const SPAN = '^[0-9]{1,3}(-[0-9]{1,3})?$';
const PATHS = '^[/*]';
const duration = (title: string): Field => text(title, 'a duration such as 30s, 20m, 12h or 7d', '20m', DURATION);
const paths = (kind: string): Field => text(`Where ${kind}`, 'paths such as /sale*, separated by commas', '/a*', PATHS);

/** What only code can hand in, and what stands below by itself. */
type Elsewhere = 'claim' | 'mayShow' | 'popup' | 'questions' | 'campaigns' | `tag${string}`;

const OPTIONS: Readonly<Record<Exclude<keyof WaverOptions, Elsewhere>, Field>> = {
  consent: text('Who says what may be kept', 'granted, required or auto', 'auto', '^(granted|required|auto)$'),
  locale: text('Language of the popups', 'a language such as de or de-AT', 'de', '^[A-Za-z]{2,3}(-[A-Za-z0-9_]+)*$'),
  threshold: number('Probability of leaving from which on to act', 'a number from 0 to 1', 0.6, SHARE, 1),
  holdout: number('Share of visitors who see nothing, for comparison', 'a number from 0 to 1', 0.1, SHARE, 1),
  maxPerVisit: number('Popups in one visit', 'a whole number', 1, COUNT, 999),
  cooldown: duration('How long a popup that was closed or answered stays away'),
  points: number('Points for who hesitates on price', 'a number above 0', 500, '^[1-9][0-9]{0,8}$', 999_999_999),
  pointsLasts: duration('How long the points are held for the shopper'),
  pointsClaim: text('Where the points are claimed', 'an http(s) address or a path', '/claim', ADDRESS),
  deliveryHandling: text('Business days until a parcel leaves', 'days such as 0-1', '0-1', SPAN),
  deliveryTransit: text('Days with the carrier', 'days such as 1-2', '1-2', SPAN),
  deliveryCutoff: text(
    'Order before this time to leave today',
    'a time such as 15:00',
    '15:00',
    '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  ),
  deliveryTimezone: text('Time zone of the shop', 'an IANA time zone', 'Europe/Berlin', '.'),
  deliveryDays: text('Days on which the shop works', 'weekdays such as mo-fr or mo,we,fr', 'mo-fr'),
  deliveryHolidays: text('Days on which it does not', 'dates, separated by commas', '2026-12-25,2026-12-26'),
  returnsDays: number('Days in which a purchase can be sent back', 'a whole number', 30, COUNT, 999),
  freeShippingOver: number('Cart total from which shipping is free', 'money', 50, '^[0-9]+([.][0-9]+)?$'),
  shopReturnsFree: truth('Sending back costs nothing'),
  shopPaymentMethods: text('How one can pay', 'names, separated by commas', 'Visa, PayPal'),
  shopContact: text(
    'How the shop is reached',
    'telephone and e-mail address, separated by a comma',
    'help@shop.example',
  ),
  shopSizeGuide: text('Where sizes are explained', 'an address in the shop', '/sizes'),
  shopSaveCart: text('Where a cart can be kept for later', 'an address in the shop', '/save'),
  shopAlternatives: text('Where products in the place of dearer ones are listed', 'an address of JSON', '/other.json'),
  shopLinkKey: text('Public key of links that say who follows them', 'base64 of SPKI', 'MFkwEwYHKoZIzj0CAQ…'),
  moments: field('Thresholds of moments, or off', 'kinds with whole numbers or off', 'policy-dwell=8 rage-click=off', {
    type: ['string', 'object'],
    additionalProperties: {
      description: 'a whole number, or off',
      type: ['integer', 'string'],
      pattern: '^(off|[0-9]+)$',
    },
  }),
  model: text('A trained model', 'an http(s) address or a path', '/model.json', ADDRESS),
  destinations: field(
    'Tools on the page that hear of it, each told once',
    'names such as data-layer klaviyo, or a list of names and of objects with a name',
    [{ name: 'segment', sample: 0.5 }],
    {
      type: ['string', 'array'],
      pattern: '^[a-z0-9]+([-, ][a-z0-9]+)*$',
      items: { description: 'a name, or an object with one', type: ['string', 'object'], required: ['name'] },
    },
  ),
  webhook: field('Where records are posted', 'an http(s) address or a path, or an object with url', '/events', {
    type: ['string', 'object'],
    pattern: '^(https?:|[./])',
    required: ['url'],
  }),
  accent: text('Colour of the main button', 'a CSS colour', 'teal'),
  theme: text('Look of the popups', 'paper, ink or outline', 'ink', '^(paper|ink|outline)$'),
  debug: truth('Every record to the console'),
  pagesHome: paths('the home page is'),
  pagesListing: paths('products are listed'),
  pagesProduct: paths('one product is shown'),
  pagesCart: paths('the cart is'),
  pagesCheckout: paths('the checkout is'),
  pagesThankYou: paths('an order is confirmed'),
  pagesShipping: paths('shipping is explained'),
  pagesReturns: paths('returns are explained'),
  pagesPayment: paths('payment is explained'),
  pagesSizeGuide: paths('sizes are explained'),
  pagesReviews: paths('reviews are'),
  pagesContact: paths('one can reach the shop'),
  pagesAbout: paths('the shop tells of itself'),
  pagesAccount: paths('the account is'),
};

/** The fields of an incentive in full; which of them go together is said by `checkIncentive`. */
const INCENTIVE: Readonly<Record<keyof Incentive, Schema>> = {
  kind: { type: 'string', enum: ['points', 'code', 'free-shipping', 'gift'] },
  amount: {
    description: 'whole points, or [least, most]; only with the kind points',
    type: ['integer', 'array'],
    minimum: 1,
    maximum: 999_999_999,
    minItems: 2,
    maxItems: 2,
    items: { type: 'integer', minimum: 1, maximum: 999_999_999 },
  },
  lasts: { description: 'a time from 1m to 30d', type: ['string', 'number'], pattern: DURATION, minimum: 60_000 },
  claim: { description: 'an address that begins with https:// or /, or "" for the callback', type: 'string' },
  costEach: { description: 'money, more than 0', type: 'number', exclusiveMinimum: 0 },
  marginFloor: { description: 'a share, more than 0 and at most 1', type: 'number', exclusiveMinimum: 0, maximum: 1 },
  perDay: { description: 'a whole number, 1 to 1000', type: 'integer', minimum: 1, maximum: 1000 },
  perShopper: { description: 'a whole number, 1 to 1000', type: 'integer', minimum: 1, maximum: 1000 },
};

/** What each field of a campaign is for, by where it stands; in the variants of an experiment the same. */
const TITLES: Readonly<Record<string, string>> = {
  id: 'Its name; that of a ready campaign changes that one',
  off: 'Takes a ready campaign away',
  popup: 'What it shows',
  place: 'Where it stands; dialog only where it was asked for',
  intent: 'Why the shopper hesitates; null: for when no reason stands out',
  question: 'The question it asks, by its key',
  triggers: 'Moments of which one must have been noticed in this visit',
  when: 'Conditions, all of which must hold',
  'when.pages': 'Kinds of pages it may come on',
  'when.paths': 'Paths it may come on',
  'when.cartTotal': 'Total of the cart, in major units',
  'when.cartCount': 'Pieces in the cart',
  'when.products': 'Item ids of which one must be in the cart',
  'when.churn': 'Probability of leaving, in the place of the threshold',
  'when.margin': 'How far the reason leads the next one, in probability',
  'when.preferences': 'What the shopper answered, each one of these',
  'when.visitor': 'Somebody new, or who has been here before',
  'when.orders': 'Orders known of this shopper',
  'when.expected': 'What this shopper is expected to spend in a year, in major units',
  'when.devices': 'Kinds of devices',
  'when.locales': 'Languages of the popup; de is also de-AT',
  'when.hours': 'Hours of the day in the zone of the shop, both included; [22, 5] runs over midnight',
  'when.weekdays': 'Days of the week in the zone of the shop',
  'when.from': 'When it begins',
  'when.until': 'When it is over',
  'when.tags': 'What the shop says in data-tag-…, each one of these',
  delay: 'Time between the decision and the popup',
  copy: 'Words in the place of the ready ones, by language',
  'copy.title': 'Heading',
  'copy.body': 'Text below it',
  'copy.action': 'Words on the main button',
  'copy.link': 'Where the main button leads',
  'copy.dismiss': 'Words on the way out',
  incentive: 'What is offered until a deadline that is set once',
  'incentive.kind': 'What is given',
  'incentive.amount': 'How many points; of two the more, the likelier the shopper leaves',
  'incentive.lasts': 'How long it holds, from the first showing',
  'incentive.claim': 'Where the shop grants it',
  'incentive.costEach': 'What one of it costs the shop, in major units',
  'incentive.marginFloor': 'Share of the cart total that may be spent on it',
  'incentive.perDay': 'Offers to one shopper in a day',
  'incentive.perShopper': 'Offers to one shopper in all',
  limits: 'How often it comes',
  'limits.perVisit': 'Times in one visit',
  'limits.cooldown': 'How long it stays away once it was closed or answered',
  'limits.total': 'Times in all',
  priority: 'Higher goes first',
  experiment: 'Variants that are compared',
  'experiment.id': 'Its name',
  'experiment.variants': 'What is compared; shares add up to 1',
  'experiment.variants.id': 'Its name',
  'experiment.variants.share': 'Share of visitors who get it',
};

/** With titles, at every depth. */
const titled = (schema: Schema, path: string): Schema => {
  const { items, additionalProperties: others } = schema;
  const isIncentive = path.endsWith('incentive');
  const properties = isIncentive ? INCENTIVE : schema.properties;
  const inner = ([name, one]: readonly [string, Schema]) => [name, titled(one, path ? `${path}.${name}` : name)];
  return {
    title: TITLES[path] ?? TITLES[path.replace(/^experiment[.]variants[.]/, '')],
    ...schema,
    ...(isIncentive && { required: ['kind', 'lasts', 'claim'] }),
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(inner)) }),
    ...(items && { items: { ...titled(items, path), title: undefined } }),
    ...(others && { additionalProperties: { ...titled(others, path), title: undefined } }),
  };
};

const KINDS: readonly QuestionKind[] = ['one', 'several', 'scale', 'number', 'date', 'size'];

/**
 * The whole of what `data-config` may hold, as JSON Schema 2020-12; the build publishes it. Of questions only the outline:
 * `checkQuestion` says the rest.
 */
export const configSchema: Field & Readonly<Record<'$schema' | '$id', string>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:waver:config:1',
  title: 'Waver configuration',
  description: 'Options, questions and campaigns of a shop, as data-config loads them.',
  type: 'object',
  properties: {
    ...OPTIONS,
    questions: {
      title: 'Questions of the shop, beside the ready ones or in their place',
      description: 'a list of questions',
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'kind', 'purpose', 'keepDays'],
        properties: {
          key: { title: 'Its name', description: 'a kebab-case name', type: 'string' },
          kind: { title: 'How it is answered', type: 'string', enum: KINDS },
          purpose: { title: 'What the answer is for', description: 'a kebab-case name', type: 'string' },
          keepDays: { title: 'How long the answer holds', description: 'whole days, 1 to 730', type: 'integer' },
        },
      },
    },
    campaigns: {
      title: 'Campaigns of the shop, and changes to the ready ones',
      description: 'a list of at most 50',
      type: 'array',
      maxItems: 50,
      items: titled(campaignSchema, ''),
    },
  },
  patternProperties: {
    '^tag[A-Z]': {
      title: 'A word about this shopper or page, for the condition tags',
      type: ['string', 'number', 'boolean'],
    },
  },
  additionalProperties: false,
};

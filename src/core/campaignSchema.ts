import type { CampaignCopy, Conditions, Device, Incentive, Intent, PageKind, Place, PopupKind } from '../types';
import type { Schema } from './checkSchema';

/** The words of a type, each once: what is missing or too much does not compile. */
const all = <T extends string>(words: Readonly<Record<T, 1>>): T[] => Object.keys(words) as T[];

const INTENTS = all<Intent>({ price: 1, delivery: 1, effort: 1, fit: 1, returns: 1, payment: 1, trust: 1 });
const POPUPS = all<PopupKind>({
  'delivery-promise': 1,
  offer: 1,
  'form-help': 1,
  question: 1,
  'fit-help': 1,
  'returns-promise': 1,
  'payment-help': 1,
  trust: 1,
  'preference-invitation': 1,
  'save-for-later': 1,
  'free-shipping': 1,
  alternatives: 1,
  notice: 1,
});
const PAGES = all<PageKind>({
  home: 1,
  listing: 1,
  product: 1,
  cart: 1,
  checkout: 1,
  'thank-you': 1,
  shipping: 1,
  returns: 1,
  payment: 1,
  'size-guide': 1,
  reviews: 1,
  contact: 1,
  about: 1,
  account: 1,
  other: 1,
});
const PLACES = all<Place>({ corner: 1, bar: 1, dialog: 1 });
const DEVICES = all<Device>({ phone: 1, tablet: 1, desktop: 1 });
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** All built-in moments, by name alone: what notices them is loaded with the tag, and not once more. */
export const MOMENTS: readonly string[] = (
  'policy-dwell trust-seeking field-error field-hesitation field-refill form-abandonment coupon-hunt coupon-rejected ' +
  'price-recheck price-copy price-shock cart-wavering cart-idle back-and-forth quick-back rage-click dead-click ' +
  'exit-intent tab-away slow-page payment-failure'
).split(' ');

const text = (maxLength: number): Schema => ({
  description: `text of at most ${maxLength} characters`,
  type: 'string',
  maxLength,
  pattern: '\\S',
});
const word = (words: readonly string[]): Schema => ({ type: 'string', enum: words });
const whole = (minimum: number, maximum: number): Schema => ({
  description: `a whole number, ${minimum} to ${maximum}`,
  type: 'integer',
  minimum,
  maximum,
});
const list = (items: Schema, maxItems: number): Schema => ({
  description: `a list of 1 to ${maxItems}`,
  type: 'array',
  minItems: 1,
  maxItems,
  items,
});
const range = (what: string, type: 'number' | 'integer', maximum?: number): Schema => ({
  description: `[least, most], ${what}; null: open`,
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: { description: `${what}, or null`, type: [type, 'null'], minimum: 0, maximum },
});
/** What stands under names that are the shop's own. */
const entries = (propertyNames: Schema, additionalProperties: Schema, description: string): Schema => ({
  description,
  type: 'object',
  minProperties: 1,
  maxProperties: 50,
  propertyNames,
  additionalProperties,
});
const fields = <T extends string>(
  properties: Readonly<Record<T, Schema>>,
  required?: readonly string[],
  minProperties?: number,
): Schema => ({ type: 'object', minProperties, required, properties, additionalProperties: false });

const NAME = '[a-z0-9]+(-[a-z0-9]+)*$';
const name: Schema = {
  description: 'a kebab-case name of at most 60 characters',
  type: 'string',
  maxLength: 60,
  pattern: `^(?!constructor$)${NAME}`,
};
const id: Schema = {
  ...name,
  description: 'a kebab-case name of at most 60 characters that does not begin with question-',
  pattern: `^(?!constructor$|question-)${NAME}`,
};
const duration: Schema = {
  description: 'a duration such as 30s, 20m, 12h or 7d',
  type: 'string',
  pattern: '^[0-9]{1,6}[smhd]$',
};
const money = 'money, 0 or more';
const instant: Schema = {
  description: 'a time with its zone such as 2026-11-27T00:00+01:00',
  type: 'string',
  pattern: '^20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-][01][0-9]:[0-5][0-9])$',
};
const language: Schema = {
  description: 'a language such as de or de-AT',
  type: 'string',
  maxLength: 60,
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,8}$',
};
const path: Schema = {
  description: 'a path such as /sale*',
  type: 'string',
  maxLength: 200,
  pattern: '^[/*][^\\s,]*$',
};

const copy = entries(
  language,
  fields<keyof CampaignCopy>(
    {
      title: text(120),
      body: text(500),
      action: text(60),
      // No other scheme, no other host in disguise (`//`, `/\`), and nothing filled in.
      link: {
        description: 'an address that begins with https:// or /, without { }',
        type: 'string',
        pattern: '^(https://[^\\s"\'<>{}\\\\/]|/(?![/\\\\]))[^\\s"\'<>{}\\\\]{0,500}$',
      },
      dismiss: text(60),
    },
    undefined,
    1,
  ),
  'words by language such as { "en": { "title": "…" } }',
);

const conditions = fields<keyof Conditions>(
  {
    pages: list(word(PAGES), 15),
    paths: list(path, 50),
    cartTotal: range(money, 'number'),
    cartCount: range('whole pieces, 0 or more', 'integer'),
    products: list(text(100), 500),
    churn: range('shares, 0 to 1', 'number', 1),
    margin: { description: 'a share, 0 to 1', type: 'number', minimum: 0, maximum: 1 },
    preferences: entries(
      name,
      list({ description: 'a word or a number', type: ['string', 'number'], maxLength: 200 }, 50),
      'lists of values by question',
    ),
    visitor: word(['new', 'returning']),
    orders: range('whole orders, 0 or more', 'integer'),
    expected: range(money, 'number'),
    devices: list(word(DEVICES), 3),
    locales: list(language, 50),
    hours: {
      description: '[first, last] hour',
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: whole(0, 23),
    },
    weekdays: list(word(WEEKDAYS), 7),
    from: instant,
    until: instant,
    tags: entries(name, list(text(200), 50), 'lists of words by tag'),
  },
  undefined,
  1,
);

/** Only its names: `checkIncentive` knows what may stand there, and why. */
const incentive = fields<keyof Incentive>({
  kind: {},
  amount: {},
  lasts: {},
  claim: {},
  costEach: {},
  marginFloor: {},
  perDay: {},
  perShopper: {},
});

/** One campaign as a shop writes it: of a ready one only what is to be changed. What a schema cannot say, `checkCampaigns` does. */
export const campaignSchema: Schema = fields(
  {
    id,
    off: { description: 'true or false', type: 'boolean' },
    popup: word(POPUPS),
    place: word(PLACES),
    intent: {
      description: `one of ${INTENTS.join(', ')}, a list of them, or null`,
      type: ['string', 'array', 'null'],
      pattern: `^(${INTENTS.join('|')})$`,
      minItems: 1,
      maxItems: INTENTS.length,
      items: word(INTENTS),
    },
    question: name,
    triggers: list(name, 50),
    when: conditions,
    delay: duration,
    copy,
    incentive,
    limits: fields({ perVisit: whole(1, 20), cooldown: duration, total: whole(1, 50) }, undefined, 1),
    priority: whole(-100, 100),
    experiment: fields(
      {
        id: name,
        variants: {
          description: 'a list of 2 to 10',
          type: 'array',
          minItems: 2,
          maxItems: 10,
          items: fields(
            {
              id: name,
              share: {
                description: 'a share, more than 0 and at most 1',
                type: 'number',
                exclusiveMinimum: 0,
                maximum: 1,
              },
              copy,
              incentive,
              delay: duration,
            },
            ['id', 'share'],
          ),
        },
      },
      ['id', 'variants'],
    ),
  },
  ['id'],
);

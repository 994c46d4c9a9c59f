import type { Schema } from '../core/checkSchema';

const list = (description: string, words: readonly string[]): Schema => ({
  description: `a list of ${description}`,
  type: 'array',
  minItems: 1,
  items: { description, type: 'string', enum: words },
});
const text = (description: string): Schema => ({ description, type: 'string', pattern: '.', maxLength: 60 });
const truth: Schema = { description: 'true or false', type: 'boolean' };
const names = (description: string, pattern: string): Schema => ({
  description,
  type: 'array',
  items: { description: 'a name', type: 'string', pattern },
});

const RECORDS = ['decision', 'outcome', 'experiment', 'purchase', 'moment', 'score'];

/** What every destination takes. */
const COMMON: Readonly<Record<string, Schema>> = {
  name: text('the name of a destination'),
  label: text('its name as the shopper reads it'),
  purposes: list('functional, analytics or marketing', ['functional', 'analytics', 'marketing']),
  records: list('decision, outcome, experiment, purchase, moment or score', RECORDS),
  fields: {
    description: 'lists of fields by record',
    type: 'object',
    properties: Object.fromEntries(RECORDS.map((type) => [type, names('a list of fields', '^[A-Za-z]+$')])),
    additionalProperties: false,
  },
  sample: { description: 'a number from 0 to 1', type: 'number', minimum: 0, maximum: 1 },
  learn: names('a list of names', '.'),
  identify: truth,
};

/** What some take beside it. */
const OWN: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  ga4: { promotions: truth },
  'data-layer': { promotions: truth, layer: text('the name of a list') },
  hubspot: {
    account: { description: 'the number of an account', type: ['string', 'integer'], pattern: '^[0-9]+$', minimum: 1 },
  },
  snowplow: { tracker: text('the name of a function') },
};

/** The options of one destination, by its name; one that the shop has made may take others. */
export const destinationSchema = (name: string, made?: boolean): Schema => ({
  description: 'a name, or an object with one',
  type: 'object',
  properties: { ...COMMON, ...OWN[name] },
  additionalProperties: made && !OWN[name] ? undefined : false,
});

import { describe, expect, test } from 'vitest';
import { campaignSchema } from '../../src/core/campaignSchema';
import type { Schema } from '../../src/core/checkSchema';
import { configSchema } from '../../src/core/configSchema';
import { readOptions } from '../../src/options';
import { fitsSchema } from './fitsSchema';

const published = JSON.parse(JSON.stringify(configSchema)) as typeof configSchema;
const { questions, campaigns, ...options } = published.properties as Readonly<
  Record<string, Schema & { examples: unknown[] }>
>;

/** Every field there is, with its path, at any depth. */
const fieldsOf = (schema: Schema, path = ''): [string, Schema][] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, one]): [string, Schema][] => [
    [`${path}${name}`, one],
    ...fieldsOf(one, `${path}${name}.`),
  ]),
  ...[schema.items, schema.additionalProperties].flatMap((one) => (one ? fieldsOf(one, `${path}`) : [])),
];

test('the draft by its name, and an id that is no address', () => {
  expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(published.$id).toMatch(/^urn:/);
  expect(JSON.stringify({ ...published, $schema: '' })).not.toMatch(/https?:\/\/[a-z]/);
});

test('every field says what it is for', () => {
  const fields = fieldsOf(published);
  expect(fields.length).toBeGreaterThan(100);
  for (const [path, { title }] of fields) expect(title, path).toMatch(/^[A-Z].{5,}[^.]$/);
});

test('every option and every field of a campaign says what should stand there', () => {
  for (const [path, { description, enum: words, properties }] of fieldsOf(published))
    expect(description ?? words ?? properties, path).toBeTruthy();
});

test('the fields of a campaign are those the check knows, and no others', () => {
  const names = (schema: Schema) => fieldsOf(schema).map(([path]) => path);
  expect(names(campaigns?.items as Schema)).toEqual(names(campaignSchema));
});

describe('an option', () => {
  test.each(Object.entries(options).map(([name, { examples }]) => ({ name, example: examples[0] })))(
    '$name is one of Waver’s: $example is taken',
    ({ name, example }) => {
      expect(fitsSchema(published, { [name]: example })).toBe(true);
      // Points alone are refused, for want of what they are claimed by.
      const beside = name === 'points' ? { pointsLasts: '20m', pointsClaim: '/claim' } : {};
      // No browser is here to be asked whether this is a colour.
      if (name !== 'accent') expect(readOptions({ [name]: example, ...beside }).wrong).toEqual([]);
    },
  );

  test('as text or as a number, where it is one', () => {
    expect(fitsSchema(published, { threshold: '0.7', maxPerVisit: 2, debug: true, tagVip: 'yes' })).toBe(true);
    expect(fitsSchema(published, { moments: { 'policy-dwell': 8, 'rage-click': 'off' } })).toBe(true);
  });

  test.each([
    { threshold: 2 },
    { threshold: 'high' },
    { cooldown: '7 days' },
    { consent: 'maybe' },
    { deliveryCutoff: '25:00' },
    { debug: 'on' },
    { treshold: 0.6 },
    { tagvip: 'yes' },
    { moments: { 'policy-dwell': true } },
    { questions: [{ key: 'room' }] },
    { campaigns: {} },
  ])('%j is refused', (config) => {
    expect(fitsSchema(published, config)).toBe(false);
  });
});

test('a question in outline', () => {
  expect(questions?.items?.required).toEqual(['key', 'kind', 'purpose', 'keepDays']);
  const room = { key: 'room', kind: 'one', purpose: 'p', keepDays: 90, options: [{ value: 'bath' }] };
  expect(fitsSchema(published, { questions: [room] })).toBe(true);
});

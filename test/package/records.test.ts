import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../build/recordSchema.mjs';

/** The published schema is that of the types, and docs/RECORDS.md says what it says. */

interface Schema {
  readonly const?: unknown;
  readonly enum?: readonly (string | null)[];
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
}
const published = JSON.parse(readFileSync('dist/schema/records.json', 'utf8'));
const $defs: Readonly<Record<string, Schema>> = published.$defs;

test('dist/schema/records.json is made from the types as they are', () => {
  expect(published).toEqual(recordSchema());
  expect(published.$id).toBe('urn:waver:record:1');
  expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

test('package.json hands it out', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(exports['./schema/records.json']).toBe('./dist/schema/records.json');
});

const NAMES: Readonly<Record<string, string>> = { string: 'text', boolean: 'true or false' };
/** Longer lists stand in a table of their own elsewhere. */
const MOST_WORDS = 7;

/** A field's value as the page says it. */
const wordsOf = (schema: Schema): string => {
  const { type, items, anyOf, properties, additionalProperties: others } = schema;
  const orNull = [type].flat().includes('null') && schema.enum ? ', or null' : '';
  const words = schema.enum?.filter((word) => word !== null);
  if (anyOf) {
    const parts = anyOf.flatMap((one) => wordsOf(one).split(' or '));
    return `${parts.slice(0, -1).join(', ')}, or ${parts.at(-1)}`;
  }
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (words)
    return `${words.length > MOST_WORDS ? 'a word' : `one of ${words.map((word) => `\`${word}\``).join(', ')}`}${orNull}`;
  if (items) return `list of ${wordsOf(items).replace('object of ', '')}`;
  if (properties)
    return `object of ${Object.keys(properties)
      .sort()
      .map((name) => `\`${name}\``)
      .join(', ')}`;
  if (others) return `${wordsOf(others)} by name`;
  return [type]
    .flat()
    .map((name = '') => NAMES[name] ?? name)
    .join(' or ');
};

/** Fields of a definition; of several forms all that any of them has. */
const fieldsOf = ({ oneOf, properties = {}, required = [] }: Schema): [name: string, value: string][] => {
  if (!oneOf)
    return Object.entries(properties).map(([name, schema]) => [
      name,
      `${wordsOf(schema)}${required.includes(name) ? '' : ', or absent'}`,
    ]);
  const forms = oneOf.map((one) => new Map(fieldsOf(one)));
  return [...new Set(forms.flatMap((form) => [...form.keys()]))].map((name) => {
    const [first = '', ...more] = [...new Set(forms.map((form) => form.get(name)))].filter((one) => one !== undefined);
    if (!more.length) return [name, forms.every((form) => form.has(name)) ? first : `${first}, or absent`];
    return [name, [first, ...more].map((one) => one.replaceAll('`', '')).join(' or ')];
  });
};

describe('docs/RECORDS.md', () => {
  const text = readFileSync('docs/RECORDS.md', 'utf8');
  const tables = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [
        part.split('\n')[0],
        [...part.matchAll(/^\| `(\w+)` *\| (.*?) *\| (.*?) *\|$/gm)].map(([, ...cells]) => cells),
      ]),
  );
  const common = (tables.get('Every record') ?? []).map(([name = '', value = '']) => [name, value] as const);
  const told = Object.entries($defs).filter(([name]) => name !== 'sent-score');

  test('has a table for each type, and no other', () => {
    expect([...tables.keys()]).toEqual(['Every record', ...told.map(([name]) => name)]);
  });

  test.each(told)('%s: each field with its value, and no other; each says what it means', (type, schema) => {
    const own = tables.get(type) ?? [];
    const written = [...common, ...own].map(([name, value]) => [name, name === 'type' ? `\`${type}\`` : value]);
    expect(written.sort()).toEqual(fieldsOf(schema).sort());
    for (const [name, , meaning = ''] of own) expect(meaning.length, name).toBeGreaterThan(4);
  });

  test('what a sent score lacks is what it says', () => {
    const names = (type: string) => Object.keys($defs[type]?.properties ?? {});
    expect(names('score').filter((name) => !names('sent-score').includes(name))).toEqual([
      'intents',
      'because',
      'intentBecause',
    ]);
    expect(text).toContain('without `intents`,\n  `because` and `intentBecause`');
  });
});

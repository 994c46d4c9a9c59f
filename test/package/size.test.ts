import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';

/** What a shopper's phone loads, of the last build. A budget is a promise: raising one is a decision, not a repair. */

const DIST = 'dist';
/** Most bytes over the wire, brotli at its best, as a CDN sends it. */
const BUDGETS: Readonly<Record<string, number>> = {
  'waver.js': 10_000,
  'index.js': 10_000,
  'reader.js': 17_200,
  'forms.js': 7800,
  'platforms.js': 5200,
  'consent.js': 3000,
  'mind.js': 12_900,
  'own-popup.js': 400,
  'campaigns.js': 7000,
  'answers.js': 5900,
  'model.js': 1100,
  'facts.js': 5000,
  'telling.js': 3400,
  'destinations.js': 2000,
  'read-destination.js': 1800,
  'to-adobe.js': 400,
  'to-analytics-js.js': 500,
  'to-braze.js': 400,
  'to-ga4.js': 600,
  'to-hubspot.js': 500,
  'to-karte.js': 400,
  'to-klaviyo.js': 400,
  'to-posthog.js': 400,
  'to-rtoaster.js': 400,
  'to-salesforce.js': 400,
  'to-snowplow.js': 400,
  'webhook.js': 3000,
  'read-webhook.js': 500,
  'identity.js': 2200,
  'widgets.js': 7500,
  'adopt-look.js': 1500,
  'delivery-promise.js': 1100,
  'offer.js': 2000,
  'notice.js': 2200,
  'form-help.js': 3500,
  'ask.js': 4100,
  'why.js': 1000,
  'preferences.js': 3400,
  'copy-de.js': 2600,
  'copy-fr.js': 2700,
  'copy-es.js': 2500,
  'copy-it.js': 2600,
  'copy-pt.js': 2500,
  'copy-nl.js': 2500,
  'copy-ja.js': 2600,
  'copy-ko.js': 2500,
  'copy-zh-hans.js': 2300,
  'copy-zh-hant.js': 2400,
  'copy-ar.js': 2700,
  'copy-he.js': 2500,
  'copy-de-ask.js': 1800,
  'copy-fr-ask.js': 1800,
  'copy-es-ask.js': 1600,
  'copy-it-ask.js': 1700,
  'copy-pt-ask.js': 1600,
  'copy-nl-ask.js': 1700,
  'copy-ja-ask.js': 1800,
  'copy-ko-ask.js': 1800,
  'copy-zh-hans-ask.js': 1500,
  'copy-zh-hant-ask.js': 1600,
  'copy-ar-ask.js': 1700,
  'copy-he-ask.js': 1700,
};

const read = (name: string) => readFileSync(`${DIST}/${name}`);
const brotli = (name: string) => brotliCompressSync(read(name)).length;
const built = readdirSync(DIST).filter((name) => name.endsWith('.js'));

test('these files and no others: each further one would be a request more', () => {
  expect(built.sort()).toEqual(Object.keys(BUDGETS).sort());
});

test('the JSON Schema of the configuration is there, under a name that is no address', () => {
  const { $id, properties } = JSON.parse(readFileSync(`${DIST}/schema/config.json`, 'utf8'));
  expect($id).toMatch(/^urn:/);
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(['campaigns', 'threshold', 'freeShippingOver']));
});

describe('within its budget', () => {
  test.each(Object.entries(BUDGETS))('%s in %d B', (name, budget) => {
    expect(brotli(name)).toBeLessThanOrEqual(budget);
  });
});

describe('frame plus widget: all that a popup in English loads before it is seen, but for the look of the page', () => {
  test.each(['delivery-promise.js', 'offer.js', 'notice.js', 'form-help.js', 'ask.js'])('%s in 12,000 B', (name) => {
    expect(brotli('widgets.js') + brotli(name)).toBeLessThanOrEqual(12_000);
  });
});

describe('docs/SIZES.md and README tell what the build weighs', () => {
  const rowsOf = (page: string) =>
    [...readFileSync(page, 'utf8').matchAll(/^\| `([\w-]+\.js)` *\| *([\d.]+) kB/gm)].map(([, name = '', size]) => ({
      page,
      name,
      size,
    }));
  const rows = [...rowsOf('docs/SIZES.md'), ...rowsOf('README.md')];

  test('of every file the tag may load', () => {
    const names = rowsOf('docs/SIZES.md').map(({ name }) => name);
    expect(names.sort()).toEqual(built.filter((name) => name !== 'index.js').sort());
    expect(rowsOf('README.md').map(({ name }) => name)).toContain('waver.js');
  });

  test.each(rows)('$page, $name: $size kB', ({ name, size }) => {
    expect((brotli(name) / 1000).toFixed(1)).toBe(size);
  });
});

describe('a chunk loads', () => {
  const imports = (name: string) =>
    [
      ...read(name)
        .toString()
        .matchAll(/\bfrom\s*"([^"]+)"|(?:^|[;}])import\s*"([^"]+)"/g),
    ].map(([, from, bare]) => from ?? bare);

  test.each([
    'waver.js',
    'index.js',
    'reader.js',
    'forms.js',
    'platforms.js',
    'consent.js',
    'mind.js',
    'telling.js',
    'destinations.js',
    'facts.js',
    'campaigns.js',
    'widgets.js',
    ...built.filter((name) => name.startsWith('copy-')),
  ])('%s: nothing with it', (name) => {
    expect(imports(name)).toEqual([]);
  });

  test.each(['delivery-promise.js', 'form-help.js', 'ask.js', 'offer.js', 'notice.js', 'why.js', 'adopt-look.js'])(
    '%s: what is there before it',
    (name) => {
      expect(imports(name)).toEqual(['./widgets.js']);
    },
  );

  test('preferences.js: what is there before it, and what is asked for together with it', () => {
    expect(imports('preferences.js').sort()).toEqual(['./ask.js', './widgets.js']);
  });

  test.each(['model.js', 'answers.js'])('%s: what is there before it', (name) => {
    expect(imports(name)).toEqual(['./mind.js']);
  });

  test.each([
    'identity.js',
    'webhook.js',
    'read-webhook.js',
    'read-destination.js',
    ...built.filter((name) => name.startsWith('to-')),
  ])('%s: what is there before it, at most', (name) => {
    expect(imports(name).filter((from) => from !== './telling.js')).toEqual([]);
  });
});

afterAll(() => {
  const rows = built.map((name) => {
    const text = read(name);
    return { file: name, raw: text.length, gzip: gzipSync(text, { level: 9 }).length, brotli: brotli(name) };
  });
  console.table(Object.fromEntries(rows.map(({ file, ...sizes }) => [file, { ...sizes, budget: BUDGETS[file] }])));
});

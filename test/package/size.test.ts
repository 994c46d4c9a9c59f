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
  'mind.js': 7500,
  'model.js': 1100,
  'delivery.js': 2600,
  'widgets.js': 10_500,
  'form-help.js': 3500,
  'preferences.js': 1050,
  'copy-de.js': 2150,
  'copy-ja.js': 2150,
};

const read = (name: string) => readFileSync(`${DIST}/${name}`);
const brotli = (name: string) => brotliCompressSync(read(name)).length;
const built = readdirSync(DIST).filter((name) => name.endsWith('.js'));

test('these files and no others: each further one would be a request more', () => {
  expect(built.sort()).toEqual(Object.keys(BUDGETS).sort());
});

describe('within its budget', () => {
  test.each(Object.entries(BUDGETS))('%s in %d B', (name, budget) => {
    expect(brotli(name)).toBeLessThanOrEqual(budget);
  });
});

describe('README tells what the build weighs', () => {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([\w-]+\.js)` *\| *([\d.]+) kB/gm)];

  test('of every file the tag may load', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual(built.filter((name) => name !== 'index.js').sort());
  });

  test.each(rows.map(([, name = '', size]) => ({ name, size })))('$name: $size kB', ({ name, size }) => {
    expect((brotli(name) / 1000).toFixed(1)).toBe(size);
  });
});

describe('a chunk loads', () => {
  const imports = (name: string) =>
    [
      ...read(name)
        .toString()
        .matchAll(/\bfrom\s*"([^"]+)"|\bimport\s*"([^"]+)"/g),
    ].map(([, from, bare]) => from ?? bare);

  test.each([
    'waver.js',
    'index.js',
    'reader.js',
    'forms.js',
    'platforms.js',
    'mind.js',
    'delivery.js',
    'widgets.js',
    'copy-de.js',
    'copy-ja.js',
  ])('%s: nothing with it', (name) => {
    expect(imports(name)).toEqual([]);
  });

  test.each(['form-help.js', 'preferences.js'])('%s: what is there before it', (name) => {
    expect(imports(name)).toEqual(['./widgets.js']);
  });

  test('model.js: what is there before it', () => {
    expect(imports('model.js')).toEqual(['./mind.js']);
  });
});

afterAll(() => {
  const rows = built.map((name) => {
    const text = read(name);
    return { file: name, raw: text.length, gzip: gzipSync(text, { level: 9 }).length, brotli: brotli(name) };
  });
  console.table(Object.fromEntries(rows.map(({ file, ...sizes }) => [file, { ...sizes, budget: BUDGETS[file] }])));
});

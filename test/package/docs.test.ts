import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignWords, holdWords } from '../../demo/public/readout/words.js';
import { campaignSchema } from '../../src/core/campaignSchema';
import { campaigns } from '../../src/core/campaigns';
import { FEATURES, HALF_LIFE_MS } from '../../src/core/evidence';
import { detectors } from '../../src/core/moments';
import { PLACEHOLDERS } from '../../src/core/placeholders';
import { prior } from '../../src/core/prior';
import { questions } from '../../src/core/questions';
import type { Scorecard } from '../../src/types';

/** The pages say what the code does: their tables are compared with it, both ways. */

const read = (path: string) => readFileSync(path, 'utf8');
const pages = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);

/** The first table under a heading, without its head; its cells as text. */
const tableOf = (path: string, heading?: string): string[][] => {
  const lines = read(path).split('\n');
  const title = heading ? lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading) : 0;
  expect(title, `${path} has "${heading}"`).toBeGreaterThanOrEqual(0);
  const begin = lines.findIndex((line, at) => at >= title && line.startsWith('|'));
  const rest = lines.slice(begin);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(2, end < 0 ? undefined : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};
const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const plain = (cell = '') => cell.replaceAll('`', '');
const number = (cell = '') => Number(cell.replace('−', '-'));
const firstCodes = (rows: readonly string[][]) => rows.flatMap(([cell]) => codes(cell)).sort();

/** A scorecard as rows: feature, where, weight. What weighs nothing has no row. */
const rowsOf = ({ tables }: Scorecard): [feature: string, where: string, weight: number][] =>
  Object.entries(tables).flatMap(([feature, table]) => {
    const parts: [string, number][] =
      'levels' in table
        ? Object.entries(table.levels).map(([word, weight]) => [`is ${word}`, weight])
        : table.weights.map((weight, i) => [i ? `from ${table.edges[i - 1]}` : `below ${table.edges[0]}`, weight]);
    return [...parts, ['unknown', table.missing ?? 0] as const]
      .filter(([, weight]) => weight)
      .map(([where, weight]): [string, string, number] => [feature, where, weight]);
  });

describe('docs/MODEL.md', () => {
  const MODEL = 'docs/MODEL.md';

  test('every weight of churn, and no other', () => {
    const [[name, , intercept] = [], ...written] = tableOf(MODEL, 'Churn');
    expect([name, number(intercept)]).toEqual(['intercept', prior.churn.intercept]);
    const rows = written.map(([feature, where = '', weight]) => [plain(feature), where, number(weight)]);
    expect(rows.sort()).toEqual(rowsOf(prior.churn).sort());
  });

  test('every share of an intent, and no other', () => {
    const written = tableOf(MODEL, 'Intent shares').map(([intent, share]) => [plain(intent), number(share)]);
    const shares = Object.entries(prior.intents).map(([intent, { intercept }]) => [
      intent,
      Number(Math.exp(intercept).toFixed(9)),
    ]);
    expect(written.sort()).toEqual(shares.sort());
  });

  test('every weight of an intent, and no other', () => {
    const intents = Object.keys(prior.intents);
    const written = tableOf(MODEL, 'Intent weights').flatMap(([who, feature, where, weight]) =>
      (who === 'each' ? intents : [plain(who)]).map((intent) => [
        intent,
        ...[feature, where].map((cell) => plain(cell).replace('<intent>', intent)),
        number(weight),
      ]),
    );
    const weights = Object.entries(prior.intents).flatMap(([intent, card]) =>
      rowsOf(card).map((row) => [intent, ...row]),
    );
    expect(written.sort()).toEqual(weights.sort());
  });

  test('every origin is told', () => {
    const rows = ['Churn', 'Intent shares', 'Intent weights'].flatMap((heading) => tableOf(MODEL, heading));
    expect(rows.filter((row) => !row.at(-1))).toEqual([]);
  });

  test('every feature, and no other', () => {
    const general = FEATURES.map((feature) => feature.replace(/^told-.*/, 'told-<intent>'));
    expect(firstCodes(tableOf(MODEL, 'Features'))).toEqual([...new Set(general)].sort());
  });

  test.each([
    ['A model file', 'Model'],
    ['A scorecard', 'Scorecard'],
  ])('%s: every field of %s, and no other', (heading, type) => {
    const [, body = ''] = new RegExp(`export interface ${type} \\{(.*?)\n\\}`, 's').exec(read('src/types.ts')) ?? [];
    const names = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(firstCodes(tableOf(MODEL, heading))).toEqual(names.sort());
  });

  test('the half-life', () => {
    expect(read(MODEL)).toContain(`a moment counts half after ${HALF_LIFE_MS / 60_000} minutes`);
  });
});

describe('docs/MOMENTS.md', () => {
  const rows = tableOf('docs/MOMENTS.md').map((cells) => ({ kind: plain(cells[0]), cells }));

  test('every moment with its default, and no other', () => {
    const written = rows.map(({ kind, cells: [, , value = ''] }) => [kind, Number.parseFloat(value)]);
    const limits = Object.entries(detectors).map(([kind, { limit }]) => [kind, limit]);
    expect(written.sort()).toEqual(limits.sort());
  });

  test('every default has its unit and its origin, and every moment what must not fire it', () => {
    for (const { kind, cells } of rows) {
      expect(cells[2], kind).toMatch(/^\d+ \S/);
      expect(
        cells.filter((cell) => !cell),
        kind,
      ).toEqual([]);
      expect(cells, kind).toHaveLength(6);
    }
  });

  test('every moment leads to its own tapes', () => {
    for (const { kind, cells } of rows) {
      const [, link = ''] = /\]\(([^)]+)\)/.exec(cells[4] ?? '') ?? [];
      expect(link).toBe(`../test/tapes/moments/${kind}.json`);
      expect(existsSync(join('docs', link)), link).toBe(true);
    }
  });
});

test('docs/RECIPES.md lists every shop system that is read, and no other', () => {
  const files = readdirSync('src/shops/platforms').map((file) => read(`src/shops/platforms/${file}`));
  const names = files.flatMap((code) => /^ {2}name: '([\w-]+)'/m.exec(code)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(5);
  const written = tableOf('docs/RECIPES.md', 'What is recognised by itself').map(([cell = '']) =>
    cell
      .toLowerCase()
      .replace(/^ec-cube.*/, 'ec-cube')
      .replace(/[ ,/].*/, ''),
  );
  // Adobe's data layer is no shop system of its own, and not in that folder.
  expect([...new Set(written)].filter((name) => name !== 'adobe').sort()).toEqual(names.sort());
});

describe('docs/CAMPAIGNS.md', () => {
  /** The words of a union of string literals, names of other unions among them looked up. */
  const unionOf = (name: string): string[] => {
    const [, text = ''] = new RegExp(`export type ${name} =([^;]+);`).exec(read('src/types.ts')) ?? [];
    const code = text.replace(/\/\*.*?\*\//gs, '');
    return [...code.matchAll(/'([^']+)'|\b([A-Z]\w+)/g)].flatMap(([, word, other = '']) => word ?? unionOf(other));
  };

  test('every campaign with its intent, and no other', () => {
    const written = tableOf('docs/CAMPAIGNS.md').map(([id, intents]) => [plain(id), ...codes(intents)]);
    expect(written.sort()).toEqual(campaigns.map(({ id, intent }) => [id, ...(intent ? [intent].flat() : [])]).sort());
  });

  test('every condition, and no other', () => {
    const names = Object.keys(campaignSchema.properties?.when?.properties ?? {});
    expect(firstCodes(tableOf('docs/CAMPAIGNS.md', 'Conditions'))).toEqual(names.sort());
  });

  test('every field of a campaign, and no other', () => {
    const names = Object.keys(campaignSchema.properties ?? {}).filter((name) => name !== 'off');
    expect(firstCodes(tableOf('docs/CAMPAIGNS.md', 'Campaigns of your own').map(([cell = '']) => [cell]))).toEqual(
      names.sort(),
    );
  });

  test('every placeholder, and no other', () => {
    const names = [...Object.keys(PLACEHOLDERS), 'preferences.…'];
    expect(firstCodes(tableOf('docs/CAMPAIGNS.md', 'Words'))).toEqual(names.sort());
  });

  test('the demo’s readout has words of its own for every campaign and hold', () => {
    const bare = (name: string) => name.replaceAll('-', ' ').toLowerCase();
    const names = [
      ...campaigns.map(({ id }) => [id, campaignWords(id)]),
      ...unionOf('Hold').map((h) => [h, holdWords(h)]),
    ];
    expect(names.filter(([name = '', words = '']) => words.toLowerCase() === bare(name))).toEqual([]);
  });

  test.each([
    ['Why nothing is shown', 'Hold'],
    ['How it ends', 'Outcome'],
    ['The claim', 'ClaimAnswer'],
  ])('%s: every %s, and no other', (heading, type) => {
    const names = unionOf(type).filter((name) => name !== 'unreachable');
    expect(names.length).toBeGreaterThan(3);
    expect(firstCodes(tableOf('docs/CAMPAIGNS.md', heading))).toEqual(names.sort());
  });
});

describe('docs/ARCHITECTURE.md', () => {
  const rooms = firstCodes(tableOf('docs/ARCHITECTURE.md', 'The rooms'));

  test('is one page', () => {
    expect(read('docs/ARCHITECTURE.md').split('\n').length).toBeLessThanOrEqual(128);
  });

  test('every room is there', () => {
    expect(rooms.filter((room) => !existsSync(room))).toEqual([]);
  });

  test('everything in src/ has its room', () => {
    const inside = readdirSync('src', { withFileTypes: true }).map(
      (one) => `src/${one.name}${one.isFile() ? '' : '/'}`,
    );
    expect(rooms.filter((room) => room.startsWith('src/'))).toEqual(inside.sort());
  });
});

test.each([...pages, ...['README.md'].filter(existsSync)])('the links of %s lead somewhere', (page) => {
  const text = read(page).replace(/^```.*?^```|`[^`\n]*`/gms, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const files = links.filter((link) => !/^([a-z]+:|#)/.test(link)).map((link) => link.replace(/#.*/, ''));
  // The README may still be on its way; nothing else may be.
  const missing = files.filter((file) => !existsSync(join(dirname(page), file)) && file !== '../README.md');
  expect(missing).toEqual([]);
});

test('docs/PREFERENCES.md lists every ready question as it is, and no other', () => {
  const written = tableOf('docs/PREFERENCES.md', 'The ready questions').map(
    ([key, kind = '', values, purpose, kept = '', next = '']) => ({
      key: plain(key),
      kind: kind.replace(/,.*/, ''),
      values: codes(values),
      purpose: plain(purpose),
      keepDays: Number.parseInt(kept, 10),
      next: Object.fromEntries(
        next.split(';').flatMap((part) => {
          const [from = '', to = ''] = part.split('→');
          return codes(from).map((value) => [value, codes(to)[0]]);
        }),
      ),
    }),
  );
  const ready = Object.values(questions).map(({ key, kind, options = [], purpose, keepDays, next = {} }) => ({
    key,
    kind,
    values: options.map(({ value }) => value),
    purpose,
    keepDays,
    next,
  }));
  expect(written).toEqual(ready);
});

test('README.md lists every option, and no other', () => {
  const tables = ['src/options.ts', 'src/lateOptions.ts'].map(
    (file) => /const TYPES[^{]*\{(.*?)\n\};/s.exec(read(file))?.[1] ?? '',
  );
  const spelled = (name: string) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const options = [...tables.join('\n').matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => spelled(name));
  expect(options).toEqual(expect.arrayContaining(['data-points-claim', 'data-theme']));
  // Tried where they are used.
  const others = ['data-destinations', 'data-webhook', 'data-shop-link-key'];
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `data-'));
  const written = rows.flatMap((row) => codes(row.split('|')[1]).map((code) => code.replace(/[=\s].*/, '')));
  const facts = [...read('src/shops/statedFacts.ts').matchAll(/^ {2}(shop\w+):/gm)].map(([, name = '']) =>
    spelled(name),
  );
  expect(facts).toContain('data-shop-contact');
  // Patterns of pages and tags are many of one kind, `data-waver-*` is markup, `data-config` is the script tag's alone.
  expect(written.filter((name) => !/^data-(pages-|tag-|waver-|config$)/.test(name)).sort()).toEqual(
    [...options, ...facts, ...others].sort(),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** docs/POPUPS.md names what there is, and nothing else. */

const page = readFileSync('docs/POPUPS.md', 'utf8');
const widgets = readdirSync('widgets')
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(`widgets/${name}`, 'utf8'))
  .join('\n');
const types = readFileSync('src/types.ts', 'utf8');

/** What stands as code in the first cells of the table under a heading. */
const named = (heading: string): string[] => {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const [, table = ''] = /^\|.*\n\|[ |-]+\n((?:\|.*\n)+)/m.exec(section.split('\n## ')[0] ?? '') ?? [];
  const cells = table.split('\n').flatMap((row) => row.split('|')[1] ?? []);
  return [...cells.join(' ').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).sort();
};
const all = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();
const union = (name: string) => {
  const [, members = ''] = new RegExp(`export type ${name} =([^;]+);`).exec(types) ?? [];
  return all(members, /'([^']+)'/g);
};

describe('docs/POPUPS.md tells every', () => {
  test.each<[string, string, string[]]>([
    ['custom property', 'Custom properties', all(widgets, /(--waver-[a-z]+)/g)],
    ['part', 'Parts', all(widgets, /\bpart="([a-z]+)"/g)],
    ['theme', 'Themes', union('Theme')],
    ['place', 'Where it stands', union('Place')],
  ])('%s, and no other', (_what, heading, there) => {
    expect(there.length).toBeGreaterThan(2);
    expect(named(heading)).toEqual(there);
  });

  test('language, and no other', () => {
    const [, section = ''] = page.split('\n## Languages\n');
    const rows = section.split('\n').filter((line) => /^\| [A-Z]/.test(line));
    const loader = readFileSync('widgets/copy/loadWords.ts', 'utf8');
    const [, languages = ''] = /const languages[^{]*\{(.*?)\n\};/s.exec(loader) ?? [];
    const there = all(languages, /^ {2}(\w+): \[/gm);
    const told = rows.map((row) => /`([\w-]+)`/.exec(row)?.[1]).sort();
    expect(told).toEqual(there.map((name) => name.replace('zhHans', 'zh').replace('zhHant', 'zh-Hant')).sort());
  });
});

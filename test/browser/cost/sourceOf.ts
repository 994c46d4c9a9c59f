import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap>();

/** `/dist/reader.js:1:2345` as the line it was written as: `src/signals/fields.ts:12`. */
export const sourceOf = (place: string): string => {
  const [, file = '', line, column] = /\/dist\/([\w-]+\.js):(\d+):(\d+)/.exec(place) ?? [];
  if (!file) return place;
  const path = fileURLToPath(new URL(`../../../dist/${file}.map`, import.meta.url));
  const map = maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(path, 'utf8')));
  maps.set(file, map);
  const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
  return 'originalSource' in entry
    ? `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}`
    : place;
};

/** Each once, with how often, the most frequent first. */
export const tally = (lines: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([line, count]) => `${count} × ${line}`);
};

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/version';

const { version, exports: doors } = JSON.parse(readFileSync('package.json', 'utf8'));

test('importing the npm door in bare Node has no effect', () => {
  const program = `
    const before = Object.getOwnPropertyNames(globalThis).sort().join();
    const door = await import('waver');
    const after = Object.getOwnPropertyNames(globalThis).sort().join();
    console.log(JSON.stringify([Object.keys(door), before === after]));
  `;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(JSON.parse(printed)).toEqual([['createWaver'], true]);
});

test('the version is the package’s', () => expect(VERSION).toBe(version));

test('every door leads to a file', () => {
  const files = Object.values(doors).flatMap((door) =>
    typeof door === 'string' ? [door] : Object.values(door as object),
  );
  for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(0);
});

test('the tag’s file is plain ES2020 in one expression, with a map', () => {
  const code = readFileSync('dist/waver.js', 'utf8');
  expect(code).not.toMatch(/\beval\(|new Function|innerHTML|document\.write/);
  expect(code).toMatch(/\/\/# sourceMappingURL=waver\.js\.map\s*$/);
});

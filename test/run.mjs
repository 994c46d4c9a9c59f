import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './browser/findChromium.mjs';

/** Everything that CI runs, in the order in which it fails fastest. Goes on after a failure, and counts. */

const report = join(mkdtempSync(join(tmpdir(), 'waver-test-')), 'report.json');
let passed = 0;
let failed = 0;

const step = (name, script, ...args) => {
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [join('node_modules', script), ...args], { stdio: 'inherit' });
  if (status === 0) passed++;
  else failed++;
  return status === 0;
};

try {
  process.env.CHROME_PATH = findChromium();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

step('lint and format', '@biomejs/biome/bin/biome', 'ci', '.');
step('nothing unused', 'knip/bin/knip.js');
step('types', 'typescript/bin/tsc', '-p', 'tsconfig.json');
step('types of the core, without the DOM', 'typescript/bin/tsc', '-p', 'src/core/tsconfig.json');
step('types of the tests', 'typescript/bin/tsc', '-p', 'test/tsconfig.json');
if (step('build', 'rollup/dist/bin/rollup', '-c', '--silent')) {
  step('package', 'publint/src/cli.js', '--strict');
  console.log('\n# tests');
  const args = ['run', '--coverage', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: 'inherit' });
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(report, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  // Coverage below its bound, or an error outside every test.
  if (status !== 0 && numFailedTests === 0) failed++;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

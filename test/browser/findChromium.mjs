import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Finds a Chromium or Chrome, or installs one where it may, or says what to do. */

const NAMES = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);

const find = () => NAMES.map(onPath).find(Boolean) ?? [...PLACES, chromium.executablePath()].find(isProgram);

const run = (command, ...args) =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

/** Debian's own packages where we may install them, else the download of the browser tool. */
const install = () => {
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    // Another apt may hold the lock on a machine that has just booted.
    const patient = ['-o', 'DPkg::Lock::Timeout=300'];
    run('apt-get', ...patient, 'update');
    run('apt-get', ...patient, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  } else
    run(
      process.execPath,
      join(import.meta.dirname, '../../node_modules/playwright-core/cli.js'),
      'install',
      'chromium',
    );
};

export const findChromium = () => {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (isProgram(CHROME_PATH)) return CHROME_PATH;
    throw new Error(`CHROME_PATH is set to ${CHROME_PATH}, which is no program.`);
  }
  const found = find();
  if (found) return found;
  console.log('No Chromium or Chrome found; installing one.');
  try {
    install();
  } catch (error) {
    console.error(error.message);
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(
    [
      'The browser tests need Chromium or Chrome, and none could be found or installed. Do one of these:',
      '  - install it with your system, for example: apt-get install chromium, or brew install --cask chromium',
      '  - npx playwright-core install chromium',
      '  - set CHROME_PATH to the program you have',
    ].join('\n'),
  );
};

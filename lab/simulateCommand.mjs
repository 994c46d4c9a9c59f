import { closeSync, openSync, writeSync } from 'node:fs';
import { readShare } from './readShare.mjs';
import { simulate } from './simulate.mjs';
import { tellAssumptions } from './simulatedShop.mjs';

const readWhole = (name, text, least) => {
  const whole = Number(text);
  if (!Number.isSafeInteger(whole) || whole < least)
    throw new Error(`--${name}: expected a whole number from ${least} on, got "${text}"`);
  return whole;
};

const readLift = (text) => {
  const lift = text.trim() === '' ? Number.NaN : Number(text);
  // More, and some simulated shoppers would have to buy more than surely.
  if (!(lift >= -1 && lift <= 0.9)) throw new Error(`--lift: expected a number from -1 to 0.9, got "${text}"`);
  return lift;
};

/**
 * `simulate --out records.ndjson …`: writes records of shoppers who do not exist, and says what was assumed.
 * @param {Record<string, string | undefined>} values
 * @param {string | undefined} file none
 */
export const simulateCommand = async (values, file) => {
  const { out, visits = '20000', lift = '0.1', holdout = '0.1', days = '60', seed = '1' } = values;
  if (file) throw new Error(`simulate: "${file}" is not read, expected --out and a file to write`);
  if (!out) throw new Error('--out is missing, expected a file to write');
  const options = {
    visits: readWhole('visits', visits, 1),
    lift: readLift(lift),
    holdout: readShare('holdout', holdout),
    days: readWhole('days', days, 3),
    seed: readWhole('seed', seed, 0),
  };
  for (const line of tellAssumptions(options)) process.stderr.write(`${line}\n`);
  const lines = await simulate(options);
  // In parts: all of it may be longer than one text can be.
  const to = openSync(out, 'w');
  for (let i = 0; i < lines.length; i += 1000) writeSync(to, lines.slice(i, i + 1000).join(''));
  closeSync(to);
  process.stderr.write(`${lines.length} records\n${out}\n`);
};

import { expect, test } from 'vitest';
import { consentLevel } from '../../src/consent/consentLevel';
import type { ConsentState } from '../../src/types';

const GRANTED = { personalization_storage: 'granted' };
const DENIED = { personalization_storage: 'denied' };
const YES = { defaults: DENIED, choice: GRANTED };
const NO = { defaults: GRANTED, choice: DENIED };
const PRESUMED = { defaults: GRANTED, choice: {} };
const NOT_YET = { defaults: DENIED, choice: {} };
const SILENT = { defaults: {}, choice: {} };

/** −1: refused, 0: nothing yet, 1: an answer the shopper gives, 2: everything. */
test.each([
  // option, said by the shop, found tool, level
  ['auto', null, null, 1],
  [undefined, null, null, 1],
  ['auto', null, YES, 2],
  ['auto', null, PRESUMED, 2],
  ['auto', null, NO, -1],
  ['auto', null, NOT_YET, 0],
  ['auto', null, SILENT, 0],
  ['granted', null, null, 2],
  ['granted', null, NO, 2],
  ['required', null, null, 0],
  ['required', null, YES, 0],
  ['required', 'granted', null, 2],
  ['granted', 'denied', YES, -1],
  ['auto', 'granted', NO, 2],
  ['auto', 'denied', YES, -1],
  ['auto', { functional: true }, NO, 2],
  ['auto', { functional: false }, YES, -1],
  ['auto', 'yes', YES, -1],
  ['auto', {}, YES, -1],
] as const)('option %s, said %j, tool %j: level %d', (option, said, tool, level) => {
  expect(consentLevel(option, said as ConsentState | null, tool)).toBe(level);
});

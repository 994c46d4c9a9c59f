import { expect, test } from 'vitest';
import { consentLevel } from '../../src/consent/consentLevel';
import type { ConsentState } from '../../src/types';

const YES = { personalization_storage: 'granted' };
const NO = { personalization_storage: 'denied' };

/** 0: memory, 1: an answer the shopper gives, 2: everything. */
test.each([
  // option, said by the shop, found tool, level
  ['auto', null, null, 1],
  [undefined, null, null, 1],
  ['auto', null, YES, 2],
  ['auto', null, NO, 0],
  ['auto', null, {}, 0],
  ['granted', null, null, 2],
  ['granted', null, NO, 2],
  ['required', null, null, 0],
  ['required', null, YES, 0],
  ['required', 'granted', null, 2],
  ['granted', 'denied', YES, 0],
  ['auto', 'granted', NO, 2],
  ['auto', 'denied', YES, 0],
  ['auto', { functional: true }, NO, 2],
  ['auto', { functional: false }, YES, 0],
  ['auto', 'yes', YES, 0],
  ['auto', {}, YES, 0],
] as const)('option %s, said %j, tool %j: level %d', (option, said, tool, level) => {
  expect(consentLevel(option, said as ConsentState | null, tool)).toBe(level);
});

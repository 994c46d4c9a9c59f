import { expect, test } from 'vitest';
import type { Level } from '../../../src/browser/store';
import { consentLevel } from '../../../src/consent/consentLevel';
import type { ConsentState } from '../../../src/types';

/** −1: refused, 0: nothing yet, 1: an answer the shopper gives, 2: everything. */
test.each([
  // option, said by the shop, what the reader of consent tools told (with the shop's word in it), level
  ['auto', null, undefined, 1],
  ['auto', null, 2, 2],
  ['auto', null, -1, -1],
  ['auto', null, 0, 0],
  ['auto', null, 1, 1],
  ['auto', 'granted', undefined, 2],
  ['auto', 'granted', 2, 2],
  ['auto', 'granted', 0, 0],
  // A tool that denies is stricter than the shop.
  ['auto', 'granted', -1, -1],
  ['auto', { functional: true }, -1, -1],
  ['auto', { functional: true }, undefined, 2],
  ['auto', 'denied', undefined, -1],
  ['auto', 'denied', 0, -1],
  ['auto', 'denied', 2, -1],
  ['auto', { functional: false }, 2, -1],
  ['auto', { functional: false, analytics: true }, undefined, -1],
  // Anything but a plain yes is no.
  ['auto', 'yes', 2, -1],
  ['auto', {}, 2, -1],
  // With another option tools are not asked.
  ['granted', null, undefined, 2],
  ['granted', null, -1, 2],
  ['granted', 'denied', 2, -1],
  ['granted', 'granted', undefined, 2],
  ['required', null, undefined, 0],
  ['required', null, 2, 0],
  ['required', 'granted', undefined, 2],
  ['required', 'denied', undefined, -1],
] as const)('option %s, said %j, tools %s: level %d', (option, said, found, level) => {
  expect(consentLevel(option, said as ConsentState | null, found as Level | undefined)).toBe(level);
});

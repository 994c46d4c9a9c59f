import { expect, test } from 'vitest';
import { grantedPurposes } from '../../../src/consent/grantedPurposes';
import type { Opinion } from '../../../src/consent/opinion';
import type { ConsentState } from '../../../src/types';

const [NONE, ALL] = ['', 'functional analytics marketing'];
const open: Opinion = { functional: 'granted', analytics: 'open', marketing: 'denied' };
const some: Opinion = { functional: 'granted', analytics: 'granted' };
const only = { functional: true, analytics: true, marketing: false };

test.each<
  [option: 'auto' | 'granted' | 'required', said: ConsentState | null, words: Opinion | undefined, granted: string]
>([
  ['auto', null, undefined, NONE],
  ['auto', 'granted', undefined, ALL],
  ['auto', 'denied', undefined, NONE],
  ['auto', only, undefined, 'functional analytics'],
  ['auto', { functional: true }, undefined, 'functional'],
  // What the tools and the shop say together has been put together already.
  ['auto', 'granted', open, 'functional'],
  ['auto', null, some, 'functional analytics'],
  ['auto', null, {}, NONE],
  ['granted', null, undefined, ALL],
  ['granted', 'denied', undefined, NONE],
  ['granted', only, undefined, 'functional analytics'],
  ['required', null, undefined, NONE],
  ['required', 'granted', undefined, ALL],
  ['required', only, undefined, 'functional analytics'],
])('%s, the shop says %j, tools %j → %s', (option, said, words, granted) => {
  const purposes = grantedPurposes(option, said, words);
  expect(Object.keys(purposes)).toEqual(ALL.split(' '));
  expect(
    Object.entries(purposes)
      .flatMap(([purpose, yes]) => (yes ? [purpose] : []))
      .join(' '),
  ).toBe(granted);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine, strictest } from '../../../src/consent/combine';
import { type Opinion, PURPOSES } from '../../../src/consent/opinion';
import { shopOpinion } from '../../../src/consent/shopOpinion';
import type { ConsentState } from '../../../src/types';

const word = fc.constantFrom('granted', 'denied', 'open', undefined);
const opinion: fc.Arbitrary<Opinion> = fc
  .record({ functional: word, analytics: word, marketing: word })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one)));
const opinions = fc.array(opinion, { maxLength: 6 });
/** How much a word lets through; none at all means that nobody asked. */
const much = (all: Opinion, purpose: keyof Opinion) => ['denied', 'open', undefined, 'granted'].indexOf(all[purpose]);

describe('what all sources say together', () => {
  test.each<[string, Opinion, Opinion[], Opinion]>([
    ['nobody', {}, [], {}],
    ['one', {}, [{ functional: 'granted' }], { functional: 'granted' }],
    ['two that agree', {}, [{ functional: 'granted' }, { functional: 'granted' }], { functional: 'granted' }],
    ['one that denies', {}, [{ functional: 'granted' }, { functional: 'denied' }], { functional: 'denied' }],
    ['one that has no answer yet', {}, [{ functional: 'granted' }, { functional: 'open' }], { functional: 'open' }],
    [
      'one on each purpose',
      {},
      [{ functional: 'granted' }, { marketing: 'denied' }],
      { functional: 'granted', marketing: 'denied' },
    ],
    [
      'the shop’s yes over no answer yet',
      { functional: 'granted' },
      [{ functional: 'open' }],
      { functional: 'granted' },
    ],
    ['the shop’s yes under a no', { functional: 'granted' }, [{ functional: 'denied' }], { functional: 'denied' }],
    ['the shop’s no over a yes', { functional: 'denied' }, [{ functional: 'granted' }], { functional: 'denied' }],
  ])('%s', (_, shop, tools, all) => {
    expect(combine(shop, tools)).toEqual(all);
  });

  test('is the same in any order', () => {
    fc.assert(
      fc.property(opinion, fc.array(opinion, { minLength: 2, maxLength: 6 }), fc.nat(), (shop, tools, turn) => {
        const at = turn % tools.length;
        const turned = [...tools.slice(at), ...tools.slice(0, at)].reverse();
        expect(combine(shop, turned)).toEqual(combine(shop, tools));
      }),
    );
  });

  test('one more denial never lets more through, and denies', () => {
    fc.assert(
      fc.property(opinion, opinions, fc.constantFrom(...PURPOSES), (shop, tools, purpose) => {
        const before = combine(shop, tools);
        const after = combine(shop, [...tools, { [purpose]: 'denied' }]);
        expect(after[purpose]).toBe('denied');
        for (const other of PURPOSES) expect(much(after, other)).toBeLessThanOrEqual(much(before, other));
      }),
    );
  });

  test('one more tool never lets more through than the tools before it, where they have a word', () => {
    fc.assert(
      fc.property(opinions, opinion, (tools, more) => {
        const before = combine({}, tools);
        const after = combine({}, [...tools, more]);
        for (const purpose of PURPOSES)
          if (before[purpose]) expect(much(after, purpose)).toBeLessThanOrEqual(much(before, purpose));
      }),
    );
  });

  test('granted only where somebody grants and nobody denies', () => {
    fc.assert(
      fc.property(opinion, opinions, (shop, tools) => {
        const all = combine(shop, tools);
        for (const purpose of PURPOSES) {
          const words = [shop, ...tools].map((one) => one[purpose]);
          if (all[purpose] === 'granted') expect(words).toContain('granted');
          expect(all[purpose] === 'denied').toBe(words.includes('denied'));
        }
      }),
    );
  });
});

test.each([
  [null, {}],
  ['granted', { functional: 'granted', analytics: 'granted', marketing: 'granted' }],
  ['denied', { functional: 'denied', analytics: 'denied', marketing: 'denied' }],
  [{ functional: true }, { functional: 'granted' }],
  [
    { functional: false, marketing: true },
    { functional: 'denied', marketing: 'granted' },
  ],
  [
    { functional: true, analytics: false },
    { functional: 'granted', analytics: 'denied' },
  ],
  // Anything but a plain yes is no.
  ['yes', { functional: 'denied', analytics: 'denied', marketing: 'denied' }],
  [{}, { functional: 'denied' }],
])('the shop says %j', (said, opinion) => {
  expect(shopOpinion(said as ConsentState | null)).toEqual(opinion);
});

test('the stricter word of several', () => {
  expect(strictest([])).toBeUndefined();
  expect(strictest([undefined, 'granted'])).toBe('granted');
  expect(strictest(['granted', 'open', undefined])).toBe('open');
  expect(strictest(['open', 'denied', 'granted'])).toBe('denied');
});

import { expect, test } from 'vitest';
import { explainOptions } from '../../src/explainOptions';
import { readOptions } from '../../src/options';
import { createWarnSpy, PROTOTYPE_KEYS } from './given';

const said = (raw: Record<string, unknown>, inTag = true) => {
  const warn = createWarnSpy();
  explainOptions(readOptions(raw).wrong, warn, inTag);
  return warn.mock.calls.map(([text]) => text);
};

test.each([
  ['consent', 'yes', 'data-consent="yes": expected granted, required or auto; the default holds'],
  ['locale', 'german', 'data-locale="german": expected a language tag such as de or de-AT; the default holds'],
  ['threshold', '60%', 'data-threshold="60%": expected a number from 0 to 1; the default holds'],
  ['maxPerVisit', 'many', 'data-max-per-visit="many": expected a whole number; the default holds'],
  ['cooldown', '7', 'data-cooldown="7": expected a duration such as 30s, 20m, 12h or 7d; the default holds'],
  [
    'pagesSizeGuide',
    'sizes',
    'data-pages-size-guide="sizes": expected paths such as /shipping* or /pages/delivery; the default holds',
  ],
])('%s names the attribute, what stood there and what was expected', (name, value, text) => {
  expect(said({ [name]: value })).toEqual([text]);
});

test.each([
  'consent',
  'locale',
  'threshold',
  'holdout',
  'maxPerVisit',
  'cooldown',
  'points',
  'pointsLasts',
  'pointsClaim',
  'debug',
  'pagesCart',
])('%s says what it expects', (name) => {
  expect(said({ [name]: 'javascript:?' })).toEqual([expect.stringMatching(/: expected .+; the default holds$/)]);
});

test('points alone say what is missing beside them', () => {
  expect(said({ points: 500 })[0]).toMatch(/^data-points="alone": expected .*points-lasts and points-claim/);
});

test('in code options are spelled as in code', () => {
  expect(said({ maxPerVisit: 'many', nonsense: 1 }, false)).toEqual([
    'maxPerVisit="many": expected a whole number; the default holds',
    'nonsense="1" is no option of Waver and does nothing',
  ]);
});

test.each(['treshold', ...PROTOTYPE_KEYS])('%s is told to be unknown', (name) => {
  expect(said(Object.fromEntries([[name, 'x']]), false)).toEqual([
    `${name}="x" is no option of Waver and does nothing`,
  ]);
});

test('good options are not talked about', () => {
  expect(said({ threshold: 0.5, consent: 'granted' })).toEqual([]);
});

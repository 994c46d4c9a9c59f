import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectors } from '../../src/core/moments';
import { readOptions } from '../../src/options';
import { PROTOTYPE_KEYS } from './given';

const DAY = 864e5;
const { settings: DEFAULTS } = readOptions({});

/** Of each option: what it takes, as text and as code would have it, and what it becomes; and what it does not take. */
const OPTIONS: Readonly<
  Record<string, { good: readonly (readonly [given: unknown, value: unknown])[]; bad: readonly unknown[] }>
> = {
  consent: {
    good: ['granted', 'required', 'auto'].map((value) => [value, value] as const),
    bad: ['yes', 'Granted', '', true, 'granted required'],
  },
  locale: {
    good: [
      ['de', 'de'],
      ['de-AT', 'de-AT'],
      ['zh-Hant-TW', 'zh-Hant-TW'],
      ['haw', 'haw'],
    ],
    bad: ['d', 'german', 'de_AT', 'de-', '7'],
  },
  threshold: {
    good: [
      ['0', 0],
      ['1', 1],
      ['0.6', 0.6],
      ['.5', 0.5],
      [0.25, 0.25],
      [' 0.7 ', 0.7],
    ],
    bad: ['1.1', '-0.1', '60%', 'high', '', '0,6', Number.NaN],
  },
  holdout: {
    good: [
      ['0', 0],
      ['0.1', 0.1],
      [1, 1],
    ],
    bad: ['2', '10%', 'none', -1],
  },
  maxPerVisit: {
    good: [
      ['0', 0],
      ['3', 3],
      [2, 2],
    ],
    bad: ['-1', '1.5', 'many', '1000', ''],
  },
  cooldown: {
    good: [
      ['30s', 30_000],
      ['20m', 1_200_000],
      ['12h', 43_200_000],
      ['7d', 7 * DAY],
      ['0d', 0],
    ],
    bad: ['7', '7 days', '1w', '-1d', '1.5h', 'd', '9999999d', 7],
  },
  debug: {
    good: [
      ['', true],
      ['true', true],
      [true, true],
      ['false', false],
      [false, false],
    ],
    bad: ['yes', '1', 0],
  },
  pointsClaim: {
    good: [
      ['/claim', '/claim'],
      ['http://localhost/claim', 'http://localhost/claim'],
    ],
    bad: ['javascript:alert(1)', 'ftp://x', '', null],
  },
  pointsLasts: { good: [['20m', 1_200_000]], bad: ['20', 'a while'] },
  pagesShipping: {
    good: [
      ['/info/versand*', '/info/versand*'],
      ['*/versand', '*/versand'],
    ],
    bad: ['info', 'https://shop.example/info', ''],
  },
};

describe.each(Object.entries(OPTIONS))('%s', (name, { good, bad }) => {
  test.each(good.map(([given, value]) => [JSON.stringify(given), given, value]))('takes %s', (_, given, value) => {
    const { settings, wrong } = readOptions({ [name]: given });
    expect(wrong).toEqual([]);
    expect(settings.options[name]).toEqual(value);
    if (name in DEFAULTS.rules) expect(settings.rules).toEqual({ ...DEFAULTS.rules, [name]: value });
  });

  test.each(bad.map((given) => [JSON.stringify(given), given]))(
    'does not take %s: it is listed, and the default holds',
    (_, given) => {
      const { settings, wrong } = readOptions({ [name]: given });
      expect(wrong).toEqual([[name, String(given)]]);
      expect(settings).toEqual(DEFAULTS);
    },
  );

  test.each([undefined])('%s is as if it were not there', (nothing) => {
    expect(readOptions({ [name]: nothing })).toEqual({ settings: DEFAULTS, wrong: [] });
  });
});

test('the defaults', () => {
  expect(DEFAULTS.options).toEqual({});
  expect(DEFAULTS.rules).toEqual({
    threshold: 0.6,
    holdout: 0.1,
    maxPerVisit: 1,
    cooldown: 7 * DAY,
    points: 0,
    pointsLasts: 0,
    moments: Object.fromEntries(Object.entries(detectors).map(([kind, { limit }]) => [kind, limit])),
  });
});

describe('points', () => {
  const WHOLE = { points: '500', pointsLasts: '20m', pointsClaim: '/claim' };

  test('with their deadline and claim are offered', () => {
    const { settings, wrong } = readOptions(WHOLE);
    expect(wrong).toEqual([]);
    expect(settings.rules).toMatchObject({ points: 500, pointsLasts: 1_200_000 });
  });

  test.each(['pointsLasts', 'pointsClaim'])('without %s are not', (missing) => {
    const { settings, wrong } = readOptions({ ...WHOLE, [missing]: undefined });
    expect(wrong).toEqual([['points', 'alone']]);
    expect(settings.rules.points).toBe(0);
  });

  test('that last no time are not', () => {
    expect(readOptions({ ...WHOLE, pointsLasts: '0m' }).settings.rules.points).toBe(0);
  });

  test.each(['0', '-5', '1.5', 'many', '', '9999999999'])('of %j are none', (points) => {
    const { settings, wrong } = readOptions({ ...WHOLE, points });
    expect(wrong).toEqual([['points', points]]);
    expect(settings.rules.points).toBe(0);
  });

  test('a deadline without points is harmless', () => {
    expect(readOptions({ pointsLasts: '20m', pointsClaim: '/claim' }).wrong).toEqual([]);
  });
});

describe('anything else', () => {
  test.each(['treshold', 'config', 'data-threshold', 'rules', ...PROTOTYPE_KEYS])(
    '%s is listed and not taken',
    (name) => {
      const { settings, wrong } = readOptions(Object.fromEntries([[name, 'x']]));
      expect(wrong).toEqual([[name, 'x']]);
      expect(settings).toEqual(DEFAULTS);
      expect(Object.keys(settings.options)).toEqual([]);
    },
  );

  test.each(['pagesShiping', 'pagesX'])('%s is listed too, though it holds a path', (name) => {
    expect(readOptions({ [name]: '/info' }).wrong).toEqual([[name, '/info']]);
  });

  test('one bad option does not cost the others', () => {
    const { settings, wrong } = readOptions({ threshold: 'high', holdout: '0.5', nonsense: 1, maxPerVisit: '2' });
    expect(wrong).toEqual([
      ['threshold', 'high'],
      ['nonsense', '1'],
    ]);
    expect(settings.rules).toMatchObject({ threshold: 0.6, holdout: 0.5, maxPerVisit: 2 });
  });

  test('nothing that stands there makes it throw', () => {
    const name = fc.constantFrom(...Object.keys(OPTIONS), 'points', 'nonsense', ...PROTOTYPE_KEYS);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.oneof(fc.anything({ withNullPrototype: true }), fc.string()))),
        (entries) => {
          const { rules } = readOptions(Object.fromEntries(entries)).settings;
          expect(rules.threshold).toSatisfy((share: number) => share >= 0 && share <= 1);
          expect(rules.cooldown).toSatisfy(Number.isFinite);
        },
      ),
    );
  });
});

describe('moments', () => {
  const limits = (moments: unknown) => readOptions({ moments }).settings.rules.moments;

  test('some thresholds are set, the others stay', () => {
    const changed = limits('policy-dwell=8 rage-click=off, exit-intent=2');
    expect(changed).toEqual({ ...limits(undefined), 'policy-dwell': 8, 'rage-click': 0, 'exit-intent': 2 });
  });

  test('in code as an object', () => {
    expect(limits({ 'policy-dwell': 8, 'rage-click': 'off' })).toEqual(limits('policy-dwell=8 rage-click=off'));
  });

  test.each([
    'policy-dwell',
    'policy-dwell=soon',
    'policy-dwell=-1',
    'policy-dwell=7.5',
    'no-such=3',
    'policy-dwell=8;rage-click=2',
    '',
    null,
    {},
  ])('%j is not taken, and said to be wrong', (moments) => {
    const { settings, wrong } = readOptions({ moments });
    expect(wrong.map(([name]) => name)).toEqual(['moments']);
    expect(settings.rules.moments).toEqual(limits(undefined));
  });
});

test('questions pass as they are: they are tried where they are asked', () => {
  const questions = [{ key: 'ride' }];
  const { settings, wrong } = readOptions({ questions });
  expect(settings.options.questions).toBe(questions);
  expect(wrong).toEqual([]);
});

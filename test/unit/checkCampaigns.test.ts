import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOMENTS } from '../../src/core/campaignSchema';
import { campaigns as ready } from '../../src/core/campaigns';
import { checkCampaigns } from '../../src/core/checkCampaigns';
import { detectors } from '../../src/core/moments';

const KEYS = ['priority', 'size'];
const check = (raw: unknown) => checkCampaigns(raw, ready, KEYS);
const NOTICE = { id: 'mine', popup: 'notice', intent: null, copy: { en: { title: 'Hello' } } };
const INCENTIVE = { kind: 'points', amount: 100, lasts: '20m', claim: '' };

test('the built-in moments, and no others', () => {
  expect([...MOMENTS].sort()).toEqual(Object.keys(detectors).sort());
});

test('none: the ready ones', () => {
  expect(check([])).toEqual({ campaigns: ready, flaws: [] });
});

describe('put together', () => {
  test('one of the shop’s own comes after the ready ones, as it was written', () => {
    expect(check([NOTICE])).toEqual({ campaigns: [...ready, NOTICE], flaws: [] });
  });

  test('one with a ready one’s id changes that, in its place: what is set stands, the rest stays', () => {
    const { campaigns, flaws } = check([{ id: 'save-for-later', intent: 'price', priority: 3, triggers: undefined }]);
    expect(flaws).toEqual([]);
    expect(campaigns.map(({ id }) => id)).toEqual(ready.map(({ id }) => id));
    expect(campaigns.find(({ id }) => id === 'save-for-later')).toEqual({
      ...ready.find(({ id }) => id === 'save-for-later'),
      intent: 'price',
      priority: 3,
    });
  });

  test('off takes a ready one away, and false does not', () => {
    expect(check([{ id: 'trust', off: true }])).toEqual({
      campaigns: ready.filter(({ id }) => id !== 'trust'),
      flaws: [],
    });
    expect(check([{ id: 'trust', off: false }])).toEqual({ campaigns: ready, flaws: [] });
  });

  test('durations are milliseconds, wherever they stand', () => {
    const raw = {
      id: 'points',
      popup: 'offer',
      intent: 'price',
      delay: '5s',
      incentive: INCENTIVE,
      limits: { cooldown: '1d', perVisit: 2 },
      experiment: {
        id: 'depth',
        variants: [
          { id: 'a', share: 0.5, delay: '1m', incentive: { ...INCENTIVE, lasts: '2h' } },
          { id: 'b', share: 0.5, incentive: { ...INCENTIVE, lasts: 7_200_000 } },
        ],
      },
    };
    const { campaigns, flaws } = check([raw]);
    expect(flaws).toEqual([]);
    expect(campaigns.find(({ id }) => id === 'points')).toEqual({
      ...raw,
      delay: 5000,
      incentive: { ...INCENTIVE, lasts: 1_200_000 },
      limits: { cooldown: 864e5, perVisit: 2 },
      experiment: {
        id: 'depth',
        variants: [
          { id: 'a', share: 0.5, delay: 60_000, incentive: { ...INCENTIVE, lasts: 7_200_000 } },
          { id: 'b', share: 0.5, incentive: { ...INCENTIVE, lasts: 7_200_000 } },
        ],
      },
    });
  });

  test('limits without a cool-down have none afterwards', () => {
    expect(check([{ ...NOTICE, limits: { total: 3 } }]).campaigns.find(({ id }) => id === 'mine')?.limits).toEqual({
      total: 3,
    });
  });
});

describe('one with a flaw', () => {
  test('is left out, the others stay', () => {
    const { campaigns, flaws } = check([NOTICE, { ...NOTICE, id: 'other', delay: 5 }, { ...NOTICE, id: 'third' }]);
    expect(campaigns.map(({ id }) => id)).toEqual([...ready.map(({ id }) => id), 'mine', 'third']);
    expect(flaws).toEqual(['campaigns[1].delay: 5, expected a duration such as 30s, 20m, 12h or 7d']);
  });

  test('takes the ready one with it that it would have changed: half a condition is none', () => {
    const raw = { id: 'limited-points', when: { cartTotals: [100, null] } };
    expect(check([raw]).campaigns).toEqual(ready.filter(({ id }) => id !== 'limited-points'));
  });

  test('each id once: the first stays', () => {
    const { campaigns, flaws } = check([
      NOTICE,
      { ...NOTICE, priority: 2 },
      { id: 'trust', priority: 1 },
      { id: 'trust', off: true },
    ]);
    expect(flaws).toEqual([
      'campaigns[1].id: "mine", expected each id once',
      'campaigns[3].id: "trust", expected each id once',
    ]);
    expect(campaigns.find(({ id }) => id === 'mine')).toEqual(NOTICE);
    expect(campaigns.find(({ id }) => id === 'trust')).toHaveProperty('priority', 1);
  });

  test('with more flaws than anybody reads: the first twenty', () => {
    const more = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field-${at}`, at]));
    expect(check([{ ...NOTICE, ...more }]).flaws).toHaveLength(20);
  });
});

describe('never throws', () => {
  const circular: Record<string, unknown> = { ...NOTICE };
  circular.when = circular;
  circular.copy = { en: circular };
  const throwing = (field: string) =>
    Object.defineProperty({ ...NOTICE }, field, {
      enumerable: true,
      get: () => {
        throw new Error('not for you');
      },
    });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const deep = JSON.parse(`${'{"when":'.repeat(2000)}1${'}'.repeat(2000)}`);

  test.each([
    ['circular', circular],
    ['a getter that throws', throwing('id')],
    ['a getter that throws, further in', { ...NOTICE, when: throwing('pages') }],
    ['an incentive that throws', { ...NOTICE, popup: 'offer', incentive: throwing('kind') }],
    ['a proxy that was taken back', revoked],
    ['functions', { ...NOTICE, id: () => 'x', copy: () => ({}) }],
    ['a class', { ...NOTICE, copy: class {} }],
    ['deep', deep],
    ['symbols', { ...NOTICE, id: Symbol('x'), [Symbol('y')]: 1 }],
    ['bigints', { ...NOTICE, priority: 5n }],
    ['lists with holes', { ...NOTICE, triggers: new Array(3) }],
    ['a list that has no end', { ...NOTICE, triggers: new Array(2 ** 32 - 1) }],
    ['a megabyte of text', { ...NOTICE, copy: { en: { title: '{'.repeat(1_000_000) } } }],
    ['a megabyte as a name', { ...NOTICE, ['a'.repeat(1_000_000)]: 1 }],
  ])('%s', (_, one) => {
    const { campaigns, flaws } = check([one, { ...NOTICE, id: 'after' }]);
    expect(campaigns.map(({ id }) => id)).toEqual([...ready.map(({ id }) => id), 'after']);
    expect(flaws.length).toBeGreaterThan(0);
    for (const flaw of flaws) {
      expect(flaw).toMatch(/^campaigns\[0\].*: .*, expected ./s);
      expect(flaw.length).toBeLessThan(500);
    }
  });

  test('a list that throws', () => {
    const list = new Proxy([], {
      get: () => {
        throw new Error('not for you');
      },
    });
    expect(check(list)).toEqual({ campaigns: ready, flaws: ['campaigns: a list, expected one that can be read'] });
  });

  test('prototypes stay as they were', () => {
    const raw = JSON.parse(
      '[{ "id": "mine", "__proto__": { "popup": "notice" }, "copy": { "__proto__": { "en": {} } } }]',
    );
    expect(check(raw).campaigns).toEqual(ready);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('whatever comes: campaigns that can be decided on, and flaws in words', () => {
    const field = fc.constantFrom(
      'id',
      'popup',
      'intent',
      'when',
      'copy',
      'incentive',
      'experiment',
      'limits',
      'off',
      'x',
    );
    const broken = fc
      .array(fc.tuple(field, fc.oneof(fc.anything(), fc.constantFrom<unknown>('trust', 'offer', 'price', true))))
      .map((changes) => ({ ...NOTICE, ...Object.fromEntries(changes) }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(fc.anything(), broken))), (raw) => {
        const { campaigns, flaws } = check(raw);
        for (const { id, popup, intent } of campaigns) {
          expect(typeof id).toBe('string');
          expect(typeof popup).toBe('string');
          expect(intent).not.toBeUndefined();
        }
        for (const flaw of flaws) expect(flaw).toMatch(/^campaigns.*: .*, expected ./s);
      }),
      { numRuns: 1000 },
    );
  });
});

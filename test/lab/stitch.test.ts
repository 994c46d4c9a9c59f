import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRecords } from '../../lab/countRecords.mjs';
import { countShoppers } from '../../lab/countShoppers.mjs';
import { random } from '../../lab/random.mjs';
import { readRecords } from '../../lab/readRecords.mjs';
import { stitchVisitors } from '../../lab/stitchVisitors.mjs';
import { armOf } from '../../src/core/holdout';
import { liftOf } from '../../src/core/lift';
import { sampleRatio } from '../../src/core/sampleRatio';

/** Histories put together over devices, by who signed in. */

const dir = mkdtempSync(join(tmpdir(), 'waver-stitch-'));
const at = (name: string) => join(dir, name);
const lab = (...args: string[]) => spawnSync(process.execPath, ['lab/main.mjs', ...args], { encoding: 'utf8' });

const T0 = Date.UTC(2026, 10, 1, 10);
const MINUTE = 60_000;
const [ADA, BEN] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string];

type Told = Record<string, unknown> & { visitor: string; id: string; at: number; type: string };
let ids = 0;
const told = (visitor: string, minute: number, type: string, body: object = {}): Told => ({
  v: 1,
  id: `view-${++ids}`,
  type,
  at: T0 + minute * MINUTE,
  visitor,
  visit: `visit of ${visitor}`,
  page: '/cart',
  ...body,
});
const signed = (visitor: string, minute: number, person: string | null) =>
  told(visitor, minute, 'identity', { person });
const shown = (visitor: string, minute: number) => [
  told(visitor, minute, 'decision', { show: true, propensity: 0.9, arm: 'treatment', campaign: 'c', intent: 'price' }),
  told(visitor, minute, 'outcome', { outcome: 'shown', arm: 'treatment', campaign: 'c', intent: 'price' }),
];
const withheld = (visitor: string, minute: number) => [
  told(visitor, minute, 'decision', {
    show: false,
    hold: 'holdout',
    propensity: 0.1,
    arm: 'holdout',
    campaign: 'c',
    intent: 'price',
  }),
];
const bought = (visitor: string, minute: number, order = `${visitor} ${minute}`) =>
  told(visitor, minute, 'purchase', { order, value: 10, currency: 'EUR' });

const shopperAt = (records: Told[], visitor: string, minute: number) =>
  stitchVisitors(records).shopperOf({ visitor, at: T0 + minute * MINUTE });

describe('whose a visitor is', () => {
  test('visitors of one person are one shopper, from their first record on; others stay themselves', () => {
    const records = [
      told('phone', 0, 'ready'),
      signed('phone', 5, ADA),
      signed('desk', 9, ADA),
      signed('desk', 12, null),
      signed('left', 12, null),
      told('nobody', 1, 'ready'),
    ];
    expect(['phone', 'desk', 'left', 'nobody'].map((visitor) => shopperAt(records, visitor, 20))).toEqual([
      ADA,
      ADA,
      'left',
      'nobody',
    ]);
    expect(shopperAt(records, 'phone', 0)).toBe(ADA);
    expect(countShoppers(stitchVisitors(records))).toEqual({
      visitors: 4,
      shoppers: 3,
      linked: 2,
      joined: 1,
      of: 2,
      torn: 0,
    });
  });

  test('claimed by two, it is taken apart by time; between signing out and in it is nobody’s', () => {
    const records = [
      signed('kiosk', 0, null),
      signed('kiosk', 5, ADA),
      signed('kiosk', 6, ADA),
      signed('kiosk', 10, null),
      signed('kiosk', 20, BEN),
    ];
    expect([0, 5, 9, 10, 19, 20, 99].map((minute) => shopperAt(records, 'kiosk', minute))).toEqual([
      ADA,
      ADA,
      ADA,
      'kiosk',
      'kiosk',
      BEN,
      BEN,
    ]);
    expect(countShoppers(stitchVisitors(records)).torn).toBe(1);
  });
});

describe('of any records', () => {
  const record = fc
    .tuple(
      fc.constantFrom('u', 'v', 'w', 'x', 'constructor'),
      fc.nat(20),
      fc.constantFrom(undefined, null, ADA, BEN, 'c'.repeat(64)),
      fc.nat(30),
    )
    .map(
      ([visitor, minute, person, number]): Told => ({
        ...told(visitor, minute, person === undefined ? 'ready' : 'identity', { person }),
        id: `view-${number}`,
      }),
    );
  /** What is told has an id of its own within its visitor. */
  const records = fc.uniqueArray(record, { selector: ({ visitor, id }) => `${visitor} ${id}`, maxLength: 30 });
  const whose = (all: Told[], of = all) => {
    const { shopperOf } = stitchVisitors(all);
    return new Map(of.map((one) => [`${one.visitor} ${one.id}`, shopperOf(one)]));
  };

  test('their order does not matter, nor what comes twice', () => {
    fc.assert(
      fc.property(
        records.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          expect(whose(mixed, all)).toEqual(whose(all));
          expect(whose([...mixed, ...all], all)).toEqual(whose(all));
        },
      ),
    );
  });

  test('a shopper is the visitor itself or a person who signed in there, and the only one there is', () => {
    fc.assert(
      fc.property(records, (all) => {
        const shoppers = whose(all);
        for (const { visitor, id } of all) {
          const persons = new Set(all.flatMap((one) => (one.visitor === visitor && one.person) || []));
          const shopper = shoppers.get(`${visitor} ${id}`);
          if (persons.size === 1) expect([...persons]).toEqual([shopper]);
          else expect([visitor, ...persons]).toContain(shopper);
          if (persons.size === 0) expect(shopper).toBe(visitor);
        }
      }),
    );
  });

  test('what others tell changes nothing', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('u', 'v', 'w'), (all, visitor) => {
        const own = all.filter((one) => one.visitor === visitor);
        expect(whose(own)).toEqual(whose(all, own));
      }),
    );
  });
});

/** As the report reads them. */
const countsOf = async (records: readonly object[]) => {
  writeFileSync(at('told.ndjson'), records.map((one) => JSON.stringify(one)).join('\n'));
  return countRecords(await readRecords(at('told.ndjson')), undefined);
};

/** Ada: shown one on the phone, ordered at the desk, where it was withheld. Two others came once. */
const tiny = () => [
  signed('phone', 0, ADA),
  ...shown('phone', 1),
  signed('desk', 2, ADA),
  ...withheld('desk', 3),
  bought('desk', 4),
  bought('phone', 5, 'desk 4'),
  ...shown('t', 10),
  ...withheld('h', 11),
  signed('h', 12, BEN),
  told('last', 9000, 'ready'),
];

test('a shopper counts once, where a popup was first due, with every order once', async () => {
  const { arms, shoppers, mixed, dueInBoth, both } = await countsOf(tiny());
  expect(arms.due.treatment).toEqual({ visitors: 2, conversions: 1, revenue: 10, revenueSquared: 100 });
  expect(arms.due.holdout).toEqual({ visitors: 1, conversions: 0, revenue: 0, revenueSquared: 0 });
  expect(arms.all).toEqual(arms.due);
  expect([arms.alone.treatment.visitors, arms.alone.holdout.visitors]).toEqual([1, 1]);
  expect({ mixed, dueInBoth, both }).toEqual({ mixed: 1, dueInBoth: 1, both: 0 });
  expect(shoppers).toEqual({ visitors: 5, shoppers: 4, linked: 3, joined: 1, of: 2, torn: 0 });
});

test('without who signed in, everybody counts as before', async () => {
  const { arms, mixed, shoppers } = await countsOf(tiny().filter(({ type }) => type !== 'identity'));
  expect([arms.due.treatment.visitors, arms.due.holdout.visitors]).toEqual([2, 2]);
  expect([arms.due.treatment.conversions, arms.due.holdout.conversions]).toEqual([1, 1]);
  expect({ mixed, joined: shoppers.joined }).toEqual({ mixed: 0, joined: 0 });
});

test('a visitor whose share of the holdout was changed is in no comparison, whoever it belongs to', async () => {
  const { arms, both } = await countsOf([...tiny(), ...withheld('phone', 20)]);
  expect(both).toBe(1);
  expect([arms.due.treatment.visitors, arms.due.holdout.visitors]).toEqual([1, 1]);
});

test('the page says who was put together, and what that does', () => {
  writeFileSync(
    at('told.ndjson'),
    [...tiny(), signed('t', 50, ADA), signed('t', 60, BEN)].map((one) => JSON.stringify(one)).join('\n'),
  );
  expect(lab('report', at('told.ndjson'), '--out', at('page.html')).status).toBe(0);
  const html = readFileSync(at('page.html'), 'utf8');
  for (const part of [
    '4 visitors who signed in as 2 shoppers: each shopper counts as one visitor, with all orders.',
    '1 shopper of these in both groups',
    'counted in the group of the first popup due. 1 of them was due a popup in both',
    '1 visitor whom two persons claim: taken apart by time.',
    'conversion, without who came as several',
  ])
    expect(html).toContain(part);
  expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
});

describe('npm run lab -- stitch', () => {
  test('writes which visitor is which shopper, from when until when', () => {
    const lines = [...tiny(), signed('t', 50, ADA), signed('t', 60, BEN)];
    writeFileSync(at('in.ndjson'), lines.map((one) => JSON.stringify(one)).join('\n'));
    const { stderr, status } = lab('stitch', at('in.ndjson'), '--out', at('out.ndjson'));
    expect(stderr).toBe(
      [
        '5 visitors, 4 of them signed in: 3 shoppers',
        '2 shoppers came as 4 visitors',
        '1 visitor claimed by two persons: taken apart by time, and not to be relied on',
        `${at('out.ndjson')}\n`,
      ].join('\n'),
    );
    expect(status).toBe(0);
    const written = readFileSync(at('out.ndjson'), 'utf8').trim().split('\n');
    const change = T0 + 60 * MINUTE;
    expect(written.map((line) => JSON.parse(line))).toEqual([
      { visitor: 'desk', shopper: ADA },
      { visitor: 'h', shopper: BEN },
      { visitor: 'last', shopper: 'last' },
      { visitor: 'phone', shopper: ADA },
      { visitor: 't', shopper: ADA, until: change },
      { visitor: 't', shopper: BEN, from: change },
    ]);
    writeFileSync(
      at('turned.ndjson'),
      lines
        .reverse()
        .map((one) => JSON.stringify(one))
        .join('\n'),
    );
    lab('stitch', at('turned.ndjson'), '--out', at('again.ndjson'));
    expect(readFileSync(at('again.ndjson'), 'utf8').trim().split('\n')).toEqual(written);
  });

  test.each([
    [['stitch'], 'stitch: a file of records is missing'],
    [['stitch', 'x.ndjson'], '--out is missing, expected a file to write'],
    [['stitch', 'nowhere.ndjson', '--out', at('never')], '"nowhere.ndjson": no such file'],
  ])('%j', (args, message) => {
    const { stderr, status } = lab(...args);
    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });

  test('a person told as it is written, not as a hash, is refused', () => {
    writeFileSync(at('bad.ndjson'), JSON.stringify(signed('phone', 0, 'ada@shop.example')));
    const { stderr, status } = lab('stitch', at('bad.ndjson'), '--out', at('never'));
    expect(stderr).toContain('line 1, person: expected a SHA-256 in hex, or null, got "ada@shop.example"');
    expect(status).toBe(1);
  });
});

describe('simulated: half of the shoppers come on two or three devices, and order twice as often', () => {
  const HOLDOUT = 0.1;
  /** A popup is due once on each device, a minute apart; popups multiply the chance to order by `effect`. */
  const simulate = (shoppers: number, effect: number, seed: number): Told[] => {
    const next = random(seed);
    return Array.from({ length: shoppers }, (_, i) => {
      const devices = next() < 0.5 ? 1 : 2 + Math.floor(next() * 2);
      const visitors = Array.from({ length: devices }, (__, device) => `${seed}-${i}-${device}`);
      const person = `${seed}${i}`.padStart(64, '0');
      const isHelped = visitors.some((visitor) => armOf(visitor, HOLDOUT) === 'treatment');
      const buys = next() < (devices > 1 ? 0.2 : 0.1) * (isHelped ? effect : 1);
      return [
        ...visitors.flatMap((visitor, n) => [
          signed(visitor, i + n, person),
          ...(armOf(visitor, HOLDOUT) === 'treatment' ? shown : withheld)(visitor, i + n),
        ]),
        ...(buys ? [bought(visitors.at(-1) as string, i + 9)] : []),
      ];
    }).flat();
  };
  const count = (records: Told[]) =>
    countRecords({ records: records.sort((a, b) => a.at - b.at), twice: 0, unversioned: 0 }, undefined);
  const judge = ({ treatment, holdout }: ReturnType<typeof count>['arms']['due']) => ({
    ...liftOf({ treatment, holdout }, 0.05).conversion.lift,
    alarm: sampleRatio([treatment.visitors, holdout.visitors], [1 - HOLDOUT, HOLDOUT]).alarm,
  });
  const withoutMixed = (records: Told[]) => {
    const { shopperOf } = stitchVisitors(records);
    const arms = new Map<string, Set<string>>();
    for (const one of records) {
      const shopper = shopperOf(one);
      arms.set(shopper, (arms.get(shopper) ?? new Set()).add(armOf(one.visitor, HOLDOUT)));
    }
    return records.filter((one) => arms.get(shopperOf(one))?.size === 1);
  };

  test('without an effect: counted by the first popup nothing is found; leaving out who was in both finds what is not there', () => {
    const records = simulate(60_000, 1, 7);
    const counted = count(records);
    const kept = judge(counted.arms.due);
    const cut = judge(count(withoutMixed(records)).arms.due);
    const alone = judge(counted.arms.alone);
    expect(counted.mixed).toBeGreaterThan(1000);
    expect(kept.alarm).toBe(false);
    expect(kept.least).toBeLessThan(0);
    expect(kept.most).toBeGreaterThan(0);
    expect(alone.least).toBeLessThan(0);
    expect(alone.most).toBeGreaterThan(0);
    expect(cut.alarm).toBe(true);
    expect(cut.least).toBeGreaterThan(0);
  });

  test('without an effect: of 60 shops the truth is excluded in no more than 5 in 100', () => {
    const shops = Array.from({ length: 60 }, (_, seed) => judge(count(simulate(2000, 1, seed + 100)).arms.due));
    const wrong = shops.filter(({ least, most }) => (least ?? -1) > 0 || (most ?? 1) < 0).length;
    expect(wrong).toBeLessThanOrEqual(3);
    expect(shops.filter(({ alarm }) => alarm).length).toBeLessThanOrEqual(1);
  });

  test('with an effect: who was in both groups dilutes it, and those who came as one show it whole', () => {
    const { arms } = count(simulate(40_000, 1.5, 3));
    const [kept, alone] = [judge(arms.due), judge(arms.alone)];
    expect(alone.least).toBeLessThan(0.5);
    expect(alone.most).toBeGreaterThan(0.5);
    expect(kept.least).toBeGreaterThan(0);
    expect(kept.most).toBeLessThan(0.5);
  });
});

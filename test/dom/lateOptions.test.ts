import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lateOptions } from '../../src/lateOptions';
import { readOptions } from '../../src/options';
import { createWarnSpy } from './given';

/** Of each option: what it takes, as text and as code would have it, and what it becomes; and what it does not take. */
const OPTIONS: Readonly<
  Record<string, { good: readonly (readonly [given: unknown, value: unknown])[]; bad: readonly unknown[] }>
> = {
  deliveryHandling: {
    good: [
      ['0-1', [0, 1]],
      ['2', [2, 2]],
      [3, [3, 3]],
      ['1-1', [1, 1]],
    ],
    bad: ['2-1', '1-', '-1', 'a-b', '1–2', '1000'],
  },
  deliveryTransit: { good: [['1-2', [1, 2]]], bad: ['3-1', 'soon'] },
  deliveryCutoff: {
    good: [
      ['15:00', '15:00'],
      ['00:00', '00:00'],
      ['23:59', '23:59'],
    ],
    bad: ['24:00', '3pm', '15', '15:60', '9:00', 15],
  },
  deliveryTimezone: {
    good: [
      ['Europe/Berlin', 'Europe/Berlin'],
      ['UTC', 'UTC'],
    ],
    bad: ['Berlin', 'Mars/Olympus', '', '+25:00'],
  },
  deliveryDays: {
    good: [
      ['mo-fr', 'mo-fr'],
      ['mo,we,fr', 'mo,we,fr'],
      ['MO SA', 'MO SA'],
      ['sa-mo', 'sa-mo'],
    ],
    bad: ['monday', '1-5', '', 'mo-fri'],
  },
  deliveryHolidays: {
    good: [
      ['2026-12-25', '2026-12-25'],
      ['2026-12-25,2026-12-26', '2026-12-25,2026-12-26'],
    ],
    bad: ['25.12.2026', 'christmas', '', '2026-12'],
  },
  accent: {
    good: [
      ['teal', 'teal'],
      ['#0a7', '#0a7'],
    ],
    bad: ['no colour', ''],
  },
  model: {
    good: [
      ['/waver/model.json', '/waver/model.json'],
      ['https://cdn.example/m.json', 'https://cdn.example/m.json'],
    ],
    bad: ['javascript:alert(1)', 'model.json', '', null],
  },
  theme: {
    good: [
      ['paper', 'paper'],
      ['ink', 'ink'],
      ['outline', 'outline'],
    ],
    bad: ['dark', '', 'Paper'],
  },
  returnsDays: {
    good: [
      ['30', 30],
      [0, 0],
    ],
    bad: ['a month', '-1', '1000'],
  },
  freeShippingOver: {
    good: [
      ['49.90', 49.9],
      [50, 50],
    ],
    bad: ['50 €', '49,90', ''],
  },
};

const read = (raw: Record<string, unknown>) => {
  const warn = createWarnSpy();
  const { settings, wrong } = readOptions(raw);
  expect(wrong).toEqual([]);
  return { options: lateOptions(settings.options, warn), said: warn.mock.calls.map(([text]) => text) };
};

beforeEach(() => {
  vi.stubGlobal('CSS', { supports: (_: string, value: string) => /^(teal|#0a7)$/.test(value) });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(Object.entries(OPTIONS))('%s', (name, { good, bad }) => {
  test.each(good.map(([given, value]) => [JSON.stringify(given), given, value]))('takes %s', (_, given, value) => {
    expect(read({ [name]: given })).toEqual({ options: { [name]: value }, said: [] });
  });

  test.each(bad.map((given) => [JSON.stringify(given), given]))('does not take %s, and says so', (_, given) => {
    const { options, said } = read({ [name]: given });
    const spelled = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(options[name]).toBeUndefined();
    expect(said).toEqual([expect.stringMatching(/: expected .+; it is not used$/)]);
    expect(said[0]).toContain(`${spelled}="${given}"`);
  });
});

test.each(['deliveryTransfer', 'returnsWeeks', 'freeDrinks'])('%s is no option', (name) => {
  expect(read({ [name]: '1' }).said).toEqual([expect.stringMatching(/ is no option of Waver and does nothing$/)]);
});

test('what is tried elsewhere stays as it is', () => {
  const mayShow = () => true;
  const given = { shopContact: 'x', tagVip: 'yes', mayShow, destinations: 'segment' };
  expect(read(given)).toEqual({ options: given, said: [] });
});

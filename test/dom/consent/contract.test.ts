import { afterEach, describe, expect, test } from 'vitest';
import { PURPOSES } from '../../../src/consent/opinion';
import { clearPage, place, placeTrap, startAll, startSource } from './given';
import { type Choice, tools } from './stubs';

/** What every consent tool that is read has to hold to, each by a stub that behaves as the tool does. */

const ALL: Choice = { functional: true, analytics: true, marketing: true };
const NONE: Choice = { functional: false, analytics: false, marketing: false };
const words = (word: string) => Object.fromEntries(PURPOSES.map((purpose) => [purpose, word]));

afterEach(clearPage);

describe.each(tools)('$name', ({ watch, put, global, name }) => {
  const given = () => {
    const consents: object[] = [];
    return { consents, source: startSource(watch, consents) };
  };

  test('absent: no opinion', () => {
    expect(given().source.read()).toBeUndefined();
  });

  test('there, and nobody has answered: nothing is granted and nothing refused', () => {
    const { source, consents } = given();
    put(consents).choose(null);
    expect(source.read()).toEqual(words('open'));
  });

  test('granted, denied, and each purpose for itself', () => {
    const { source, consents } = given();
    const tool = put(consents);
    source.read();
    tool.choose(ALL);
    expect(source.read()).toEqual(words('granted'));
    tool.choose(NONE);
    expect(source.read()).toEqual(words('denied'));
    for (const one of PURPOSES) {
      tool.choose({ ...NONE, [one]: true });
      expect(source.read(), one).toEqual({ ...words('denied'), [one]: 'granted' });
    }
  });

  test('changed and revoked: told at once, without being asked', () => {
    const { source, consents } = given();
    const tool = put(consents);
    tool.choose(null);
    source.read();
    for (const choice of [ALL, NONE, ALL]) {
      source.changed.mockClear();
      tool.choose(choice);
      // Of the data layer the tag tells the reader itself.
      if (name !== 'Google Consent Mode') expect(source.changed).toHaveBeenCalled();
      expect(source.read()?.functional).toBe(choice?.functional ? 'granted' : 'denied');
    }
  });

  test('late: found when it has come', () => {
    const consents: object[] = [];
    const { look, level } = startAll(consents);
    expect(level()).toBe(1);
    const tool = put(consents);
    look();
    expect(level()).toBe(0);
    tool.choose(ALL);
    look();
    expect(level()).toBe(2);
    tool.choose(NONE);
    look();
    expect(level()).toBe(-1);
  });

  test('contradicted: the stricter word holds, whoever says it', () => {
    const consents: object[] = [];
    const tool = put(consents);
    tool.choose(ALL);
    const { look, level, say } = startAll(consents);
    tool.choose(ALL);
    look();
    expect(level()).toBe(2);
    say('denied');
    expect(level()).toBe(-1);
    say('granted');
    expect(level()).toBe(2);
    tool.choose(NONE);
    look();
    expect(level()).toBe(-1);
    tool.choose(ALL);
    const other = name === 'Cookiebot' ? 'CookieYes' : 'Cookiebot';
    tools
      .find((one) => one.name === other)
      ?.put(consents)
      .choose(NONE);
    look();
    expect(level()).toBe(-1);
  });

  test.each([
    ['a number', 1],
    ['text', 'yes'],
    ['an empty object', {}],
    ['a list', []],
    [
      'a function that throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['a function that gives nothing', () => undefined],
    [
      'an object whose every property throws',
      new Proxy(
        {},
        {
          get() {
            throw new Error('broken');
          },
          has: () => true,
        },
      ),
    ],
    [
      'an object of functions that throw',
      new Proxy(
        {},
        {
          get: () => () => {
            throw new Error('broken');
          },
        },
      ),
    ],
    ['an object of nulls', new Proxy({}, { get: () => null })],
  ])('broken, %s: nothing is granted, and nothing thrown', (_, value) => {
    place(global, value);
    const { level, look, stop } = startAll();
    look();
    expect([0, 1]).toContain(level());
    stop();
  });

  test('broken, a global that throws when it is looked at', () => {
    placeTrap(global);
    const { level, levels, stop } = startAll();
    expect(level()).toBe(0);
    expect(levels).toEqual([0]);
    stop();
  });

  test('stopped: no listener stays, and what is still called does nothing', () => {
    const consents: object[] = [];
    const tool = put(consents);
    tool.choose(null);
    const { levels, stop, open } = startAll(consents);
    expect(open()).toBeGreaterThan(0);
    if (tool.listeners) expect(tool.listeners()).toBe(1);
    const before = [...levels];
    stop();
    expect(open()).toBe(0);
    expect(tool.listeners?.() ?? 0).toBe(0);
    tool.choose(ALL);
    expect(levels).toEqual(before);
  });
});

test('no tool: only what the shop says, and purposes it does not name are none of it', () => {
  const { level, say } = startAll();
  expect(level()).toBe(1);
  say('granted');
  expect(level()).toBe(2);
  say({ functional: false, analytics: true });
  expect(level()).toBe(-1);
  say({ functional: true, marketing: false });
  expect(level()).toBe(2);
});

test('a tool without an answer leaves the shop’s word standing, one with an answer does not', () => {
  const consents: object[] = [];
  const tool = tools.find(({ name }) => name === 'Cookiebot')?.put(consents);
  const { level, say } = startAll(consents);
  expect(level()).toBe(0);
  say('granted');
  expect(level()).toBe(2);
  tool?.choose(NONE as Choice);
  expect(level()).toBe(-1);
});

test('one broken tool does not keep the others from being heard', () => {
  placeTrap('klaro');
  const consents: object[] = [];
  tools
    .find(({ name }) => name === 'Cookiebot')
    ?.put(consents)
    .choose(NONE);
  expect(startAll(consents).level()).toBe(-1);
});

test('a tool that has gone takes nothing back', () => {
  const consents: object[] = [];
  tools
    .find(({ name }) => name === 'Cookiebot')
    ?.put(consents)
    .choose(NONE);
  const { level, look } = startAll(consents);
  place('Cookiebot', undefined);
  look();
  expect(level()).toBe(-1);
});

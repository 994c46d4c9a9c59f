import { afterEach, describe, expect, test } from 'vitest';
import { type GoogleConsent, readGoogleConsent, watchGoogle } from '../../../src/consent/sources/google';
import { clearPage, place, startSource } from './given';

function gtag(..._: unknown[]): object {
  // biome-ignore lint/complexity/noArguments: it is the shape that counts
  return arguments;
}
const GRANTED = { personalization_storage: 'granted' };
const DENIED = { personalization_storage: 'denied' };
const read = (...messages: object[]) => startSource(watchGoogle, messages).read();
const functional = (...messages: object[]) => read(...messages)?.functional;
const say = (command: string, types: unknown) => gtag('consent', command, types);

afterEach(clearPage);

describe('default and update', () => {
  test.each([
    ['a default that denies is no answer', [say('default', DENIED)], 'open'],
    ['a default that grants', [say('default', GRANTED)], 'granted'],
    ['an update over a default', [say('default', DENIED), say('update', GRANTED)], 'granted'],
    ['an update over a default', [say('default', GRANTED), say('update', DENIED)], 'denied'],
    ['the latest update', [say('update', GRANTED), say('update', DENIED)], 'denied'],
    ['the latest update', [say('update', DENIED), say('update', GRANTED)], 'granted'],
    ['a default that comes late undoes no choice', [say('update', GRANTED), say('default', DENIED)], 'granted'],
    ['a default that comes late undoes no choice', [say('update', DENIED), say('default', GRANTED)], 'denied'],
    [
      'an update of other types changes nothing',
      [say('default', GRANTED), say('update', { ad_storage: 'denied' })],
      'granted',
    ],
    ['a refusal of other things is none', [say('default', DENIED), say('update', { ad_storage: 'denied' })], 'open'],
    ['arrays too', [['consent', 'default', GRANTED]], 'granted'],
    ['of two defaults the stricter one', [say('default', GRANTED), say('default', DENIED)], 'open'],
    ['of two defaults the stricter one', [say('default', DENIED), say('default', GRANTED)], 'open'],
    [
      'a late default still fills what no choice was made about',
      [say('update', { ad_storage: 'denied' }), say('default', GRANTED)],
      'granted',
    ],
  ])('%s: %j', (_, messages, word) => {
    expect(functional(...messages)).toBe(word);
  });
});

describe('defaults for some regions', () => {
  const regional = (types: object) => ({ ...types, region: ['US'] });

  test('are held to the strictest of them: nobody here knows where the shopper is', () => {
    expect(functional(say('default', regional(GRANTED)), say('default', DENIED))).toBe('open');
    expect(functional(say('default', DENIED), say('default', regional(GRANTED)))).toBe('open');
    expect(functional(say('default', regional(GRANTED)), say('default', GRANTED))).toBe('granted');
  });

  test('leave the shopper’s choice alone', () => {
    expect(functional(say('default', regional(DENIED)), say('update', GRANTED))).toBe('granted');
    expect(functional(say('update', DENIED), say('default', regional(GRANTED)))).toBe('denied');
  });
});

describe('passes over', () => {
  test.each([
    [{}],
    [[]],
    [{ event: 'consent' }],
    [gtag('event', 'consent', GRANTED)],
    [gtag('consent', 'default')],
    [gtag('consent', 'default', null)],
    [gtag('set', 'default', GRANTED)],
  ])('%j', (message) => {
    const state = { defaults: DENIED, choice: {} };
    expect(readGoogleConsent(state, message)).toBe(state);
    expect(readGoogleConsent(null, message)).toBeNull();
    expect(read(message)).toBeUndefined();
  });
});

describe('what is granted', () => {
  test.each([
    [{ personalization_storage: 'granted' }, true],
    [{ functionality_storage: 'granted' }, true],
    [{ analytics_storage: 'granted' }, true],
    [{ personalization_storage: 'denied', functionality_storage: 'granted', analytics_storage: 'granted' }, false],
    [{ functionality_storage: 'denied', analytics_storage: 'granted' }, false],
    [{ ad_storage: 'granted', ad_user_data: 'granted', security_storage: 'granted' }, false],
    [{}, false],
    [{ personalization_storage: 'GRANTED' }, false],
    [{ personalization_storage: true }, false],
    [{ personalization_storage: '' }, false],
  ])('%j: %s', (types, granted) => {
    expect(functional(say('default', types)) === 'granted').toBe(granted);
    expect(functional(say('update', types)) === 'granted').toBe(granted);
  });

  test('analytics by its own type, marketing only by all that are named', () => {
    const ads = { ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' };
    expect(read(say('update', { ...ads, analytics_storage: 'denied' }))).toEqual({
      functional: 'denied',
      analytics: 'denied',
      marketing: 'granted',
    });
    expect(read(say('update', { ...ads, ad_user_data: 'denied' }))).toEqual({
      functional: 'open',
      analytics: 'open',
      marketing: 'denied',
    });
  });

  test('a state is not changed, a new one is made', () => {
    const state: GoogleConsent = Object.freeze({ defaults: Object.freeze({ ...DENIED }), choice: Object.freeze({}) });
    expect(readGoogleConsent(state, say('update', GRANTED))).toEqual({ defaults: DENIED, choice: GRANTED });
    expect(() => readGoogleConsent(state, say('default', GRANTED))).not.toThrow();
  });
});

describe('the state inside Google’s scripts', () => {
  const inner = (entries: Record<string, object>) => place('google_tag_data', { ics: { active: true, entries } });

  test.each([
    ['booleans', { initial: false, update: true }, 'granted'],
    ['booleans', { initial: true, update: false }, 'denied'],
    ['booleans', { default: false }, 'open'],
    ['words', { default: 'denied', update: 'granted' }, 'granted'],
    ['words', { default: 'granted', update: 'denied' }, 'denied'],
    ['numbers', { default: 2, update: 1 }, 'granted'],
    ['numbers', { default: 1, update: 2 }, 'denied'],
    ['nothing known', { quiet: true }, 'open'],
  ])('in %s: %j', (_, entry, word) => {
    inner({ functionality_storage: entry });
    expect(functional()).toBe(word);
  });

  test('fills in what the data layer does not say', () => {
    inner({ functionality_storage: { update: true } });
    expect(functional(say('default', { ad_storage: 'denied' }))).toBe('granted');
  });

  test('where both say something, the stricter holds', () => {
    inner({ personalization_storage: { default: true, update: false } });
    expect(functional(say('update', GRANTED))).toBe('denied');
    inner({ personalization_storage: { default: false } });
    expect(functional(say('update', GRANTED))).toBe('open');
    inner({ personalization_storage: { update: true } });
    expect(functional(say('update', DENIED))).toBe('denied');
  });

  test('without any entry it has no opinion', () => {
    inner({});
    expect(read()).toBeUndefined();
  });
});

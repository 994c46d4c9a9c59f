import { describe, expect, test } from 'vitest';
import { type GoogleConsent, grantsFunctional, readGoogleConsent } from '../../src/consent/googleConsent';

function gtag(..._: unknown[]): object {
  // biome-ignore lint/complexity/noArguments: it is the shape that counts
  return arguments;
}
const GRANTED = { personalization_storage: 'granted' };
const DENIED = { personalization_storage: 'denied' };
const hear = (...messages: unknown[]) => messages.reduce<GoogleConsent | null>(readGoogleConsent, null);
const isGranted = (...messages: unknown[]) => {
  const state = hear(...messages);
  return state && grantsFunctional(state);
};
const say = (command: string, types: unknown) => gtag('consent', command, types);

describe('default and update', () => {
  test.each([
    ['a default', [say('default', DENIED)], false],
    ['a default', [say('default', GRANTED)], true],
    ['an update over a default', [say('default', DENIED), say('update', GRANTED)], true],
    ['an update over a default', [say('default', GRANTED), say('update', DENIED)], false],
    ['the latest update', [say('update', GRANTED), say('update', DENIED)], false],
    ['the latest update', [say('update', DENIED), say('update', GRANTED)], true],
    ['a default that comes late undoes no choice', [say('update', GRANTED), say('default', DENIED)], true],
    ['a default that comes late undoes no choice', [say('update', DENIED), say('default', GRANTED)], false],
    [
      'an update of other types changes nothing',
      [say('default', GRANTED), say('update', { ad_storage: 'denied' })],
      true,
    ],
    ['arrays too', [['consent', 'default', GRANTED]], true],
  ])('%s: %j', (_, messages, granted) => {
    expect(isGranted(...messages)).toBe(granted);
  });

  test('a second default that denies is not overruled by the first', () => {
    expect(isGranted(say('default', GRANTED), say('default', DENIED))).toBe(false);
  });

  test('a late default still fills what no choice was made about', () => {
    expect(hear(say('update', { ad_storage: 'granted' }), say('default', DENIED))).toEqual({
      ad_storage: 'granted',
      ...DENIED,
    });
  });
});

describe('a default for some regions', () => {
  const REGIONAL = { ...GRANTED, region: ['US'] };

  test('is not taken for the shopper’s: nobody here knows where that is', () => {
    expect(isGranted(say('default', REGIONAL)) ?? false).toBe(false);
    expect(isGranted(say('default', REGIONAL), say('default', DENIED))).toBe(false);
    expect(isGranted(say('default', DENIED), say('default', REGIONAL))).toBe(false);
  });

  test('leaves the shopper’s choice alone', () => {
    expect(isGranted(say('default', { ...DENIED, region: ['US'] }), say('update', GRANTED))).toBe(true);
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
    [gtag('consent', 'default', 'granted')],
    [gtag('set', 'default', GRANTED)],
  ])('%j', (message) => {
    const state = { ...DENIED };
    expect(readGoogleConsent(state, message)).toBe(state);
    expect(readGoogleConsent(null, message)).toBeNull();
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
  ])('%j: %s', (state, granted) => {
    expect(grantsFunctional(state)).toBe(granted);
  });

  test('a state is not changed, a new one is made', () => {
    const state = Object.freeze({ ...DENIED });
    expect(readGoogleConsent(state, say('update', GRANTED))).toEqual(GRANTED);
    expect(state).toEqual(DENIED);
  });
});

import { describe, expect, test } from 'vitest';
import { type GoogleConsent, isGranted, isRefused, readGoogleConsent } from '../../src/consent/googleConsent';

function gtag(..._: unknown[]): object {
  // biome-ignore lint/complexity/noArguments: it is the shape that counts
  return arguments;
}
const GRANTED = { personalization_storage: 'granted' };
const DENIED = { personalization_storage: 'denied' };
const hear = (...messages: object[]) => messages.reduce<GoogleConsent | null>(readGoogleConsent, null);
const stateAfter = (...messages: object[]) => hear(...messages) ?? { defaults: {}, choice: {} };
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
    expect(isGranted(stateAfter(...messages))).toBe(granted);
  });

  test('a second default that denies is not overruled by the first', () => {
    expect(isGranted(stateAfter(say('default', GRANTED), say('default', DENIED)))).toBe(false);
    expect(isGranted(stateAfter(say('default', DENIED), say('default', GRANTED)))).toBe(false);
  });

  test('a late default still fills what no choice was made about', () => {
    expect(isGranted(stateAfter(say('update', { ad_storage: 'denied' }), say('default', GRANTED)))).toBe(true);
  });
});

describe('defaults for some regions', () => {
  const regional = (types: object) => ({ ...types, region: ['US'] });

  test('are held to the strictest of them: nobody here knows where the shopper is', () => {
    expect(isGranted(stateAfter(say('default', regional(GRANTED)), say('default', DENIED)))).toBe(false);
    expect(isGranted(stateAfter(say('default', DENIED), say('default', regional(GRANTED))))).toBe(false);
    expect(isGranted(stateAfter(say('default', regional(GRANTED)), say('default', GRANTED)))).toBe(true);
  });

  test('leave the shopper’s choice alone', () => {
    expect(isGranted(stateAfter(say('default', regional(DENIED)), say('update', GRANTED)))).toBe(true);
    expect(isGranted(stateAfter(say('update', DENIED), say('default', regional(GRANTED))))).toBe(false);
  });
});

describe('a refusal', () => {
  test('is the shopper’s own, and a default is none', () => {
    expect(isRefused(stateAfter(say('default', DENIED)))).toBe(false);
    expect(isRefused(stateAfter(say('default', GRANTED), say('update', DENIED)))).toBe(true);
    expect(isRefused(stateAfter(say('update', DENIED), say('default', GRANTED)))).toBe(true);
  });

  test('of other things is none', () => {
    expect(isRefused(stateAfter(say('default', DENIED), say('update', { ad_storage: 'denied' })))).toBe(false);
  });

  test('is taken back by a later yes', () => {
    expect(isRefused(stateAfter(say('update', DENIED), say('update', GRANTED)))).toBe(false);
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
    expect(isGranted({ defaults: state, choice: {} })).toBe(granted);
    expect(isGranted({ defaults: {}, choice: state })).toBe(granted);
  });

  test('a state is not changed, a new one is made', () => {
    const state = Object.freeze({ defaults: Object.freeze({ ...DENIED }), choice: Object.freeze({}) });
    expect(readGoogleConsent(state, say('update', GRANTED))).toEqual({ defaults: DENIED, choice: GRANTED });
    expect(() => readGoogleConsent(state, say('default', GRANTED))).not.toThrow();
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { mayBeTool } from '../../../src/consent/mayBeTool';
import { clearPage, place } from './given';
import { tools } from './stubs';

const setGpc = (value: unknown) =>
  Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });

afterEach(() => {
  clearPage();
  Reflect.deleteProperty(navigator, 'globalPrivacyControl');
});

describe('the reader of consent tools is worth loading', () => {
  // Consent in the data layer is heard by the tag itself.
  test.each(tools.filter(({ name }) => name !== 'Google Consent Mode'))('with $name', ({ put }) => {
    expect(mayBeTool()).toBeFalsy();
    put([]);
    expect(mayBeTool()).toBeTruthy();
  });

  test.each([
    ['__gpp', () => {}],
    ['__ucCmp', {}],
    ['google_tag_data', { ics: { active: true, entries: {} } }],
  ])('with %s', (name, value) => {
    place(name, value);
    expect(mayBeTool()).toBeTruthy();
  });
});

describe('it is not worth loading', () => {
  test.each([
    ['Shopify', {}],
    ['Shopify', null],
    ['google_tag_data', {}],
    ['google_tag_data', { ics: { active: false, entries: {} } }],
  ])('with %s: %j', (name, value) => {
    place(name, value);
    expect(mayBeTool()).toBeFalsy();
  });

  test('for Global Privacy Control alone, which denies nothing that is kept', () => {
    setGpc(true);
    expect(mayBeTool()).toBeFalsy();
  });
});

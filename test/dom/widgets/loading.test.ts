import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PopupContent } from '../../../src/types';
import { askDoor, centreDoor, closeAll, delivery, host, part, text } from './stage';

/** What is loaded when: each test starts with nothing but the entry. */

const CHUNKS = [
  'copy/de',
  'copy/deAsk',
  'copy/ja',
  'copy/jaAsk',
  'ask',
  'deliveryPromise',
  'formHelp',
  'notice',
  'offer',
  'reasons',
  'showPreferences',
];
const question: PopupContent = { popup: 'question', question: 'priority' };
const help: PopupContent = { popup: 'form-help', field: { key: 'zip', fails: 'valueMissing' } };

let asked: string[] = [];
/** Holds a chunk back until it is let go. */
let held: Record<string, Promise<unknown>> = {};

beforeEach(() => {
  document.body.innerHTML = '';
  asked = [];
  held = {};
  vi.resetModules();
  for (const chunk of CHUNKS)
    vi.doMock(`../../../widgets/${chunk}`, async (load) => {
      asked.push(chunk);
      await held[chunk];
      return load();
    });
});
afterEach(() => {
  closeAll();
  host()?.remove();
  for (const chunk of CHUNKS) vi.doUnmock(`../../../widgets/${chunk}`);
});

const stage = async () => {
  const { openPopup, openPreferences } = await import('../../../widgets');
  const claim = { url: '', offer: undefined, answered: vi.fn() };
  const door = { now: Date.now, end: vi.fn(), ask: askDoor(), claim };
  return {
    open: (content: PopupContent, ...locales: string[]) =>
      openPopup({ campaign: 'c', intent: null, content, because: [] }, { ...door, locales }),
    preferences: (...locales: string[]) => openPreferences([], centreDoor(locales)),
  };
};

const letGo = (chunk: string) => {
  let go = () => {};
  held[chunk] = new Promise<void>((resolve) => {
    go = resolve;
  });
  return () => go();
};

const fail = (chunk: string) => {
  const offline = Promise.reject(new Error('offline'));
  offline.catch(() => {});
  held[chunk] = offline;
};

test('a delivery promise needs what says it, and why is loaded when it is asked', async () => {
  const { open } = await stage();
  const popup = await open(delivery, 'en-GB', 'de', 'ja');
  expect(host()).toBeTruthy();
  expect(asked).toEqual(['deliveryPromise']);
  part('why').click();
  await vi.waitFor(() => expect(part('why').getAttribute('aria-expanded')).toBe('true'));
  expect(asked).toEqual(['deliveryPromise', 'reasons']);
  popup.close();
});

test('an offer needs what claims it', async () => {
  const { open } = await stage();
  const endsAt = Date.now() + 60_000;
  const popup = await open({ popup: 'offer', kind: 'points', amount: 5, endsAt }, 'en-GB', 'de');
  expect(asked).toEqual(['offer']);
  popup.close();
});

test('what the shop has to say needs the part that says it, and in another language the same words', async () => {
  const { open } = await stage();
  const returns: PopupContent = { popup: 'returns-promise', days: 30 };
  const popup = await open(returns, 'en-GB', 'de');
  expect(asked).toEqual(['notice']);
  popup.close();
  const other = await open(returns, 'de');
  expect([...asked].sort()).toEqual(['copy/de', 'notice']);
  expect(text('title')).toBe('30 Tage Zeit für die Rückgabe');
  other.close();
});

test('a question needs what asks, and in another language its words', async () => {
  const { open } = await stage();
  const popup = await open(question, 'en-GB', 'de');
  expect(asked).toEqual(['ask']);
  popup.close();
  const other = await open(question, 'ja', 'de');
  expect([...asked].sort()).toEqual(['ask', 'copy/ja', 'copy/jaAsk']);
  other.close();
});

test('a question of which half the words cannot be loaded: all of it in English', async () => {
  fail('copy/deAsk');
  const { open } = await stage();
  const popup = await open(question, 'de');
  expect(text('title')).toBe('What matters most for this order?');
  expect(text('dismiss')).toBe('Not now');
  popup.close();
});

test('only the one language that is read', async () => {
  const { open } = await stage();
  const popup = await open(delivery, 'sv', 'ja-JP', 'de');
  expect(text('title')).toContain('お届け予定');
  expect([...asked].sort()).toEqual(['copy/ja', 'deliveryPromise']);
  popup.close();
});

test('help with a form, and the preference centre, each when it is shown', async () => {
  const { open, preferences } = await stage();
  const popup = await open(help, 'en');
  expect(asked).toEqual(['formHelp']);
  popup.close();
  const centre = await preferences('en');
  expect([...asked].sort()).toEqual(['ask', 'formHelp', 'showPreferences']);
  centre.close();
});

test('all at the same time, and nothing on the page before all of it is here', async () => {
  const { open } = await stage();
  const [part, language] = [letGo('formHelp'), letGo('copy/de')];
  const opening = open(help, 'de');
  await vi.waitFor(() => expect([...asked].sort()).toEqual(['copy/de', 'formHelp']));
  part();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(host()).toBe(null);
  language();
  const popup = await opening;
  expect(text('title')).toBe('Hilfe zu diesem Feld');
  popup.close();
});

test.each<[string, PopupContent, string]>([
  ['a delivery promise', delivery, 'Order now, arrives Wed, Nov 25 – Fri, Nov 27'],
  ['help with a form', help, 'Help with this field'],
])('a language that cannot be loaded: %s in English, its dates too', async (_, content, title) => {
  fail('copy/de');
  const { open } = await stage();
  const popup = await open(content, 'de');
  expect(text('title')).toBe(title);
  expect(host()?.shadowRoot?.querySelector('[role=dialog]')?.getAttribute('lang')).toBe('en');
  expect(asked).toContain('copy/de');
  popup.close();
});

test('reasons that cannot be loaded: what holds of all', async () => {
  fail('reasons');
  const { open } = await stage();
  const popup = await open(delivery, 'en');
  part('why').click();
  await vi.waitFor(() => expect(part('why').getAttribute('aria-expanded')).toBe('true'));
  expect(host()?.shadowRoot?.querySelector('#because li')?.textContent).toBe(
    'The shop shows this at this point of a visit.',
  );
  popup.close();
});

test('the preference centre too', async () => {
  fail('copy/ja');
  const { preferences } = await stage();
  const centre = await preferences('ja');
  expect(text('title')).toBe('Your answers');
  centre.close();
});

test.each([
  ['formHelp', help],
  ['notice', { popup: 'returns-promise', days: 30 } as PopupContent],
  ['ask', question],
])('%s that cannot be loaded is an error for the opener and leaves nothing', async (chunk, content) => {
  fail(chunk);
  const { open } = await stage();
  await expect(open(content, 'en')).rejects.toThrow();
  expect(host()).toBe(null);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Preference } from '../../../src/types';
import { openPreferences } from '../../../widgets';
import { host, part, parts, press, text } from './stage';

const preference = (more: Partial<Preference> = {}): Preference => ({
  key: 'priority',
  value: 'delivery',
  question: 'What matters most?',
  wording: 'Delivery',
  locale: 'en',
  purpose: 'personalise-popups',
  givenAt: Date.UTC(2026, 10, 23, 12),
  expiresAt: Date.UTC(2027, 4, 22, 12),
  consent: 'answer',
  sharedWith: [],
  ...more,
});

const show = async (kept: Preference[], locale = 'en-GB') => {
  const door = {
    locales: [locale],
    forget: vi.fn(),
    erase: vi.fn(),
    json: vi.fn(async () => '{"a":"ä"}'),
    closed: vi.fn(),
  };
  return { door, popup: await openPreferences(kept, door) };
};
const button = (name: string) => parts('action').find((one) => one.textContent === name);

beforeEach(() => {
  document.body.innerHTML = '<button id="link">Preferences</button>';
  document.querySelector<HTMLElement>('#link')?.focus();
});
afterEach(() => host()?.remove());

test('each answer with its question, time, purpose and who else has it', async () => {
  await show([
    preference(),
    preference({ key: 'x', question: '<b>Size</b>', purpose: 'fit', sharedWith: ['klaviyo', 'braze'] }),
  ]);
  expect(host()?.dataset.campaign).toBe('preferences');
  expect(part('dialog').localName).toBe('dialog');
  expect(part('dialog').hasAttribute('open')).toBe(true);
  expect(text('body')).toContain('What matters most?Delivery');
  expect(text('body')).toContain('Given 23 Nov 2026, kept on this device until 22 May 2027.');
  expect(text('body')).toContain('What it is for: to show you what helps. Shared with: nobody.');
  expect(text('body')).toContain('<b>Size</b>');
  expect(text('body')).toContain('What it is for: fit. Shared with: klaviyo, braze.');
});

test.each([
  ['de', 'Ihre Antworten'],
  ['ja', 'ご回答の一覧'],
])('in %s', async (locale, title) => {
  await show([preference()], locale);
  expect(text('title')).toBe(title);
});

test('forgets one, then says that nothing is left; the keyboard stays inside', async () => {
  const { door } = await show([preference(), preference({ key: 'size', question: 'Size?' })]);
  const forget = parts('action').find((one) => one.getAttribute('aria-label') === 'Forget: Size?');
  forget?.focus();
  forget?.click();
  expect(door.forget.mock.calls).toEqual([['size']]);
  expect(text('body')).not.toContain('Size?');
  expect(host()?.shadowRoot?.activeElement).toBe(part('title'));
  button('Forget')?.click();
  expect(text('body')).toBe('Nothing is kept.');
  expect(parts('action')).toEqual([]);
});

test('forgets everything', async () => {
  const { door } = await show([preference()]);
  button('Forget everything')?.click();
  expect(door.erase).toHaveBeenCalledTimes(1);
  expect(text('body')).toBe('Nothing is kept.');
});

test('gives everything along as a file', async () => {
  const { door } = await show([preference()]);
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    expect([this.download, decodeURIComponent(this.href)]).toEqual(['waver.json', 'data:application/json,{"a":"ä"}']);
  });
  button('Export as JSON')?.click();
  await Promise.resolve();
  await Promise.resolve();
  expect(door.json).toHaveBeenCalledTimes(1);
  expect(click).toHaveBeenCalledTimes(1);
  click.mockRestore();
});

test.each<[string, (popup: { close(): void }) => void]>([
  ['its button', () => part('dismiss').click()],
  ['Escape', () => press('Escape')],
  ['the opener', (popup) => popup.close()],
])('closed by %s: says so once and gives the focus back', async (_, close) => {
  const { door, popup } = await show([preference()]);
  close(popup);
  popup.close();
  press('Escape');
  expect(door.closed).toHaveBeenCalledTimes(1);
  expect(host()).toBe(null);
  expect(document.activeElement?.id).toBe('link');
});

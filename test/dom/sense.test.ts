import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Said } from '../../src/runVisit';
import { startSenses } from '../../src/sense';
import { find, guard, listen, show } from './given';

const feed = vi.fn<(said: Said) => void>();
const sayCart = vi.fn<(cart: unknown, where: () => string) => void>();
let senses: ReturnType<typeof startSenses> | undefined;
const start = (options = {}) => {
  senses = startSenses(options, guard, listen, feed, sayCart, () => {});
  return senses;
};
const pages = () => feed.mock.calls.map(([said]) => said).filter((said) => said.type === 'page');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  history.replaceState(null, '', '/cart');
});
afterEach(() => {
  senses?.stop();
  senses = undefined;
  show('');
  document.documentElement.removeAttribute('data-waver-page');
  document.body.removeAttribute('data-waver-page');
  vi.useRealTimers();
  vi.restoreAllMocks();
  feed.mockClear();
  sayCart.mockClear();
});

describe('the page', () => {
  test('is said at once, by its path', () => {
    start();
    expect(pages()).toEqual([{ type: 'page', view: expect.stringMatching(/^\w{6,}$/), path: '/cart', kind: 'cart' }]);
  });

  test('is what its markup says, the body before the root', () => {
    document.documentElement.dataset.waverPage = 'product';
    start();
    document.body.dataset.waverPage = 'shipping';
    senses?.sayPage();
    senses?.sayPage('returns');
    expect(pages().map((said) => said.type === 'page' && said.kind)).toEqual(['product', 'shipping', 'returns']);
  });

  test('changes with the path of a single-page shop, and not with its query', () => {
    start();
    history.pushState(null, '', '/cart?step=2');
    vi.advanceTimersByTime(1000);
    expect(pages()).toHaveLength(1);
    history.pushState(null, '', '/shipping');
    vi.advanceTimersByTime(1000);
    expect(pages()).toHaveLength(2);
    expect(pages()[1]).toMatchObject({ path: '/shipping', kind: 'shipping' });
  });

  test('each view has a name of its own', () => {
    start();
    senses?.sayPage();
    const [first, second] = pages().map((said) => said.type === 'page' && said.view);
    expect(first).not.toBe(second);
  });
});

describe('the cart in the markup', () => {
  test('is read with each page', () => {
    show(`<div data-waver-cart='{"items":2}'></div>`);
    start();
    expect(sayCart).toHaveBeenCalledExactlyOnceWith({ items: 2 }, expect.any(Function));
    expect(sayCart.mock.calls[0]?.[1]()).toBe(`data-waver-cart='{"items":2}'`);
  });

  test('that is no JSON is said to be wrong, with its text', () => {
    show('<div data-waver-cart="two shirts"></div>');
    start();
    expect(sayCart).toHaveBeenCalledExactlyOnceWith(undefined, expect.any(Function));
    expect(sayCart.mock.calls[0]?.[1]()).toBe("data-waver-cart='two shirts'");
  });

  test('that is not there is not spoken of', () => {
    start();
    expect(sayCart).not.toHaveBeenCalled();
  });
});

test('attentive seconds are ticks', () => {
  start();
  vi.advanceTimersByTime(3000);
  expect(feed.mock.calls.slice(1).map(([said]) => said)).toEqual([
    { type: 'tick' },
    { type: 'tick' },
    { type: 'tick' },
  ]);
});

test('nothing that is typed is in any signal', () => {
  const CANARY = 'canary-7f3a';
  const TYPES = ['text', 'email', 'tel', 'search', 'url', 'number', 'date', 'password', 'hidden'];
  show(`<main><form>
    ${TYPES.map((type) => `<label>${type}<input type="${type}" name="${type}" required minlength="40" pattern="[0-9]+"></label>`).join('')}
    <textarea name="note" required></textarea><input name="cc" autocomplete="cc-number" required>
    <select name="country" required><option value="${CANARY}" selected>${CANARY}</option></select>
    <div contenteditable="true" id="editor"></div>
  </form></main>`);
  start();
  for (const control of document.querySelectorAll<HTMLInputElement>('input,textarea,select,[contenteditable]')) {
    if ('value' in control) control.value = CANARY;
    else (control as HTMLElement).textContent = CANARY;
    for (const type of ['focus', 'keydown', 'compositionstart', 'input', 'compositionend', 'change', 'invalid', 'blur'])
      control.dispatchEvent(new Event(type, { bubbles: type !== 'invalid' }));
    control.setAttribute('aria-invalid', 'true');
  }
  find<HTMLFormElement>('form').dispatchEvent(new Event('submit', { bubbles: true }));
  vi.advanceTimersByTime(5000);
  senses?.sayPage();
  vi.advanceTimersByTime(5000);
  const all = JSON.stringify(feed.mock.calls);
  expect(all).toContain('"email"');
  expect(all).not.toContain(CANARY);
  expect(all).not.toMatch(/"(password|cc)"/);
});

test('after stop nothing is said, and no timer stays', () => {
  start().stop();
  feed.mockClear();
  history.pushState(null, '', '/elsewhere');
  window.dispatchEvent(new Event('popstate'));
  vi.advanceTimersByTime(5000);
  expect(feed).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});

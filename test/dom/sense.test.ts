import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startVisit } from '../../src/core/visit';
import { createForms } from '../../src/forms';
import { createReader } from '../../src/reader';
import type { Said } from '../../src/runVisit';
import { startSenses } from '../../src/sense';
import type { Visit } from '../../src/types';
import { find, guard, listen, show } from './given';

const feed = vi.fn<(said: Said) => void>();
const sayCart = vi.fn<(cart: unknown, where: () => string) => void>();
const openPreferences = vi.fn();
let senses: ReturnType<typeof startSenses> | undefined;
let visit: Visit;
const load = vi.fn<(chunk: string) => Promise<never>>();
const start = (options = {}) => {
  const nothing = () => {};
  const parts = {
    options,
    guard,
    listen,
    load,
    feed,
    sayCart,
    hearLayer: nothing,
    visit: () => visit,
    second: nothing,
    openPreferences,
  };
  senses = startSenses(parts);
  return senses;
};
/** The reader is loaded at once. */
const useReader = () => load.mockResolvedValue({ createReader, createForms } as never);
const pages = () => feed.mock.calls.map(([said]) => said).filter((said) => said.type === 'page');

beforeEach(() => {
  vi.useFakeTimers();
  load.mockReset().mockReturnValue(new Promise(() => {}));
  visit = { ...startVisit('visit', 'visitor', 0), cart: { count: 1, source: 'shop' } };
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
  openPreferences.mockClear();
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
    expect(sayCart).toHaveBeenCalledExactlyOnceWith('{"items":2}', expect.any(Function));
    expect(sayCart.mock.calls[0]?.[1]()).toBe(`data-waver-cart='{"items":2}'`);
  });

  test('is handed on as it stands, with the words to name it by', () => {
    show('<div data-waver-cart="two shirts"></div>');
    start();
    expect(sayCart).toHaveBeenCalledExactlyOnceWith('two shirts', expect.any(Function));
    expect(sayCart.mock.calls[0]?.[1]()).toBe("data-waver-cart='two shirts'");
  });

  test('that is not there is not spoken of', () => {
    start();
    expect(sayCart).not.toHaveBeenCalled();
  });
});

test.each([
  ['/cart', 14],
  ['/checkout', 14],
  ['/products/beans', 4],
  ['/', 4],
])('on %s who sits still is there for %d seconds more', (path, seconds) => {
  history.replaceState(null, '', path);
  start();
  vi.advanceTimersByTime(60_000);
  expect(feed.mock.calls.filter(([said]) => said.type === 'tick')).toHaveLength(seconds);
});

test('so is who reads about a topic, on whatever page', () => {
  history.replaceState(null, '', '/');
  visit = { ...visit, topic: 'shipping' };
  start();
  vi.advanceTimersByTime(60_000);
  expect(feed.mock.calls.filter(([said]) => said.type === 'tick')).toHaveLength(14);
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

test('nothing that is typed is in any signal', async () => {
  useReader();
  const CANARY = 'canary-7f3a';
  const TYPES = ['text', 'email', 'tel', 'search', 'url', 'number', 'date', 'password', 'hidden'];
  show(`<main><form>
    ${TYPES.map((type) => `<label>${type}<input type="${type}" name="${type}" required minlength="40" pattern="[0-9]+"></label>`).join('')}
    <textarea name="note" required></textarea><input name="cc" autocomplete="cc-number" required>
    <select name="country" required><option value="${CANARY}" selected>${CANARY}</option></select>
    <div contenteditable="true" id="editor"></div>
  </form></main>`);
  history.replaceState(null, '', '/checkout');
  visit = { ...visit, kind: 'checkout' };
  start();
  await vi.advanceTimersByTimeAsync(100);
  for (const control of document.querySelectorAll<HTMLInputElement>('input,textarea,select,[contenteditable]')) {
    if ('value' in control) control.value = CANARY;
    else (control as HTMLElement).textContent = CANARY;
    for (const type of [
      'focusin',
      'keydown',
      'compositionstart',
      'input',
      'compositionend',
      'change',
      'invalid',
      'focusout',
    ])
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

describe('the reader', () => {
  const asked = () => load.mock.calls.map(([chunk]) => chunk);

  test.each(['/', '/products/beans', '/collections/all', '/shipping'])(
    'is not needed on %s of a shop that tells its cart',
    (path) => {
      history.replaceState(null, '', path);
      start();
      vi.advanceTimersByTime(20_000);
      expect(asked()).toEqual([]);
    },
  );

  test.each(['/cart', '/checkout', '/unheard-of', '/account', '/thank-you'])('is needed on %s', (path) => {
    history.replaceState(null, '', path);
    start();
    expect(asked()).toEqual(['reader']);
  });

  test.each([undefined, 'page', 'platform'] as const)('is needed where the cart is told by %s', (source) => {
    history.replaceState(null, '', '/');
    visit = { ...visit, cart: source ? { count: 1, source } : null };
    start();
    expect(asked()).toEqual(['reader']);
  });

  test.each([
    ['a section marked by the shop', '<p data-waver-topic="shipping">We ship.</p>'],
    ['a field that the server refused', '<input name="zip" aria-invalid="true">'],
    ['an open accordion', '<details open><summary>Shipping</summary></details>'],
  ])('is needed for %s', (_, html) => {
    history.replaceState(null, '', '/');
    show(html);
    start();
    expect(asked()).toEqual(['reader']);
  });

  test('is needed once the shopper clicks something that is no way to another page, or fills in a form', () => {
    history.replaceState(null, '', '/');
    show('<a href="/cart">Cart</a><button>Open</button><input name="zip">');
    start();
    find('a').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect(asked()).toEqual([]);
    find('button').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    find('input').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    expect(asked()).toEqual(['reader']);
  });
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

test('a click on what asks for the preference centre opens it: the first, which brings the reader, and those after it', async () => {
  useReader();
  visit = { ...visit, cart: { count: 1, source: 'shop' } };
  history.replaceState(null, '', '/products/bean');
  show('<button data-waver-preferences><b>Your answers</b></button><button id="other">Buy</button>');
  start();
  find('#other').click();
  await vi.runOnlyPendingTimersAsync();
  expect(openPreferences).not.toHaveBeenCalled();
  find('b').click();
  expect(openPreferences).toHaveBeenCalledTimes(1);
  senses?.stop();
  start();
  find('b').click();
  await vi.runOnlyPendingTimersAsync();
  expect(openPreferences).toHaveBeenCalledTimes(2);
});

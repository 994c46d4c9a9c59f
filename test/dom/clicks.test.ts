import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Listen } from '../../src/browser/listen';
import type { Said } from '../../src/runVisit';
import { watchClicks } from '../../src/signals/clicks';
import { find, guard, show } from './given';

/** A script cannot make a click that counts as by hand, so the handlers are called themselves. */
const handlers = new Map<string, (event: Event) => void>();
const listen: Listen = (_, types, handle) => {
  for (const type of types.split(' ')) handlers.set(type, handle as never);
  return () => {
    for (const type of types.split(' ')) handlers.delete(type);
  };
};
const feed = vi.fn<(said: Said) => void>();
let clicks: ReturnType<typeof watchClicks>;

const clickOf = (target: Element, more: object = {}) =>
  ({ isTrusted: true, detail: 1, clientX: 10, clientY: 20, composedPath: () => [target], target, ...more }) as never;
const click = (selector: string, more?: object) => handlers.get('click')?.(clickOf(find(selector), more));
const settle = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const told = () => feed.mock.calls.map(([said]) => (said.type === 'click' ? `click ${said.effect}` : said.type));

beforeEach(() => {
  vi.useFakeTimers();
  feed.mockClear();
  clicks = watchClicks(guard, listen, feed);
});
afterEach(() => {
  clicks.stop();
  vi.useRealTimers();
  show('');
});

test('a click is told with its place, and that nothing answered', async () => {
  show('<button>Buy</button>');
  click('button');
  expect(feed).not.toHaveBeenCalled();
  await settle(200);
  expect(feed).toHaveBeenCalledExactlyOnceWith({ type: 'click', x: 10, y: 20, effect: false });
});

test('and when nothing has come of it for long, that it was in vain', async () => {
  show('<button>Buy</button>');
  click('button');
  await settle(2499);
  expect(told()).toEqual(['click false']);
  await settle(1);
  expect(told()).toEqual(['click false', 'dead-click']);
});

describe('is answered at once', () => {
  test.each([
    ['by new content', () => find('p').append('More')],
    ['by a change of an attribute', () => find('p').setAttribute('class', 'open')],
    ['by a change of a text', () => ((find('p').firstChild as Text).data = 'Two')],
  ])('%s', async (_, answer) => {
    show('<button>+</button><p>One</p>');
    click('button');
    answer();
    await settle(3000);
    expect(told()).toEqual(['click true']);
  });

  test.each(['scroll', 'input', 'change', 'invalid', 'submit', 'focusin', 'blur', 'toggle'])('by %s', async (type) => {
    show('<button>+</button>');
    click('button');
    handlers.get(type)?.(new Event(type));
    await settle(3000);
    expect(told()).toEqual(['click true']);
  });

  test('by a text that is selected, as a double-click does', async () => {
    show('<button>+</button>');
    vi.spyOn(window, 'getSelection').mockReturnValue({ isCollapsed: false } as Selection);
    click('button', { detail: 2 });
    await settle(3000);
    vi.restoreAllMocks();
    expect(told()).toEqual(['click true']);
  });
});

test('a ripple inside what was clicked helps nobody, but is not nothing', async () => {
  show('<button>Buy</button>');
  click('button');
  find('button').append(document.createElement('i'));
  await settle(3000);
  expect(told()).toEqual(['click false']);
});

test('an answer that comes late spares the dead click', async () => {
  show('<button>Buy</button><p></p>');
  click('button');
  await settle(1000);
  find('p').append('Added');
  await settle(3000);
  expect(told()).toEqual(['click false']);
});

test('what happens in the shadow root of what was clicked is seen', async () => {
  show('<div></div>');
  const root = find('div').attachShadow({ mode: 'open' });
  root.innerHTML = '<button>Buy</button><p></p>';
  const button = root.querySelector('button') as Element;
  handlers.get('click')?.(clickOf(button, { composedPath: () => [button, root, find('div')] }));
  root.querySelector('p')?.append('Added');
  await settle(3000);
  expect(told()).toEqual(['click true']);
});

describe('does not count', () => {
  test.each([
    ['made by a script', '<button>Buy</button>', { isTrusted: false }],
    ['of a key on a button', '<button>Buy</button>', { detail: 0 }],
  ])('a click %s', async (_, html, more) => {
    show(html);
    click('button', more);
    await settle(3000);
    expect(told()).toEqual([]);
  });

  test.each([
    '<input id="x">',
    '<select id="x"></select>',
    '<canvas id="x"></canvas>',
    '<video id="x"></video>',
    '<div class="product-carousel"><button id="x">Next</button></div>',
    '<div aria-roledescription="carousel"><button id="x">Next</button></div>',
    '<div class="qty"><button id="x">+</button><input type="number" value="1"></div>',
    '<div><span><button id="x">−</button></span><input inputmode="numeric" value="1"></div>',
    '<div data-waver-ignore><button id="x">Game</button></div>',
  ])('%s', async (html) => {
    show(html);
    click('#x');
    await settle(3000);
    expect(told()).toEqual([]);
  });
});

describe('promises nothing', () => {
  test.each([
    '<p id="x">Text</p>',
    '<a id="x" href="/cart">Cart</a>',
    '<button id="x" disabled>Buy</button>',
    '<button id="x" role="tab" aria-selected="true">One</button>',
    '<button id="x" aria-pressed="true">List</button>',
    '<a id="x" aria-current="page">Home</a>',
  ])('%s', async (html) => {
    show(html);
    click('#x');
    await settle(3000);
    expect(told()).toEqual(['click false']);
  });
});

test('a click from before it was here is told, and nobody knows what came of it', async () => {
  show('<button>Buy</button>');
  clicks.late(clickOf(find('button'), { composedPath: () => [] }));
  await settle(3000);
  expect(told()).toEqual(['click false']);
});

test('another click ends the wait for the first', async () => {
  show('<button>Buy</button>');
  for (let i = 0; i < 3; i++) {
    click('button');
    await settle(300);
  }
  await settle(3000);
  expect(told()).toEqual(['click false', 'click false', 'click false', 'dead-click']);
});

test('after stop nothing is told of it, and no timer of its wait stays', async () => {
  show('<button>Buy</button>');
  click('button');
  await settle(200);
  clicks.stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(handlers.size).toBe(0);
});

test('an answer in another component is one', async () => {
  show('<button>Buy</button><x-cart></x-cart>');
  const root = find('x-cart').attachShadow({ mode: 'open' });
  await settle(3000);
  click('button');
  root.append('1');
  await settle(3000);
  expect(told()).toEqual(['click true']);
});

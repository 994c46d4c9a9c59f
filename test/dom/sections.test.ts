import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchSections } from '../../src/signals/sections';
import type { Topic } from '../../src/types';
import { find, guard, listen, PROTOTYPE_KEYS, show } from './given';

/** Structure only: without an IntersectionObserver whatever is open counts as in view. */

const WORDS: readonly [Topic, RegExp][] = [
  ['shipping', /shipping|versand/i],
  ['returns', /returns/i],
  ['reviews', /reviews/i],
];
const topicOf = (text: string) => WORDS.find(([, words]) => words.test(text))?.[0];
const P = '<p>It takes two working days, and above fifty it costs nothing.</p>';

let sections: ReturnType<typeof watchSections>;
const watch = (html: string) => {
  show(html);
  sections.look();
};
const click = (selector: string) => {
  find<HTMLElement>(selector).dispatchEvent(
    new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
  );
  return vi.advanceTimersByTimeAsync(1300);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', undefined);
  sections = watchSections({ guard, listen, topicOf });
});
afterEach(() => {
  sections.stop();
  show('');
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a section', () => {
  test('may be marked, and the mark says what it is about', () => {
    watch(`<div data-waver-topic=size-guide>36</div><div data-waver-topic=shipping>${P}<input></div>`);
    expect(sections.topics()).toEqual(['size-guide', 'shipping']);
  });

  test('may be marked later', async () => {
    watch('<main></main>');
    find('main').innerHTML = '<div data-waver-topic=returns></div>';
    for (let i = 0; i < 5; i++) sections.topics();
    await vi.advanceTimersByTimeAsync(10);
    expect(sections.topics()).toEqual(['returns']);
  });

  test.each(['weather', '', ...PROTOTYPE_KEYS])('is not about “%s”', (mark) => {
    watch(`<div data-waver-topic="${mark}">${P}</div>`);
    expect(sections.topics()).toEqual([]);
  });

  test('is open as long as its details are', () => {
    watch(`<details><summary>Shipping</summary>${P}</details>`);
    expect(sections.topics()).toEqual([]);
    find('details').setAttribute('open', '');
    expect(sections.topics()).toEqual(['shipping']);
    find('details').removeAttribute('open');
    expect(sections.topics()).toEqual([]);
  });

  test('is the panel of the chosen tab, found by either end', () => {
    watch(`<div role=tab id=a aria-selected=true>Shipping</div><div role=tab aria-controls=b aria-selected=false>Returns</div>
      <div role=tabpanel aria-labelledby=a>${P}</div><div id=b>${P}</div>`);
    expect(sections.topics()).toEqual(['shipping']);
    find('#a').setAttribute('aria-selected', 'false');
    find('[aria-controls]').setAttribute('aria-selected', 'true');
    expect(sections.topics()).toEqual(['returns']);
  });

  test.each([
    ['its label', `<div role=dialog aria-label="Shipping">${P}</div>`],
    ['what labels it', `<b id=name>Shipping</b><div aria-modal=true aria-labelledby=name>${P}</div>`],
    ['its heading', `<dialog open><h2>Shipping</h2>${P}</dialog>`],
    ['its title', `<div role=dialog><div class=modal-title>Shipping</div>${P}</div>`],
  ])('is a dialog, named by %s', (_, html) => {
    watch(html);
    expect(sections.topics()).toEqual(['shipping']);
  });

  test.each([
    'aria-controls=x',
    'href="#x"',
    'data-target="#x"',
    'data-bs-target="#x"',
    'popovertarget=x',
    'data-fold=x',
  ])('is what a control with %s opens', async (attribute) => {
    watch(`<a ${attribute}>Shipping</a><hr><div id=x>${P}</div>`);
    expect(sections.topics()).toEqual([]);
    await click('a');
    expect(sections.topics()).toEqual(['shipping']);
  });

  test('ends when its control says so', async () => {
    watch(`<button aria-expanded=true aria-controls=x>Shipping</button><div id=x>${P}</div>`);
    await click('button');
    expect(sections.topics()).toEqual(['shipping']);
    find('button').setAttribute('aria-expanded', 'false');
    expect(sections.topics()).toEqual([]);
  });

  test('is what comes up next to what was clicked, though its icon was hit', async () => {
    watch(`<div><div class=head><b>Shipping</b><svg></svg></div></div>`);
    find('.head').addEventListener('click', () => find('.head').insertAdjacentHTML('afterend', P));
    await click('svg');
    expect(sections.topics()).toEqual(['shipping']);
    find('p').remove();
    expect(sections.topics()).toEqual([]);
  });

  test('is what follows a heading, in any script', async () => {
    watch(`<a href="#%E9%80%81">Versand</a><h2 id="送">A</h2>${P}<h2>B</h2>${P}`);
    await click('a');
    expect(sections.topics()).toEqual(['shipping']);
  });

  test('of reviews may have fields', () => {
    watch(`<details open><summary>Reviews</summary>${P}<textarea></textarea></details>`);
    expect(sections.topics()).toEqual(['reviews']);
  });

  test('in nested shadow roots is one as well', () => {
    watch('<a-b></a-b>');
    const outer = find('a-b').attachShadow({ mode: 'open' });
    outer.innerHTML = '<c-d></c-d>';
    const inner = outer.querySelector('c-d')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = `<details open><summary>Returns</summary>${P}</details>`;
    sections.look();
    expect(sections.topics()).toEqual(['returns']);
    find('a-b').setAttribute('hidden', '');
    expect(sections.topics()).toEqual([]);
  });
});

test('a control that unfolds may be labelled so, and be named by what stands around it', async () => {
  watch(
    `<div class=head><h3>Shipping</h3><button aria-expanded=false aria-label=Expand>+</button></div><div hidden>${P}</div>`,
  );
  find('button').addEventListener('click', () => {
    find('button').setAttribute('aria-expanded', 'true');
    find('[hidden]').removeAttribute('hidden');
  });
  await click('button');
  expect(sections.topics()).toEqual(['shipping']);
});

describe('is no section', () => {
  const OPEN = `<details open><summary>Shipping</summary>${P}</details>`;
  test.each([
    ['a link', '<footer><a href="/s">Shipping</a></footer>'],
    ['a heading nobody asked for', `<h2>Shipping</h2>${P}`],
    ['a menu', `<nav>${OPEN}</nav>`],
    ['a list of links', '<details open><summary>Shipping</summary><a href="/a">Shipping costs</a></details>'],
    [
      'mostly links',
      '<details open><summary>Shipping</summary>All about <a href="/a">costs, times and carriers</a></details>',
    ],
    ['a mere dash', '<details open><summary>Shipping</summary>–</details>'],
    ['nothing yet', '<details open><summary>Shipping</summary></details>'],
    ['what is ignored', `<div data-waver-ignore>${OPEN}</div>`],
    ['what is hidden', `<div hidden>${OPEN}</div><div style="display: none">${OPEN}</div><div inert>${OPEN}</div>`],
    ['what lies behind a modal dialog', `<div aria-hidden=true>${OPEN}</div>`],
    ['a step to fill in', `<details open><summary>Shipping</summary>${P}<input type=text></details>`],
    ['a choice in a form', `<form><details open><summary>Shipping</summary>${P}<input type=radio></details></form>`],
    ['a part of a form to fill in', `<form><input><input><input type=email>${OPEN}</form>`],
    ['a filter', `<details open><summary>Shipping</summary>${P}<input type=checkbox></details>`],
    ['a closed dialog', `<dialog><h2>Shipping</h2>${P}</dialog>`],
    ['the cart', `<div role=dialog aria-label="Free shipping">${P}<a href="/checkout">Go</a></div>`],
    ['another dialog', `<div role=dialog aria-label="Cookies"><h2>Cookies</h2>${P}<h3>Shipping</h3></div>`],
    ['Waver’s own', `<waver-popup><div role=dialog aria-label="Shipping">${P}</div></waver-popup>`],
  ])('%s', (_, html) => {
    watch(html);
    expect(sections.topics()).toEqual([]);
  });

  test('what stands next to a link that changed nothing there', async () => {
    watch(`<div><p><a>Shipping</a></p><div class=description>${P}</div></div>`);
    await click('a');
    expect(sections.topics()).toEqual([]);
  });

  test('what a control opens that says something else', async () => {
    watch(`<div><button aria-controls=x>Add to cart</button><i>Shipping</i></div><div id=x>${P}</div>`);
    await click('button');
    expect(sections.topics()).toEqual([]);
  });

  test.each(['<svg></svg>', '<i title="Add to wishlist"></i>'])(
    'what is said beside an icon that changes: %s',
    async (icon) => {
      watch(`<div class=card><button>${icon}</button><span>Free shipping today</span></div>`);
      find('button').addEventListener('click', () => find('button').classList.toggle('on'));
      await click('button');
      expect(sections.topics()).toEqual([]);
    },
  );

  test('what was open on the page before, in a single-page shop', async () => {
    watch(`<a href="#x">Shipping</a><div id=x>${P}</div>`);
    await click('a');
    expect(sections.topics()).toEqual(['shipping']);
    history.pushState(null, '', '/elsewhere');
    sections.look();
    expect(sections.topics()).toEqual([]);
    history.pushState(null, '', '/');
  });
});

test('an address with a stray % in it harms nobody', async () => {
  watch(`<a href="#100%" data-x="%E4">Shipping</a><div id="100%">${P}</div>`);
  await click('a');
  expect(sections.topics()).toEqual(['shipping']);
});

test('the observer is told of what there is, and of nothing once it is over', () => {
  const observed = new Set<Element>();
  const told: IntersectionObserverCallback[] = [];
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: IntersectionObserverCallback) {
        told.push(callback);
      }
      observe = (element: Element) => observed.add(element);
      disconnect = () => observed.clear();
    },
  );
  sections.stop();
  sections = watchSections({ guard, listen, topicOf });
  watch('<section data-waver-topic=shipping></section>');
  const target = find<HTMLElement>('section');
  expect([...observed]).toEqual([target]);
  expect(sections.topics()).toEqual([]);
  const tell = (shown: number, whole: number, width = 100) =>
    told.at(-1)?.(
      [
        {
          target,
          intersectionRect: { width, height: shown },
          boundingClientRect: { width: 100, height: whole },
          rootBounds: { height: 600 },
        },
      ] as unknown as IntersectionObserverEntry[],
      {} as IntersectionObserver,
    );
  for (const [shown, whole, width, counts] of [
    [100, 200, 100, true],
    [90, 200, 100, false],
    [300, 5000, 100, true],
    [290, 5000, 100, false],
    [100, 200, 10, false],
    [0, 0, 100, false],
  ] as const) {
    tell(shown, whole, width);
    expect(sections.topics(), `${shown} of ${whole}, ${width} wide`).toEqual(counts ? ['shipping'] : []);
  }
  tell(200, 200);
  sections.stop();
  expect(observed.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  expect(sections.topics()).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { whatIsBusy } from '../../src/busy';
import { find, show } from './given';

/** Neither jsdom nor happy-dom lays anything out: here `data-box="x y width height"` says where a box is, and rest is empty. */
const BAR = 'data-box="0 600 1024 90"';
const PANEL = 'data-box="624 0 400 768"';
const BUBBLE = 'data-box="940 690 60 60"';

const restore: (() => void)[] = [];
/** Both environments differ in whether these are there, and on which prototype. */
const place = (object: object, name: string, value: unknown) => {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, writable: true, value });
  restore.push(() => {
    if (before) Object.defineProperty(object, name, before);
    else delete (object as Record<string, unknown>)[name];
  });
};

beforeEach(() => {
  document.body.innerHTML = '';
  place(window, 'innerWidth', 1024);
  place(window, 'innerHeight', 768);
  place(document, 'visibilityState', 'visible');
  place(Element.prototype, 'checkVisibility', function (this: Element) {
    return !this.closest('[hidden],[style*="display"],[style*="visibility"],[style*="opacity"]');
  });
  place(HTMLElement.prototype, 'getBoundingClientRect', function (this: Element) {
    const [left = 0, top = 0, width = 0, height = 0] = (this.getAttribute('data-box') ?? '').split(' ').map(Number);
    return { left, top, width, height, right: left + width, bottom: top + height };
  });
});
afterEach(() => {
  for (const undo of restore.splice(0).reverse()) undo();
  for (const element of [document.documentElement, document.body]) element.removeAttribute('style');
  vi.restoreAllMocks();
});

const busyWith = (html: string) => {
  show(html);
  return whatIsBusy(false);
};
const inShadow = (host: Element, html: string) => {
  host.attachShadow({ mode: 'open' }).innerHTML = html;
};
/** Puts the focus into this; not into the page, which would load the frames. */
const focus = (html: string) => {
  const box = document.createElement('div');
  box.innerHTML = html;
  const element = box.firstElementChild as HTMLElement;
  vi.spyOn(document, 'activeElement', 'get').mockReturnValue(element);
  return element;
};

test('an ordinary page is not', () => {
  expect(
    busyWith('<header>Shop</header><main>Mugs<form><input name=email></form></main><footer>Terms</footer>'),
  ).toBeNull();
});

describe('hidden', () => {
  test('out of view, or not in view yet', () => {
    place(document, 'prerendering', true);
    expect(whatIsBusy(false)).toBe('hidden');
    place(document, 'prerendering', false);
    expect(whatIsBusy(false)).toBeNull();
    place(document, 'visibilityState', 'hidden');
    expect(whatIsBusy(true)).toBe('hidden');
  });
});

test('typing is told before what lies over the page', () => {
  show(`<dialog open ${PANEL}>Cart</dialog>`);
  expect(whatIsBusy(true)).toBe('typing');
  expect(whatIsBusy(false)).toBe('dialog');
});

describe('paying', () => {
  test('a form of the checkout was sent', () => {
    expect(whatIsBusy(false, true)).toBe('paying');
    expect(whatIsBusy(false, false)).toBeNull();
  });

  test.each([
    '<input autocomplete=cc-number>',
    '<input autocomplete="section-a billing cc-csc">',
    '<select autocomplete=cc-exp-month></select>',
    '<iframe src="https://js.stripe.com/v3/elements-inner-card.html"></iframe>',
    '<iframe src="https://checkoutshopper-live.adyen.com/securedfields/x/cardNumber.html"></iframe>',
    '<iframe src="https://www.paypal.com/smart/buttons?x=1"></iframe>',
    '<iframe src="https://js.klarna.com/web-sdk/x"></iframe>',
    '<iframe src="https://assets.braintreegateway.com/web/x/html/hosted-fields-frame.html"></iframe>',
    '<iframe src="https://js.mollie.com/component.html"></iframe>',
    '<iframe src="https://cdn.checkout.com/js/frames/x"></iframe>',
    '<iframe src="https://checkout.pci.shopifycs.com/x"></iframe>',
  ])('the focus is in %s', (html) => {
    expect(whatIsBusy(false)).toBeNull();
    focus(html);
    expect(whatIsBusy(false)).toBe('paying');
  });

  test.each([
    '<input autocomplete=postal-code>',
    '<input name=cc-note>',
    '<iframe src="https://player.example/pinstripe.com/suits"></iframe>',
    '<iframe src="https://reviews.notstripe.com/"></iframe>',
    '<iframe></iframe>',
    '<a href="https://www.paypal.com/">PayPal</a>',
  ])('but not in %s', (html) => {
    focus(html);
    expect(whatIsBusy(false)).toBeNull();
  });

  test('in a shadow root too', () => {
    const host = focus('<pay-form></pay-form>');
    inShadow(host, '<input autocomplete=cc-number>');
    const card = host.shadowRoot?.querySelector('input') ?? null;
    vi.spyOn(host.shadowRoot as ShadowRoot, 'activeElement', 'get').mockReturnValue(card);
    expect(whatIsBusy(false)).toBe('paying');
  });
});

describe('dialogs and drawers', () => {
  test.each([
    `<dialog open ${PANEL}>Cart</dialog>`,
    `<div role=dialog ${PANEL}>Cart</div>`,
    `<div role=alertdialog ${PANEL}>Sure?</div>`,
    `<aside aria-modal=true ${PANEL}>Filters</aside>`,
    `<nav popover ${PANEL}>Menu</nav>`,
    `<nav popover=auto ${PANEL}>Menu</nav>`,
    // Its box has no size: what is in it lies over the page.
    `<div role=dialog data-box="0 0 1024 0"><div><div ${PANEL}>Cart</div></div></div>`,
    '<div><p>Cart</p></div><main inert data-box="0 0 1024 2000"></main>',
    '<div aria-hidden=true><main data-box="0 -500 1024 2000"></main></div>',
  ])('in the way: %s', (html) => {
    expect(busyWith(html)).toBe('dialog');
  });

  test.each([
    `<dialog ${PANEL} style="display:none">Cart</dialog>`,
    `<div role=dialog hidden ${PANEL}>Cart</div>`,
    `<div role=dialog style="visibility:hidden" ${PANEL}>Cart</div>`,
    `<div role=dialog style="opacity:0" ${PANEL}>Cart</div>`,
    `<div role=dialog aria-hidden=true ${PANEL}>Cart</div>`,
    `<div inert><div role=dialog ${PANEL}>Cart</div></div>`,
    // Moved aside, each to another edge.
    '<div role=dialog data-box="1024 0 400 768">Cart</div>',
    '<div role=dialog data-box="-400 0 400 768">Cart</div>',
    '<div role=dialog data-box="0 768 1024 400">Cart</div>',
    '<div role=dialog data-box="0 -400 1024 400">Cart</div>',
    '<div role=dialog data-box="0 0 1024 0"><div data-box="1024 0 400 768">Cart</div></div>',
    // The button of a chat, and a toast.
    `<div style="position:fixed" ${BUBBLE}>Chat</div>`,
    `<div role=dialog style="position:fixed" ${BUBBLE}>Chat</div>`,
    `<div popover=manual ${PANEL}>Added to cart</div>`,
    `<div popover=hint ${PANEL}>What is this?</div>`,
    // A closed drawer is kept out of reach, the page is not.
    `<div inert ${PANEL}>Cart</div><main data-box="0 0 1024 2000"></main>`,
    '<main hidden inert data-box="0 0 1024 2000"></main><main data-box="0 0 1024 2000"></main>',
    `<waver-popup><div role=dialog ${PANEL}>Delivered on Monday</div></waver-popup>`,
  ])('not in the way: %s', (html) => {
    expect(busyWith(html)).toBeNull();
  });

  test('where the browser cannot say what is visible, what has no box is not', () => {
    place(Element.prototype, 'checkVisibility', undefined);
    show(`<div role=dialog ${PANEL}>Cart</div>`);
    const dialog = find('[role=dialog]');
    const boxes = vi.spyOn(dialog, 'getClientRects');
    boxes.mockReturnValue([] as unknown as DOMRectList);
    expect(whatIsBusy(false)).toBeNull();
    boxes.mockReturnValue([{}] as unknown as DOMRectList);
    expect(whatIsBusy(false)).toBe('dialog');
  });
});

describe('a page that may not scroll', () => {
  const lock = (element: HTMLElement, style: string, length: number) => {
    element.setAttribute('style', style);
    place(document.documentElement, 'scrollHeight', length);
    return whatIsBusy(false);
  };

  test('has something lying over it', () => {
    expect(lock(document.body, 'overflow-y: hidden', 4000)).toBe('dialog');
    document.body.removeAttribute('style');
    expect(lock(document.documentElement, 'overflow-y: hidden', 4000)).toBe('dialog');
  });

  test('is held where it is, as some phones need it', () => {
    expect(lock(document.body, 'position: fixed; top: -300px', 768)).toBe('dialog');
  });

  test('unless it would not anyway, or only sideways', () => {
    expect(lock(document.body, 'overflow-y: hidden; height: 100%', 768)).toBeNull();
    expect(lock(document.body, 'overflow-x: hidden', 4000)).toBeNull();
    expect(lock(document.body, '', 4000)).toBeNull();
  });
});

describe('consent banners', () => {
  const FIXED = `style="position:fixed" ${BAR}`;
  test.each([
    `<div id=onetrust-consent-sdk><div id=onetrust-banner-sdk ${BAR}>We use cookies</div></div>`,
    `<div id=onetrust-consent-sdk><div id=onetrust-pc-sdk ${PANEL}>Cookies</div></div>`,
    `<div id=CybotCookiebotDialog ${FIXED}>Cookies</div>`,
    `<div class="cky-consent-container cky-box-bottom-left" ${FIXED}>Cookies</div>`,
    `<div id=didomi-host><div id=didomi-notice ${BAR}>Cookies</div></div>`,
    `<div class=klaro><div class="cookie-notice" ${FIXED}>Cookies</div></div>`,
    `<div class="cookie-modal" ${FIXED}>Cookies</div>`,
    `<div id=shopify-pc__banner ${BAR}>Cookies</div>`,
    `<div id=hs-eu-cookie-confirmation ${FIXED}>Cookies</div>`,
    `<div class=cmplz-cookiebanner ${FIXED}>Cookies</div>`,
    `<div id=iubenda-cs-banner ${BAR}>Cookies</div>`,
    `<div class=qc-cmp2-container><div class=qc-cmp2-main ${BAR}>Cookies</div></div>`,
    `<div id=sp_message_container_1 ${BAR}></div>`,
    `<div class="cc-window cc-banner" ${BAR}>Cookies</div>`,
    `<section class="our-cookie-bar" style="position:sticky" ${BAR}>Cookies</section>`,
  ])('in the way: %s', (html) => {
    expect(busyWith(html)).toBe('dialog');
  });

  test.each([
    // Answered: hidden, or moved out of the window.
    `<div id=onetrust-banner-sdk style="display:none" ${BAR}>Cookies</div>`,
    `<div id=onetrust-banner-sdk data-box="0 768 1024 90">Cookies</div>`,
    `<div id=CybotCookiebotDialog style="position:fixed;opacity:0" ${BAR}>Cookies</div>`,
    // Ways back to it.
    '<footer><a class="cookie-settings" href="#" data-box="0 700 1024 40">Cookie settings</a></footer>',
    `<footer><a class="cookie-consent-link ot-sdk-show-settings" href="#" ${BAR}>Cookie settings</a></footer>`,
    `<div class="cky-btn-revisit-wrapper" style="position:fixed" ${BUBBLE}></div>`,
    `<div id=cookie-consent-button style="position:fixed" ${BUBBLE}></div>`,
    // About them, or not at all.
    '<main class=cookie-notice data-box="0 0 1024 5000">Our cookie policy</main>',
    `<header class="cookie-bakery" style="position:fixed" ${BAR}>The Cookie Bakery</header>`,
    `<svg class="cookie-icon" style="position:fixed" ${BAR}></svg>`,
  ])('not in the way: %s', (html) => {
    expect(busyWith(html)).toBeNull();
  });

  test('in a shadow root, where its button to come back is no banner', () => {
    show('<div id=usercentrics-root></div>');
    const root = find('#usercentrics-root');
    inShadow(root, `<div><button ${BUBBLE}>Privacy</button></div>`);
    expect(whatIsBusy(false)).toBeNull();
    root.shadowRoot?.firstElementChild?.insertAdjacentHTML('beforeend', `<div ${BAR}>Cookies</div>`);
    expect(whatIsBusy(false)).toBe('dialog');
  });
});

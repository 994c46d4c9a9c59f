import type { Busy } from './types';

/** Something of the page's own is asking for the shopper: dialogs, drawers, menus. Toasts and hints are `manual`, `hint`. */
const DIALOGS =
  'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true],[popover]:not([popover=manual],[popover=hint])';
/** Consent tools whose banners do not bear the word, by the ids and classes of their roots. */
const BANNERS =
  '#onetrust-banner-sdk,#onetrust-pc-sdk,#usercentrics-root,#usercentrics-cmp-ui,#didomi-host,#shopify-pc__banner,' +
  '#iubenda-cs-banner,#axeptio_overlay,#cmpbox,.qc-cmp2-container,[id^=sp_message_container],.cc-window';
/** Other tools', and shops' own: named for what they are, and lying over the page. */
const NAMED = '[id*="cookie" i],[class*="cookie" i],[id*="consent" i],[class*="consent" i]';
const BANNER = /cookie[-_]?(ban|bar|bot|box|con|dia|info|law|mess|mod|not|pop)|consent/i;
/** What lies below an open dialog or drawer that says nothing of itself. */
const BELOW = 'main[inert],[inert] main,main[aria-hidden=true],[aria-hidden=true] main';
/** A card's own fields, and the frames in which payment providers have theirs. */
const PAYMENT = '[autocomplete*=cc-]';
const PAYMENT_FRAME =
  /^https:\/\/([\w-]+\.)*(stripe|adyen|paypal|klarna|klarnacdn|klarnaservices|braintreegateway|mollie|checkout|squareup|squarecdn|worldpay|shopifycs)\.(com|net)\//;
/** Round buttons of chats and consent tools have some 60 by 60 CSS px; a narrow banner on a phone has 300 by 40. */
const LEAST_AREA = 10_000;

const isRendered = (element: Element) =>
  element.checkVisibility?.({ checkVisibilityCSS: true, checkOpacity: true }) ?? element.getClientRects().length > 0;

/** A closed drawer may still be in the layout, only unseen, aside or marked; and a box of no size may hold what is seen. */
const isInView = (element: Element): boolean => {
  if (!isRendered(element)) return false;
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const area = width * height;
  return area
    ? area >= LEAST_AREA && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
    : [...(element.shadowRoot ?? element).children].some(isInView);
};
const isOpen = (element: Element) => !element.closest('[inert],[aria-hidden=true],waver-popup') && isInView(element);

const isBanner = (element: Element) =>
  BANNER.test(`${element.id} ${element.getAttribute('class')}`) &&
  /fixed|sticky/.test(getComputedStyle(element).position) &&
  isOpen(element);

/** The page would scroll and may not: something lies over it. A page that scrolls in a box of its own is no longer than the window. */
const isScrollLocked = () => {
  const { documentElement: root, body } = document;
  return (
    body.style.position === 'fixed' ||
    ([root, body].some((element) => getComputedStyle(element).overflowY === 'hidden') &&
      Math.max(root.scrollHeight, body.scrollHeight) > innerHeight + 1)
  );
};

const isPaying = () => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return !!at && (at.matches(PAYMENT) || PAYMENT_FRAME.test((at as HTMLIFrameElement).src));
};

const findAll = (selector: string) => [...document.querySelectorAll(selector)];

/**
 * What stands in the way of a popup at this moment. Looked at only when one is due. `isSending`: a form of the checkout was
 * sent, and the shop's answer is awaited.
 */
export const whatIsBusy = (isTyping: boolean, isSending = false): Busy | null => {
  const { visibilityState, prerendering } = document as Document & { prerendering?: boolean };
  if (visibilityState !== 'visible' || prerendering) return 'hidden';
  if (isTyping) return 'typing';
  if (isSending || isPaying()) return 'paying';
  return findAll(`${DIALOGS},${BANNERS}`).some(isOpen) ||
    findAll(BELOW).some(isInView) ||
    findAll(NAMED).some(isBanner) ||
    isScrollLocked()
    ? 'dialog'
    : null;
};

import type { Topic } from '../types';
import { byId } from './pointedAt';

/** What a piece of the page is called, and whether what stands in it is to be read: terms, and no form, cart or menu. */

export type TopicOf = (text: string) => Topic | undefined;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
/** Not open, or not a place where a shop's terms are read. */
const CLOSED =
  '[hidden],[inert],[aria-hidden=true],details:not([open]),dialog:not([open]),[style*="display: none"],[style*="display:none"],nav,[role=navigation],[role=menu],[role=menubar],[data-waver-ignore],waver-popup';
const TYPING =
  'textarea,input:not([type]),[type=text],[type=email],[type=tel],[type=search],[type=number],[type=password],[role=textbox]';
const CHOOSING =
  '[name=checkout],[name=add],[href*=checkout],form[action*=cart],[type=checkbox],[role=checkbox],[role=option]';

export const headingAround = (el: Element) => el.closest(HEADINGS);

/** The rank of its heading, 0 where it has none. */
export const rankOf = (el: Element): number => {
  const heading = el.matches(HEADINGS) ? el : el.querySelector(HEADINGS);
  return heading ? +(heading.tagName[1] ?? '') || 2 : 0;
};

/** What is slotted into a web component belongs to it too. */
export const textOf = (el: Element): string => {
  const nodes: Node[] = [el];
  for (const slot of [el, ...el.querySelectorAll('slot')])
    nodes.push(...((slot as HTMLSlotElement).assignedNodes?.() ?? []));
  const text = nodes.map(({ textContent }) => textContent).join(' ');
  return (text.trim() || el.getAttribute('aria-label') || el.getAttribute('title') || '').replace(/\s+/g, ' ');
};

/** What is longer is a sentence, not a name. */
export const nameTopic = (el: Element, topicOf: TopicOf): Topic | undefined => {
  const name = textOf(el);
  return name.length < 90 ? topicOf(name) : undefined;
};

/** What its label or its first heading says. In a web component the heading may be slotted. */
export const titleTopic = (el: Element, topicOf: TopicOf): Topic | undefined => {
  const named = `${HEADINGS},[class*="title" i]`;
  const label = byId(el.getAttribute('aria-labelledby') ?? '', el);
  const title = el.matches(named)
    ? el
    : (el.querySelector(named) ?? (el.getRootNode() as ShadowRoot).host?.querySelector(named));
  return (
    (label && nameTopic(label, topicOf)) ||
    topicOf(el.getAttribute('aria-label') ?? '') ||
    (title ? nameTopic(title, topicOf) : undefined)
  );
};

/** By its attributes and those around it, which cost no layout. */
export const isClosed = (el: Element): boolean => {
  const { host } = el.getRootNode() as ShadowRoot;
  return !!el.closest(CLOSED) || (!!host && isClosed(host));
};

/** Invisible things have their place on the page too. Asked in timers only. */
export const isShown = (el: Element): boolean =>
  el.checkVisibility?.({ opacityProperty: true, visibilityProperty: true } as CheckVisibilityOptions) ?? true;

/**
 * Something to read. A checkout's own "Delivery" has fields to fill; a cart leads to the checkout, a filter has boxes to tick; a
 * menu is mostly links. Reviews and contact have fields by their nature.
 */
export const isReading = (parts: readonly Element[], topic: Topic): boolean => {
  const within = (selector: string) => parts.flatMap((part) => [...part.querySelectorAll(selector)]);
  const length = (list: readonly Element[]) => list.map(textOf).join('').length;
  const fields = parts[0]?.closest('form')?.querySelectorAll(TYPING).length ?? 0;
  const isForm = !/reviews|contact/.test(topic) && (within(TYPING)[0] || fields > 2);
  const links = length(within('a,button'));
  const prose = length(parts) - length(within('summary,select,script,style')) - links;
  const isChoice = within('[type=radio]').some((radio) => radio.closest('form'));
  return !isForm && !isChoice && !within(CHOOSING)[0] && prose > Math.max(links, 7);
};

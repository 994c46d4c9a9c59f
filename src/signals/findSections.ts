import { deepQuery } from '../browser/deepQuery';
import type { Topic } from '../types';
import { pointedAt } from './pointedAt';
import { isReading, isShown, nameTopic, type TopicOf, titleTopic } from './sectionText';

/** The sections a page has of itself, open or not: marked ones, `<details>`, tab panels, and dialogs that are there. */

export interface Section {
  readonly topic: Topic;
  /** One element, or a heading with what follows it. */
  readonly parts: readonly Element[];
  /** What opens it, and may say whether it is. */
  readonly control?: Element;
  /** Around controls that open several into the same place: another one clicked there ends this. */
  readonly strip?: Element;
  readonly clicked?: boolean;
}

export const DIALOG = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true],[popover]';
const KNOWN = /^(shipping|returns|payment|size-guide|reviews|contact|about)$/;

/** Portals wrap what they show in boxes without a size. */
export const boxOf = (el: Element): Element => {
  const hasSize = (one: Element) => {
    const { width, height } = one.getBoundingClientRect();
    return width > 1 && height > 1;
  };
  return hasSize(el) ? el : ([...el.querySelectorAll('*')].find(hasSize) ?? el);
};

const panelOf = (tab: Element) =>
  pointedAt(tab) ??
  (tab.id ? deepQuery('[role=tabpanel]').find((panel) => panel.getAttribute('aria-labelledby') === tab.id) : undefined);

/** By the element that opens each, or the section itself. */
export const findSections = (topicOf: TopicOf): Map<Element, Section> => {
  const found = new Map<Element, Section>();
  for (const el of deepQuery(`[data-waver-topic],details,[role=tab],${DIALOG}`)) {
    const marked = el.getAttribute('data-waver-topic');
    const isDialog = el.matches(DIALOG);
    const name = el.matches('[role=tab]') ? el : [...el.children].find(({ localName }) => localName === 'summary');
    const topic = marked ?? (isDialog ? titleTopic(el, topicOf) : name && nameTopic(name, topicOf));
    if (!KNOWN.test(topic ?? '')) continue;
    const panel = !marked && name === el ? panelOf(el) : el;
    if (!panel || !(marked || isReading([panel], topic as Topic))) continue;
    const box = isDialog ? boxOf(panel) : panel;
    // A dialog may be there all the time, and only be made visible.
    if (!isDialog || isShown(box)) found.set(el, { topic: topic as Topic, parts: [box], control: el });
  }
  return found;
};

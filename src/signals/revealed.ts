import { parentOf } from '../browser/deepQuery';
import type { Topic } from '../types';
import { boxOf, DIALOG, type Section } from './findSections';
import { byId, pointedAt } from './pointedAt';
import { headingAround, isReading, isShown, nameTopic, rankOf, type TopicOf, textOf, titleTopic } from './sectionText';

/** A click, and what has changed next to it since. */
export interface Click {
  /** From the innermost element outwards, through shadow roots. */
  readonly path: readonly Element[];
  readonly touched: ReadonlySet<Node>;
  /** What lay over the page before. */
  readonly overlays: readonly Element[];
}

/** How far around what was clicked its name may stand, and from there, what it opens. */
export const NEAR = 5;
const CONTROL = 'a,button,summary,label,[role=button],[role=tab]';
/** The middle, the sides and the lower edge, where drawers come from; as shares of the viewport. */
const POINTS = [
  [0.5, 0.5],
  [0.97, 0.5],
  [0.03, 0.5],
  [0.5, 0.95],
] as const;

/** Dialogs, drawers and plain boxes that lie over the page. Asked in timers only. */
export const findOverlays = (): Element[] =>
  POINTS.flatMap(([x, y]) => {
    let el = document.elementFromPoint?.(x * innerWidth, y * innerHeight) ?? null;
    for (let deeper = el; deeper; ) {
      el = deeper;
      deeper = el.shadowRoot?.elementFromPoint(x * innerWidth, y * innerHeight) ?? null;
      if (deeper?.getRootNode() !== el.shadowRoot) break;
    }
    for (; el; el = parentOf(el)) {
      const { position, zIndex } = getComputedStyle(el);
      if (el.matches(DIALOG) || position === 'fixed' || (position === 'absolute' && +zIndex > 99)) return el;
    }
    return [];
  });

/** A heading, or an empty anchor before one, stands for all that follows up to the next heading of its rank. */
const headed = (target: Element): Element[] => {
  let at: Element | null = headingAround(target) ?? (textOf(target) ? null : target);
  if (!at) return [target];
  for (let i = 0; i < 3 && !at.nextElementSibling && at.parentElement; i++) at = at.parentElement;
  const parts: Element[] = [];
  let rank = 0;
  for (let next: Element | null = at; next; next = next.nextElementSibling) {
    const level = rankOf(next);
    if (rank && level && level <= rank) break;
    rank ||= level;
    parts.push(next);
  }
  return parts;
};

/** The section a click has brought up. Without a click: the one the address leads to. */
export const findRevealed = ({ path, touched, overlays }: Click, topicOf: TopicOf): Section | undefined => {
  const fits = (section: Partial<Section>): section is Section =>
    !!section.topic && isReading(section.parts ?? [], section.topic) && !!section.parts?.some(isShown);
  const lead = (target: Element, said?: Topic, control?: Element) => {
    const parts = headed(target);
    const topic = said ?? titleTopic(parts[0] ?? target, topicOf);
    const section = { topic, parts, control, clicked: true };
    return fits(section) ? section : undefined;
  };
  if (!path[0]) {
    const target = byId(location.hash, document);
    return target ? lead(target) : undefined;
  }
  let topic: Topic | undefined;
  let depth = Math.max(
    path.slice(0, NEAR).findIndex((el) => el.matches(CONTROL)),
    0,
  );
  for (; depth < NEAR; depth++) {
    const el = path[depth];
    topic = el && nameTopic(el, topicOf);
    // Only an icon is named by what stands around it: one with a label of its own does something else, unless it unfolds.
    const own = el && (el.matches('[aria-expanded]') ? el.textContent : textOf(el));
    if (topic || /\p{L}/u.test(own ?? '')) break;
  }
  const around = path.slice(0, depth + 3);
  for (const el of around) {
    const target = pointedAt(el);
    const section = target && !path.includes(target) && lead(target, topic, el);
    if (section) return section;
  }
  const control = path[depth];
  if (!topic || !control) return;
  for (const el of around) {
    const panel = el.nextElementSibling;
    if (!panel || control.contains(panel) || panel.matches(`${CONTROL},main`) || rankOf(panel) === 1) continue;
    const isInside = control.contains(el);
    const hasChanged =
      (isInside && (touched.has(el) || el.matches('label'))) ||
      (el.parentNode && touched.has(el.parentNode)) ||
      [...touched].some((node) => panel.contains(node));
    const section = { topic, parts: [boxOf(panel)], control, strip: isInside ? undefined : el, clicked: true };
    if (hasChanged && fits(section)) return section;
  }
  for (const el of findOverlays()) {
    const section = { topic, parts: [el], clicked: true };
    const isNew = !overlays.includes(el) && !path.includes(el);
    if (isNew && !/cookie|consent/i.test(`${el.id} ${el.getAttribute('class')}`) && fits(section)) return section;
  }
};

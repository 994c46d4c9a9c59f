import { parentOf } from '../browser/deepQuery';
import type { Guard } from '../browser/guard';
import type { Listen } from '../browser/listen';
import type { Topic } from '../types';
import { findSections, type Section } from './findSections';
import { type Click, findOverlays, findRevealed, NEAR } from './revealed';
import { isClosed, isShown, type TopicOf } from './sectionText';

/** What a click brings is there at once, or animated, or fetched over a slow network (judgement). */
const SETTLED_MS = [300, 1200, 3000];
/** What says of a control that its section is not open, where it says `false`. */
const SHUT = ['aria-selected', 'aria-expanded'];
/** Every so many seconds of attention the page is searched again: sections come without a click too. */
const SEARCH_SECONDS = 5;
/** Denser near zero, for sections far higher than the viewport; beyond one half nothing changes any more. */
const THRESHOLDS = Array.from({ length: 21 }, (_, i) => (i * i) / 800);

/**
 * Sections of a page about the shop's terms that are open and in view: shoppers read of shipping and returns in
 * accordions, tabs and dialogs without ever going to another page.
 */
export const watchSections = ({ guard, listen, topicOf }: { guard: Guard; listen: Listen; topicOf: TopicOf }) => {
  /** By their control, or by themselves. */
  const sections = new Map<Element, Section>();
  const heights = new WeakMap<Element, readonly [shown: number, whole: number]>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let viewport = 0;
  let seconds = 0;
  let pathname = '';
  let overlays: readonly Element[] = [];
  let touched = new Set<Node>();
  let latest: Click | undefined;

  const observer =
    window.IntersectionObserver &&
    new IntersectionObserver(
      guard((entries: IntersectionObserverEntry[]) => {
        for (const { target, intersectionRect: shown, boundingClientRect: whole, rootBounds } of entries) {
          viewport = rootBounds?.height ?? innerHeight;
          // A drawer that shows no more than its edge is not in view.
          heights.set(target, [shown.width * 2 >= whole.width ? shown.height : 0, whole.height]);
        }
      }),
      { threshold: THRESHOLDS },
    );
  const changes = new MutationObserver(
    guard((records: MutationRecord[]) => {
      for (const { target } of records) touched.add(target);
    }),
  );

  const search = () => {
    const found = findSections(topicOf);
    for (const [key, { clicked, parts }] of sections)
      if (clicked ? !parts.some(isShown) : !found.has(key)) sections.delete(key);
    for (const [key, section] of found) sections.set(key, section);
    observer?.disconnect();
    for (const { parts } of sections.values()) for (const part of parts) observer?.observe(part);
    // What a click brings must still be new when it is looked for the last time.
    if (timers.size) return;
    overlays = findOverlays();
    latest = undefined;
    changes.disconnect();
    touched.clear();
  };
  const searchLater = (delays: readonly number[], click?: Click) => {
    for (const ms of delays) {
      const timer = setTimeout(
        guard(() => {
          timers.delete(timer);
          if (click && click === latest) reveal(click);
          search();
        }),
        ms,
      );
      timers.add(timer);
    }
  };
  const reveal = (click: Click) => {
    const { path } = click;
    for (const [key, { strip, control }] of sections)
      if (strip && control && path.includes(strip) && !path.includes(control)) sections.delete(key);
    const section = findRevealed(click, topicOf);
    const key = section?.control ?? section?.parts[0];
    if (section && key) sections.set(key, section);
  };
  /** What comes of a click on this; of none, what the address leads to. */
  const watchFor = (path: readonly Element[], changed: readonly Element[] = []) => {
    touched = new Set(changed);
    timers.forEach(clearTimeout);
    timers.clear();
    latest = { path, touched, overlays };
    searchLater(SETTLED_MS, latest);
  };
  const stopListening = listen(document, 'click toggle keydown', (event: UIEvent & { key?: string }) => {
    const { type, key, detail } = event;
    if (key && key !== 'Escape') return;
    // The other half of a double-click lands on whatever the first one brought.
    if (type !== 'click' || detail > 1) return searchLater(SETTLED_MS);
    const path = event.composedPath().filter((node): node is Element => (node as Node).nodeType === 1);
    changes.disconnect();
    watchFor(path);
    for (const el of path.slice(0, 2 * NEAR)) {
      changes.observe(el, { attributes: true, childList: true });
      if (el.nextElementSibling)
        changes.observe(el.nextElementSibling, { attributes: true, childList: true, subtree: true });
    }
  });

  return {
    /** Called each second: reads attributes, and what the observer said last. */
    topics(): readonly Topic[] {
      if (++seconds % SEARCH_SECONDS === 0) searchLater([0]);
      const topics = new Set<Topic>();
      for (const [key, { topic, parts, control, clicked }] of sections) {
        const [first] = parts;
        const isLive = !!first?.isConnected && (clicked || control?.isConnected);
        if (!isLive) sections.delete(key);
        else if (!isClosed(first) && !SHUT.some((name) => control?.getAttribute(name) === 'false')) {
          const sum = (i: 0 | 1) => parts.reduce((all, part) => all + (heights.get(part)?.[i] ?? 0), 0);
          const shown = sum(0);
          if (!observer || (shown && 2 * shown >= Math.min(sum(1), viewport))) topics.add(topic);
        }
      }
      return [...topics];
    },
    /** A click from before this was here: what changed since nobody saw, so it may have been anything around it. */
    clicked(target: Element) {
      const path: Element[] = [];
      for (let el: Element | null = target; el; el = parentOf(el)) path.push(el);
      watchFor(path, path);
    },
    /** At the start of a page, of another one of a single-page shop, and when it comes back from the bfcache. */
    look() {
      if (pathname !== location.pathname) for (const [key, { clicked }] of sections) if (clicked) sections.delete(key);
      pathname = location.pathname;
      search();
      watchFor([]);
    },
    stop() {
      stopListening();
      timers.forEach(clearTimeout);
      timers.clear();
      changes.disconnect();
      observer?.disconnect();
      sections.clear();
    },
  };
};

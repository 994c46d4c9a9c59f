import type { Guard } from './browser/guard';
import type { Listen, Stop } from './browser/listen';
import { whenIdle } from './browser/whenIdle';
import type { Forms } from './forms';
import { type ShopEars, watchShop } from './shops/watchShop';
import { topicOf } from './shops/words';
import { watchClicks } from './signals/clicks';
import { watchSections } from './signals/sections';
import { watchSelection } from './signals/selection';
import { watchVitals } from './signals/vitals';
import type { PageKind } from './types';

export interface ReaderParts extends ShopEars {
  readonly guard: Guard;
  readonly listen: Listen;
  /** When the shopper came to this page, ms since the document began. */
  readonly since: () => number;
  readonly openPreferences: () => unknown;
}

const CONTROL = 'input,select,textarea';
/** Clicks from before that long ago are in no burst with those to come. */
const FRESH_MS = 1500;
/** Pages where a form is sure to be filled in, or a server to have refused one. */
const FORMS: readonly PageKind[] = ['account', 'checkout'];

/**
 * Reads what nobody told: the shop, its sections, what comes of clicks. A chunk of its own with its word lists, loaded
 * where there is something to read. `early`: what happened before it was here.
 */
export const createReader = (parts: ReaderParts, early: readonly Event[]) => {
  const { guard, listen, load, feed, visit, since, openPreferences } = parts;
  const sections = watchSections({ guard, listen, topicOf: (text) => topicOf(text, visit().kind) });
  const shop = watchShop(guard, listen, parts);
  const selection = watchSelection(listen, feed);
  const clicks = watchClicks(guard, listen, feed);
  const entries: Event[] = [];
  let forms: Forms | undefined;
  let coming = false;
  let stopped = false;

  /** Loads what reads forms, and hands it the fields that were gone into before it came. */
  const fill = guard(async (event?: Event) => {
    if (event && !forms) entries[0] = event;
    if (coming) return;
    coming = true;
    const { createForms } = await load('forms');
    if (!stopped) forms = createForms(guard, listen, feed, entries);
  });
  const entered = (event: Event) => {
    if (((event.composedPath()[0] ?? event.target) as Element).matches?.(CONTROL)) fill(event);
  };
  const clicked = ({ target }: Event) => {
    if ((target as Partial<Element>).closest?.('[data-waver-preferences]')) openPreferences();
  };
  /** Another page, or the first one. In pieces, so that a slow phone is never kept from its shopper for long. */
  const page = () => {
    for (const look of [sections.look, shop.page]) whenIdle(guard(() => void (stopped || look())));
    const look = () => void (stopped || forms?.look());
    if (forms) whenIdle(guard(look));
    seekForms();
  };
  /** The kind of a page may only be known once it has been read. */
  const seekForms = () => {
    if (!coming && (FORMS.includes(visit().kind) || document.querySelector('[aria-invalid=true]'))) fill();
  };
  const stops: Stop[] = [
    sections.stop,
    shop.stop,
    selection.stop,
    clicks.stop,
    watchVitals(guard, feed, since),
    listen(document, 'focusin', entered),
    listen(document, 'click', clicked),
    () => forms?.stop(),
  ];
  for (const event of early) {
    const { type, target } = event;
    if (type === 'copy') selection.look();
    else if (type === 'focusin') entered(event);
    else {
      if (performance.now() - event.timeStamp < FRESH_MS) clicks.late(event);
      sections.clicked(target as Element);
      clicked(event);
    }
  }
  page();
  return {
    forms: () => forms,
    topics: sections.topics,
    second() {
      shop.second();
      seekForms();
    },
    page,
    stop() {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
};

export type Reader = ReturnType<typeof createReader>;

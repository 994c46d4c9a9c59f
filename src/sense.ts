import type { Guard } from './browser/guard';
import type { Listen, Stop } from './browser/listen';
import { randomId } from './browser/randomId';
import { currentPath, watchRoute } from './browser/route';
import type { Door } from './door';
import type { Reader } from './reader';
import type { Said } from './runVisit';
import { markedCart, markedPage } from './shops/markup';
import { ownKindOf, wordKindOf } from './shops/pageKind';
import { watchAttention } from './signals/attention';
import { watchExit } from './signals/exit';
import type { PageKind, Topic, Visit } from './types';

export interface SenseParts {
  readonly options: Readonly<Record<string, unknown>>;
  readonly guard: Guard;
  readonly listen: Listen;
  readonly load: Door['load'];
  readonly feed: (said: Said) => void;
  /** A cart as the shop states it, or as JSON; to be checked. */
  readonly sayCart: (cart: unknown, where: () => string) => void;
  readonly hearLayer: (message: object) => void;
  readonly visit: () => Visit;
  /** Where the shopper asks for it: a click on `data-waver-preferences`. */
  readonly openPreferences: () => unknown;
  /** Called each second that the page is in view. */
  readonly second: (attentive: boolean) => void;
}

/** Where there are forms to fill in, and where slowness and surprises cost an order. */
const READ: readonly PageKind[] = ['other', 'account', 'cart', 'checkout', 'thank-you'];
/** Who tells the cart at each change; others have to be read. */
const TOLD = /shop|layer/;
/** Parts of a page that may be about a topic, and marks of a server's refusal. */
const WORTH = '[data-waver-topic],details[open],[role=tab],[aria-invalid=true]';

/**
 * Everything left of the frontier, started: the page as signals. What the shop does not tell is read from the page by a
 * chunk of its own, loaded once there is something to read.
 */
export const startSenses = (parts: SenseParts) => {
  const { options, guard, listen, load, feed } = parts;
  const early: Event[] = [];
  let reader: Reader | undefined;
  let coming = false;
  let stopped = false;
  let view = '';
  let kind: PageKind = 'other';
  /** How the kind was come by: 0 not at all or by a guess, 1 by the path or the shop system, 2 by the shop. */
  let trust = 0;
  let viewAt = 0;
  let topics: readonly Topic[] = [];

  const sayPage = (next: PageKind) => {
    kind = next;
    feed({ type: 'page', view, path: currentPath(), kind });
  };
  /** Loads the reader, and hands it what happened before it came. */
  const read = guard(async (event?: Event) => {
    if (event && !reader && early.length < 9) early.push(event);
    if (coming) return;
    coming = true;
    const { createReader } = await load('reader');
    if (stopped) return;
    reader = createReader(
      {
        ...parts,
        since: () => viewAt,
        /** A guess may mend a guess, the shop system's word all but the shop's own. */
        sayKind(next, sure) {
          if (next === kind || trust > +sure) return;
          trust = +sure;
          sayPage(next);
        },
      },
      early,
    );
  });
  /** Another page, of the kind the shop says. */
  const turn = (said?: PageKind) => {
    // A page that was named is not named again from its path.
    if (said) route.look();
    const path = currentPath();
    const own = said ?? markedPage() ?? ownKindOf(path, options);
    const named = own ?? wordKindOf(path);
    trust = own ? 2 : +(named !== 'other');
    // What was slow before Waver came was so on this page.
    viewAt = view ? performance.now() : 0;
    view = randomId();
    sayPage(named);
    const text = markedCart();
    if (text !== undefined) parts.sayCart(text, () => `data-waver-cart='${text.slice(0, 80)}'`);
    if (reader) reader.page();
    else if (READ.includes(kind) || !TOLD.test(`${parts.visit().cart?.source}`) || document.querySelector(WORTH))
      read();
  };
  const route = watchRoute(listen, turn);
  // Terms and what else is a topic; the cart and the checkout.
  const reads = () => !!(topics.length || parts.visit().topic) || /^c/.test(kind);
  const stopAttention = watchAttention(guard, listen, reads, (attentive) => {
    parts.second(attentive);
    route.look();
    reader?.second();
    topics = reader?.topics() ?? [];
    if (attentive) feed({ type: 'tick', ...(topics.length && { topics }) });
  });
  const stops: Stop[] = [
    route.stop,
    stopAttention,
    watchExit(guard, listen, (by) => feed({ type: 'exit', by })),
    // What a click opens may be about a topic, unless it is a way to another page; a form begins with its first field.
    listen(document, 'click focusin copy', (event: UIEvent) => {
      if (event.detail > 1 || !(event.target as Element).closest?.('a[href]:not([href^="#"])')) read(event);
    }),
    () => reader?.stop(),
  ];
  turn();
  return {
    forms: () => reader?.forms(),
    sayPage: turn,
    stop() {
      stopped = true;
      for (const stop of stops) stop();
    },
  };
};

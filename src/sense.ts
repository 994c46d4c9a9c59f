import type { Guard } from './browser/guard';
import type { Listen } from './browser/listen';
import { randomId } from './browser/randomId';
import { watchRoute } from './browser/route';
import type { Said } from './runVisit';
import { markedCart, markedPage } from './shops/markup';
import { pageKindOf } from './shops/pageKind';
import { watchAttention } from './signals/attention';
import { watchExit } from './signals/exit';
import { watchFields } from './signals/fields';
import type { PageKind } from './types';

/** Everything left of the frontier, started: the page as signals. `second` is called each second it is in view. */
export const startSenses = (
  options: Readonly<Record<string, unknown>>,
  guard: Guard,
  listen: Listen,
  feed: (said: Said) => void,
  sayCart: (cart: unknown, where: () => string) => void,
  second: () => void,
) => {
  const fields = watchFields(guard, listen, (field) => feed({ type: 'field-invalid', field }));
  /** Another page, of the kind the shop says. */
  const sayPage = (said?: PageKind) => {
    // A page that was named is not named again from its path.
    if (said) route.look();
    const path = location.pathname;
    const kind = said ?? markedPage() ?? pageKindOf(path, options);
    attention.setKind(kind);
    feed({ type: 'page', view: randomId(), path, kind });
    const text = markedCart();
    if (text !== undefined) {
      let cart: unknown;
      try {
        cart = JSON.parse(text);
      } catch {
        // Said by `sayCart`, with the text.
      }
      sayCart(cart, () => `data-waver-cart='${text.slice(0, 80)}'`);
    }
    fields.look();
  };
  const route = watchRoute(listen, sayPage);
  const attention = watchAttention(guard, listen, (attentive) => {
    second();
    route.look();
    if (attentive) feed({ type: 'tick' });
  });
  const stopExit = watchExit(listen, () => feed({ type: 'exit' }));
  sayPage();
  return {
    fields,
    sayPage,
    stop() {
      for (const stop of [fields.stop, route.stop, attention.stop, stopExit]) stop();
    },
  };
};

import type { Guard } from '../browser/guard';
import type { Stop } from '../browser/listen';
import type { Cart } from '../types';
import { dig } from './platforms/dig';
import type { Order } from './platforms/platform';
import { amount, stateCart } from './platforms/stateCart';

interface AdobeLayer {
  addEventListener(name: string, hear: () => void, options?: { path: string }): void;
  removeEventListener(name: string, hear: () => void): void;
  getState(path: string): unknown;
}

/** Without tax only where there is no sum with it. */
const readCart = (context: unknown): Cart | undefined => {
  const sums = ['subtotalIncludingTax', 'subtotalExcludingTax'].map((name) => dig(context, `prices.${name}`));
  const sum = sums.find((one) => amount(dig(one, 'value')) > 0) ?? sums[0];
  return stateCart(dig(context, 'totalQuantity'), dig(sum, 'value'), dig(sum, 'currency'));
};

const readOrder = (context: unknown): Order | undefined => {
  const id = dig(context, 'orderId');
  const value = amount(dig(context, 'grandTotal'));
  const isId = typeof id === 'number' || (typeof id === 'string' && id);
  return isId ? { id: `${id}`, ...(value >= 0 && { value }) } : undefined;
};

/**
 * Reads along with Adobe's client data layer, where the shop has one: the contexts that Adobe Commerce keeps there, past
 * and to come. Until the layer's script has come it is an array, and only functions may be put in.
 * https://github.com/adobe/adobe-client-data-layer/wiki
 */
export const watchAdobeLayer = (guard: Guard, hear: (said: { cart?: Cart; order?: Order }) => void): Stop => {
  const { adobeDataLayer } = window as { adobeDataLayer?: unknown };
  const stops: Stop[] = [];
  let live = true;
  const start = guard((layer: AdobeLayer) => {
    if (!live || typeof layer?.addEventListener !== 'function') return;
    const on = (name: string, path: string | undefined, look: () => { cart?: Cart; order?: Order } | undefined) => {
      const looked = guard(() => {
        const said = live && look();
        if (said) hear(said);
      });
      layer.addEventListener(name, looked, path ? { path } : undefined);
      stops.push(() => layer.removeEventListener(name, looked));
    };
    on('adobeDataLayer:change', 'shoppingCartContext', () => {
      const cart = readCart(layer.getState('shoppingCartContext'));
      return cart && { cart };
    });
    on('place-order', undefined, () => {
      const order = readOrder(layer.getState('orderContext'));
      return order && { order };
    });
  });
  if (Array.isArray(adobeDataLayer))
    try {
      adobeDataLayer.push(start);
    } catch {
      // Somebody else's layer.
    }
  return () => {
    live = false;
    for (const stop of stops) guard(stop)();
  };
};

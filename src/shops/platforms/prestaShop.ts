import { own } from '../../core/own';
import type { PageKind } from '../../types';
import { dig } from './dig';
import { createBell, hook } from './hook';
import type { Platform } from './platform';
import { stateCart } from './stateCart';

/** PrestaShop: `window.prestashop`, written into each page and kept up to date by the theme. Nothing is asked. */

const PAGES: Readonly<Record<string, PageKind>> = {
  index: 'home',
  category: 'listing',
  search: 'listing',
  manufacturer: 'listing',
  'best-sales': 'listing',
  'new-products': 'listing',
  'prices-drop': 'listing',
  product: 'product',
  cart: 'cart',
  order: 'checkout',
  checkout: 'checkout',
  'order-confirmation': 'thank-you',
  'my-account': 'account',
  authentication: 'account',
  registration: 'account',
  identity: 'account',
  address: 'account',
  addresses: 'account',
  history: 'account',
  contact: 'contact',
};

interface Emitter {
  on(name: string, hear: (event: unknown) => void): void;
  off?(name: string, hear: (event: unknown) => void): void;
  removeListener?(name: string, hear: (event: unknown) => void): void;
}

const onPage = () => dig(window, 'prestashop.cart');
/** The cart that came with the latest event, and the page's at that time: themes do not all put the new one there. */
let told: { readonly cart: unknown; readonly instead: unknown } | undefined;

export const prestaShop: Platform = {
  name: 'prestashop',
  detect: () =>
    ['cart', 'page', 'currency', 'urls'].some((part) => typeof dig(window, `prestashop.${part}`) === 'object'),
  async readCart() {
    const cart = told && told.instead === onPage() ? told.cart : onPage();
    return stateCart(
      dig(cart, 'products_count'),
      dig(cart, 'totals.total.amount'),
      dig(window, 'prestashop.currency.iso_code'),
    );
  },
  watch(listen, changed) {
    const bell = createBell(listen, changed);
    const hear = (event: unknown) => {
      const cart = [dig(event, 'reason.cart'), dig(event, 'resp.cart')].find((one) =>
        stateCart(dig(one, 'products_count')),
      );
      if (cart) told = { cart, instead: onPage() };
      bell.ring();
    };
    // There from the start, but an emitter only after the theme's script.
    const unhook = hook(
      listen,
      () => typeof dig(window, 'prestashop.on') === 'function' && (dig(window, 'prestashop') as Emitter),
      (emitter) => {
        const names = ['updateCart', 'updatedCart'];
        for (const name of names) emitter.on(name, hear);
        return () => {
          for (const name of names) (emitter.off ?? emitter.removeListener)?.call(emitter, name, hear);
        };
      },
    );
    return () => {
      unhook();
      bell.stop();
      told = undefined;
    };
  },
  readPage: () => own(PAGES, `${dig(window, 'prestashop.page.page_name')}`),
  readOrder() {
    const id = /[?&]id_order=(\d+)/.exec(location.search)?.[1];
    return id && prestaShop.readPage?.() === 'thank-you' ? { id } : undefined;
  },
};

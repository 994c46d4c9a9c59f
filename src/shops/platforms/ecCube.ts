import { own } from '../../core/own';
import type { PageKind } from '../../types';
import { parseMoney } from '../money';
import { askShop } from './askShop';
import { dig } from './dig';
import { onJQuery } from './hook';
import type { Platform } from './platform';
import { stateCart } from './stateCart';

/** EC-CUBE 4, the Japanese shop system: the block with the cart in its header, else the same block from the server. */

/** Names of routes, which are the id of `<body>`. */
const PAGES: Readonly<Record<string, PageKind>> = {
  page_homepage: 'home',
  page_product_list: 'listing',
  page_product_detail: 'product',
  page_cart: 'cart',
  page_shopping: 'checkout',
  page_shopping_confirm: 'checkout',
  page_shopping_login: 'checkout',
  page_shopping_nonmember: 'checkout',
  page_shopping_shipping: 'checkout',
  page_shopping_complete: 'thank-you',
  page_mypage: 'account',
  page_mypage_login: 'account',
  page_contact: 'contact',
  page_help_about: 'about',
};

/** Prices are in yen unless the shop was set up for elsewhere. */
const readBlock = (block: ParentNode) => {
  const text = (name: string) => block.querySelector(`.ec-cartNavi__${name}`)?.textContent?.trim();
  const money = parseMoney(text('price') ?? '', 'ja');
  return stateCart(text('badge')?.replace(/,/g, ''), money?.amount, money?.currency);
};

export const ecCube: Platform = {
  name: 'ec-cube',
  detect: () =>
    !!document.querySelector('meta[name=eccube-csrf-token],.ec-headerRole__cart') ||
    typeof dig(window, 'eccube') === 'object',
  async readCart() {
    const known = readBlock(document);
    if (known || /\/shopping(\/|$)/.test(location.pathname)) return known;
    const html = await askShop('/block/cart');
    return html === undefined ? html : readBlock(new DOMParser().parseFromString(html, 'text/html'));
  },
  // No event of its own; its page uses jQuery to add, and then to fetch the block.
  watch: (listen, changed) =>
    onJQuery(
      listen,
      () => document,
      'ajaxComplete',
      changed,
      (_event, _request, options) => /\/(products\/add_cart|block\/cart)/.test(`${dig(options, 'url')}`),
    ),
  readPage: () => own(PAGES, document.body.id),
  readOrder() {
    if (ecCube.readPage?.() !== 'thank-you') return;
    const { textContent } = document.querySelector('.ec-layoutRole__main,main') ?? document.body;
    const id = /注文番号\s*[:：]?\s*([\w-]*\d[\w-]*)/.exec(textContent ?? '')?.[1];
    return id ? { id } : undefined;
  },
};

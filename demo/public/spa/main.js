import { createWaver } from '/dist/index.js';
import { currency, emptyCart, readCart, setQuantity, shippingOf, waverOptions } from './basket.js';
import { startRouter } from './router.js';
import { views } from './views.js';

const waver = createWaver({ holdout: 0, accent: '#3f5b34', consent: 'granted', ...waverOptions });

const root = document.getElementById('spa');
const cartLink = document.querySelector('.cart-link');

const tellCart = () => {
  const { items, total, count } = readCart();
  waver.cart({ items: items.map(({ id, name, price, quantity }) => ({ id, name, price, quantity })), total, currency });
  cartLink.querySelector('.cart-count').textContent = count;
  cartLink.querySelector('.unseen').textContent = count === 1 ? 'item' : 'items';
};

const actions = {
  add: (id) => {
    const quantity = readCart().items.find((item) => item.id === id)?.quantity ?? 0;
    actions.change(id, quantity + 1);
    router.go('cart');
  },
  change: (id, quantity) => {
    setQuantity(id, quantity);
    tellCart();
    router.showCurrent();
  },
  order: () => {
    const cart = readCart();
    const id = `SPA-${crypto.randomUUID().slice(0, 8)}`;
    waver.purchase({ id, value: cart.total + shippingOf(cart), currency, items: cart.items });
    emptyCart();
    tellCart();
    router.go('thank-you');
  },
};

let shown = '';

const router = startRouter((name) => {
  const view = views[name] ? name : 'product';
  root.replaceChildren(...views[view](actions));
  // Without a page load nobody tells a screen reader that everything has changed; the heading does.
  if (shown && shown !== view) root.querySelector('h1')?.focus({ preventScroll: true });
  if (shown !== view) waver.page(view);
  shown = view;
});

cartLink.href = '/spa/cart';
cartLink.dataset.view = 'cart';
tellCart();
router.showCurrent();

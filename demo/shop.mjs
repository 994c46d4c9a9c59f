import { Hono } from 'hono';
import { totalsOf } from './cart.mjs';
import { findCategory, findProduct } from './catalog.mjs';
import { checkForm, readForm } from './checkout.mjs';
import { strictPolicy } from './csp.mjs';
import { layout } from './layout.mjs';
import { cartPage } from './pages/cart.mjs';
import { checkoutPage } from './pages/checkout.mjs';
import { galleryPage } from './pages/gallery.mjs';
import { home } from './pages/home.mjs';
import { listing } from './pages/listing.mjs';
import { notFound } from './pages/not-found.mjs';
import { policyNames, policyPage } from './pages/policies.mjs';
import { productPage } from './pages/product.mjs';
import { spaPage } from './pages/spa.mjs';
import { thankYou } from './pages/thank-you.mjs';
import { changeBasket, emptyBasket, forget, shopperOf, takeChange } from './shopper.mjs';

/** The whole shop below one path, so that it can stand twice in one server: as it is, and under a strict policy. */
export const shop = (base, { orders, points, strict = false }) => {
  const app = new Hono({ strict: false });
  const shopper = (c) => c.get('shopper');
  const pointsHeld = (c) => points.held(shopper(c).pointsId);
  const missing = (c) => c.html(layout(shopper(c), notFound(shopper(c))), 404);
  const show = (c, page, status = 200) => (page ? c.html(layout(shopper(c), page), status) : missing(c));
  // After a form the browser is sent on, so that a reload never sends the form again.
  const goTo = (c, path) => c.redirect(base + path, 303);

  app.use(async (c, next) => {
    const seen = shopperOf(c, base, strict);
    c.set('shopper', seen);
    c.header('Cache-Control', 'private, no-cache');
    if (strict) c.header('Content-Security-Policy', strictPolicy(seen.nonce));
    await next();
  });

  app.get('/', (c) => show(c, home(shopper(c))));
  app.get('/shop', (c) => show(c, listing(shopper(c))));
  app.get('/shop/:category', (c) => {
    const category = findCategory(c.req.param('category'));
    return show(c, category && listing(shopper(c), category));
  });
  app.get('/product/:id', (c) => {
    const product = findProduct(c.req.param('id'));
    return show(c, product && productPage(shopper(c), product, takeChange(c)));
  });
  app.get('/policies/:name', (c) => {
    const name = c.req.param('name');
    return show(c, policyNames.includes(name) && policyPage(shopper(c), name));
  });

  app.get('/cart', (c) => show(c, cartPage(shopper(c), { change: takeChange(c), pointsHeld: pointsHeld(c) })));
  app.post('/cart/:action{add|update|remove}', async (c) => {
    const { id, quantity } = await c.req.parseBody();
    const action = c.req.param('action');
    const pieces = action === 'remove' ? 0 : Number(quantity ?? 1);
    if (!findProduct(id) || !Number.isInteger(pieces)) return missing(c);
    const before = action === 'add' ? (shopper(c).basket.get(id) ?? 0) : 0;
    changeBasket(c, shopper(c), id, before + pieces);
    return goTo(c, action === 'add' ? `/product/${id}` : '/cart');
  });

  app.get('/checkout', (c) =>
    shopper(c).cart.count ? show(c, checkoutPage(shopper(c), { pointsHeld: pointsHeld(c) })) : goTo(c, '/cart'),
  );
  app.post('/checkout', async (c) => {
    const { cart, pointsId } = shopper(c);
    if (!cart.count) return goTo(c, '/cart');
    const form = readForm(await c.req.parseBody());
    const errors = checkForm(form);
    if (Object.keys(errors).length) {
      return show(c, checkoutPage(shopper(c), { form, errors, pointsHeld: pointsHeld(c) }), 422);
    }
    const totals = totalsOf(cart, { code: form.code, pointsHeld: pointsHeld(c) });
    const id = orders.place({ cart, totals, code: form.code });
    points.spend(pointsId);
    emptyBasket(c);
    return goTo(c, `/thank-you/${id}`);
  });
  app.get('/thank-you/:order', (c) => {
    const order = orders.find(c.req.param('order'));
    return show(c, order && thankYou(shopper(c), order, orders.tellOnce(order)));
  });

  app.post('/start-over', (c) => {
    forget(c);
    return goTo(c, '/');
  });
  if (!strict) app.get('/gallery', (c) => c.html(galleryPage(c.req.query())));
  if (!strict) app.get('/spa/:view?', (c) => show(c, spaPage(shopper(c))));
  app.all('*', missing);
  return app;
};

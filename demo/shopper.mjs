import { randomBytes } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cartOf, readBasket, setQuantity, writeBasket } from './cart.mjs';
import { findProduct } from './catalog.mjs';

const lax = { path: '/', sameSite: 'Lax' };
const cookies = ['basket', 'change', 'region', 'cookie-choice', 'points', 'shopper'];

/** Everything a page needs to know of the request. `base` is '' or '/strict': the same shop under another roof. */
export const shopperOf = (c, base, strict) => {
  const region = c.req.query('region') ?? getCookie(c, 'region') ?? '';
  if (c.req.query('region') !== undefined) setCookie(c, 'region', region === 'eu' ? 'eu' : '', lax);
  return {
    base,
    nonce: strict ? randomBytes(16).toString('base64url') : undefined,
    origin: new URL(c.req.url).origin,
    path: c.req.path,
    region: region === 'eu' ? 'eu' : 'default',
    choice: getCookie(c, 'cookie-choice'),
    pointsId: getCookie(c, 'points'),
    basket: readBasket(getCookie(c, 'basket')),
    get cart() {
      return cartOf(this.basket);
    },
  };
};

/** Puts the new quantity into the basket and leaves a note for the next page, which tells of the change once. */
export const changeBasket = (c, shopper, id, quantity) => {
  const by = setQuantity(shopper.basket, id, quantity);
  // The basket is readable by scripts, as in most shops: the single-page shop writes the same cookie.
  setCookie(c, 'basket', writeBasket(shopper.basket), { ...lax, maxAge: 30 * 86_400 });
  if (by) setCookie(c, 'change', `${id}:${by}`, { ...lax, httpOnly: true, maxAge: 60 });
};

export const takeChange = (c) => {
  const [id, by] = (getCookie(c, 'change') ?? '').split(':');
  if (!id) return null;
  deleteCookie(c, 'change', { path: '/' });
  const product = findProduct(id);
  return product && Number(by) ? { product, by: Number(by) } : null;
};

export const emptyBasket = (c) => {
  deleteCookie(c, 'basket', { path: '/' });
  deleteCookie(c, 'points', { path: '/' });
};

export const keepPoints = (c, id) => setCookie(c, 'points', id, { ...lax, httpOnly: true, maxAge: 86_400 });

export const forget = (c) => {
  for (const name of cookies) deleteCookie(c, name, { path: '/' });
};

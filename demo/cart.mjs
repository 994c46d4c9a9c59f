import { findProduct } from './catalog.mjs';
import { deliveryFee, discount, points } from './terms.mjs';

const most = 20;

/** `poppy:2,twine:1`, as the cookie has it. Whatever a visitor wrote into it, only known products survive. */
export const readBasket = (text = '') => {
  const basket = new Map();
  for (const part of text.split(',')) {
    const [id, quantity] = part.split(':');
    if (findProduct(id) && /^\d{1,2}$/.test(quantity)) setQuantity(basket, id, Number(quantity));
  }
  return basket;
};

export const writeBasket = (basket) => [...basket].map((entry) => entry.join(':')).join(',');

/** Returns by how many pieces the basket has changed. */
export const setQuantity = (basket, id, quantity) => {
  const before = basket.get(id) ?? 0;
  const after = Math.min(Math.max(quantity, 0), most);
  if (after) basket.set(id, after);
  else basket.delete(id);
  return after - before;
};

export const cartOf = (basket) => {
  const lines = [...basket].map(([id, quantity]) => {
    const product = findProduct(id);
    return { product, quantity, total: product.price * quantity };
  });
  return {
    lines,
    count: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: lines.reduce((sum, line) => sum + line.total, 0),
  };
};

/** Fee and threshold look at the goods alone: a discount must not make the delivery dearer. */
export const totalsOf = (cart, { code = '', pointsHeld = 0 } = {}) => {
  const off = code.toUpperCase() === discount.code ? Math.round((cart.subtotal * discount.percent) / 100) : 0;
  const pointsOff = Math.min(pointsHeld * points.centsEach, cart.subtotal - off);
  const shipping = deliveryFee(cart.subtotal);
  return { subtotal: cart.subtotal, off, pointsOff, shipping, total: cart.subtotal - off - pointsOff + shipping };
};

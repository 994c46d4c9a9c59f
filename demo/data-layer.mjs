import { currency, decimal } from './money.mjs';

const item = ({ product, quantity }, index) => ({
  item_id: product.id,
  item_name: product.name,
  item_category: product.category,
  index,
  price: decimal(product.price),
  quantity,
});

const event = (name, value, lines, more) => ({
  event: name,
  ecommerce: { currency, value: decimal(value), ...more, items: lines.map(item) },
});

const sum = (lines) => lines.reduce((total, { product, quantity }) => total + product.price * quantity, 0);

export const viewItem = (product) => event('view_item', product.price, [{ product, quantity: 1 }]);

export const viewItemList = (id, name, products) => ({
  event: 'view_item_list',
  ecommerce: {
    item_list_id: id,
    item_list_name: name,
    items: products.map((product, index) => item({ product, quantity: 1 }, index)),
  },
});

/** The items are what has changed, not the cart. */
export const basketChange = (product, by) => {
  const lines = [{ product, quantity: Math.abs(by) }];
  return event(by > 0 ? 'add_to_cart' : 'remove_from_cart', sum(lines), lines);
};

export const viewCart = (cart) => event('view_cart', cart.subtotal, cart.lines);
export const beginCheckout = (cart) => event('begin_checkout', cart.subtotal, cart.lines);

export const purchase = (order) =>
  event('purchase', order.totals.subtotal - order.totals.off, order.cart.lines, {
    transaction_id: order.id,
    shipping: decimal(order.totals.shipping),
    ...(order.code ? { coupon: order.code } : {}),
  });

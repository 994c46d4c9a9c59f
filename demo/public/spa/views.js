import { money, products, readCart, shippingOf } from './basket.js';
import { element, picture } from './element.js';
import { form } from './form.js';

const link = (view, text, kind = '') =>
  element('a', { href: view === 'product' ? '/spa' : `/spa/${view}`, 'data-view': view, class: kind }, text);

const sums = (cart) => {
  const row = (name, value, kind = '') =>
    element('div', { class: kind }, element('dt', {}, name), element('dd', {}, value));
  const shipping = shippingOf(cart);
  return element(
    'dl',
    { class: 'sums' },
    row('Items', money(cart.total)),
    row('Delivery', shipping ? money(shipping) : 'Free'),
    row('Total', money(cart.total + shipping), 'sums-total'),
  );
};

const head = (title, lead) =>
  element(
    'div',
    { class: 'page-head' },
    element('h1', { tabindex: '-1' }, title),
    lead ? element('p', { class: 'lead' }, lead) : '',
  );

const product = ({ add }) => [
  head('Three things, one page', 'The same shop without page loads: Waver comes in through its npm door here.'),
  element(
    'ul',
    { class: 'cards cards-three' },
    ...products.map(({ id, name, line, price }) =>
      element(
        'li',
        { class: 'card' },
        picture(id),
        element('span', { class: 'card-name' }, name),
        element('span', { class: 'card-line' }, line),
        element('span', { class: 'card-price' }, money(price)),
        element(
          'button',
          { class: 'button', type: 'button', click: () => add(id), 'aria-label': `Add to cart: ${name}` },
          'Add to cart',
        ),
      ),
    ),
  ),
];

const cart = ({ change }) => {
  const current = readCart();
  if (!current.count) {
    const back = element('p', {}, link('product', 'See the three things', 'button'));
    return [head('Your cart', 'There is nothing in it yet.'), back];
  }
  const lines = current.items.map(({ id, name, price, quantity }) =>
    element(
      'li',
      { class: 'line' },
      element('span', { class: 'line-picture' }, picture(id)),
      element(
        'div',
        { class: 'line-words' },
        element('h2', {}, name),
        element('p', {}, `${quantity} × ${money(price)}`),
      ),
      element('p', { class: 'line-total' }, money(price * quantity)),
      element(
        'div',
        { class: 'line-forms' },
        element(
          'button',
          { class: 'as-link', type: 'button', click: () => change(id, 0), 'aria-label': `Remove ${name}` },
          'Remove',
        ),
      ),
    ),
  );
  const aside = element(
    'section',
    { class: 'aside', 'aria-label': 'Summary' },
    sums(current),
    link('checkout', 'Go to checkout', 'button button-wide'),
    element('p', { class: 'small-links' }, link('shipping', 'Shipping policy'), link('product', 'Add something else')),
  );
  return [head('Your cart'), element('div', { class: 'order' }, element('ul', { class: 'lines' }, ...lines), aside)];
};

const shipping = () => [
  element(
    'article',
    { class: 'prose' },
    element('h1', { tabindex: '-1' }, 'Shipping policy'),
    element('p', { class: 'lead' }, 'One carrier, one parcel, one price.'),
    ...[
      'We pack from Monday to Friday. What is ordered by 3 pm Eastern Time on one of these days counts as that day’s order; what comes later, or at the weekend, counts as the next business day’s. From there it takes 0 to 1 business days until the carrier has your parcel.',
      'The parcel then travels for 1 to 3 business days, Monday to Friday, to any address in the contiguous United States. We never split an order to send part of it early, and you get a tracking number as soon as the carrier has the parcel.',
      'If nobody is at home, the carrier leaves the parcel in a dry place by the door, or takes it to the nearest counter and keeps it there for five business days. If it is lost on the way, we send everything again at our cost.',
    ].map((text) => element('p', {}, text)),
    element('p', {}, link('cart', 'Back to your cart', 'button')),
  ),
];

const checkout = ({ order }) => {
  const current = readCart();
  if (!current.count) return cart({});
  const aside = element(
    'section',
    { class: 'aside', 'aria-label': 'Your order' },
    sums(current),
    link('cart', 'Change the cart'),
  );
  return [head('Checkout'), element('div', { class: 'order' }, form(order), aside)];
};

const thanks = () => [
  head('Thank you. That is all we need.', 'Nothing is charged or sent: this is a demonstration shop.'),
  element('p', {}, link('product', 'Start again', 'button')),
];

export const views = { product, cart, shipping, checkout, 'thank-you': thanks };

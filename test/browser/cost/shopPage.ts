/**
 * A believable checkout of some 3,000 elements: header with a cart control and a large menu, a form of 20 fields, an
 * order summary, sections about the shop's terms, recommendations, a footer. With the handlers a shop of its own has.
 */

const FIELDS = [
  ['email', 'Email', 'email'],
  ['tel', 'Phone', 'tel'],
  ['given-name', 'First name', 'text'],
  ['family-name', 'Last name', 'text'],
  ['organization', 'Company', 'text'],
  ['address-line1', 'Street and number', 'text'],
  ['address-line2', 'Apartment', 'text'],
  ['postal-code', 'Postal code', 'text'],
  ['address-level2', 'City', 'text'],
  ['address-level1', 'State', 'text'],
  ['billing given-name', 'First name on the bill', 'text'],
  ['billing family-name', 'Last name on the bill', 'text'],
  ['billing address-line1', 'Street on the bill', 'text'],
  ['billing postal-code', 'Postal code on the bill', 'text'],
  ['billing address-level2', 'City on the bill', 'text'],
  ['off', 'Discount code', 'text'],
  ['off', 'VAT number', 'text'],
] as const;

const field = ([autocomplete, label, type]: (typeof FIELDS)[number], i: number) => {
  const name = label.toLowerCase().replace(/\W+/g, '_');
  const required = i < 4 || (i > 4 && i < 9) ? 'required' : '';
  return `<div class="form-row"><label for="f-${name}">${label}</label>
    <input id="f-${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" ${required}>
    <p class="hint" id="h-${name}"></p></div>`;
};

const FORM = `<form id="checkout-form" action="/ordered" novalidate><h2>Contact and delivery</h2>
  ${FIELDS.map(field).join('')}
  <div class="form-row"><label for="f-country">Country</label><select id="f-country" name="country" autocomplete="country">
    <option>United States<option>Germany<option>France</select></div>
  <div class="form-row"><label for="f-note">Note</label><textarea id="f-note" name="note"></textarea></div>
  <div class="form-row"><label><input type="checkbox" name="news"> Send me news</label></div>
  <button class="primary" type="submit">Pay now</button></form>`;

const card = (_: unknown, i: number) => `<li class="product-card"><a class="card__link" href="/products/plant-${i}">
  <span class="card__media"><img alt="" width="40" height="40"></span><h3 class="card__title">Plant ${i}</h3></a>
  <div class="price"><span class="price__regular">$${i + 5}.00</span></div>
  <div class="card__rating"><span>★</span><span>★</span><span>★</span><span>(${i})</span></div>
  <button type="button" class="card__add" data-action="add" data-id="${i}"><span>Add</span></button></li>`;

const menu = Array.from(
  { length: 12 },
  (_, i) =>
    `<li class="menu__item"><a href="/collections/c${i}">Room ${i}</a><ul class="menu__sub">${Array.from(
      { length: 12 },
      (_, j) => `<li><a href="/collections/c${i}-${j}"><span>Shelf ${j}</span></a></li>`,
    ).join('')}</ul></li>`,
).join('');

const TERMS = [
  ['Shipping', 'We ship on weekdays within two days; a parcel takes three days more. Above fifty dollars it is free.'],
  ['Returns', 'Send it back within thirty days, unused and in its box, and we pay you back in full within a week.'],
  ['Payment', 'By card, by transfer or on account. We charge you once the parcel is on its way, never before.'],
] as const;
const sections = TERMS.map(
  ([name, text]) => `<details class="accordion"><summary>${name}</summary><p>${text} ${text}</p></details>`,
).join('');

const HANDLERS = `
  const cart = { count: 2, lines: [{ id: 1, price: 12.5, quantity: 1 }, { id: 2, price: 17.5, quantity: 1 }] };
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
  const total = () => cart.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
  const render = () => {
    document.querySelector('.cart-count').textContent = cart.count;
    document.querySelector('.summary__lines').innerHTML = cart.lines
      .map((line) => '<li><span>Plant ' + line.id + '</span><span>' + line.quantity + '</span><span>' + money.format(line.price * line.quantity) + '</span></li>')
      .join('');
    document.querySelector('.summary__total').textContent = money.format(total());
  };
  document.addEventListener('click', (event) => {
    const control = event.target.closest('[data-action],a,summary,button');
    if (!control) return;
    if (control.dataset.action === 'add') {
      const id = Number(control.dataset.id);
      const line = cart.lines.find((one) => one.id === id);
      if (line) line.quantity = line.quantity % 9 + 1;
      else { cart.lines.push({ id, price: id + 5, quantity: 1 }); if (cart.lines.length > 6) cart.lines.shift(); }
      cart.count = cart.lines.reduce((sum, one) => sum + one.quantity, 0);
      sessionStorage.setItem('cart', JSON.stringify(cart));
      render();
    }
  });
  const RULES = { email: /^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$/i, tel: /^[+\\d ()-]{6,}$/, postal_code: /^\\d{5}$/ };
  document.getElementById('checkout-form').addEventListener('input', ({ target, currentTarget }) => {
    const rule = RULES[target.type] ?? RULES[target.name];
    const wrong = (target.required && !target.value) || (rule && !rule.test(target.value));
    target.closest('.form-row').classList.toggle('is-valid', !wrong);
    const draft = Object.fromEntries(new FormData(currentTarget));
    sessionStorage.setItem('draft', JSON.stringify(draft));
    currentTarget.querySelector('.primary').classList.toggle('is-ready', [...currentTarget.elements].every((one) => !one.required || one.value));
  });
  document.getElementById('checkout-form').addEventListener('submit', (event) => event.preventDefault());
  const header = document.querySelector('header');
  addEventListener('scroll', () => {
    header.classList.toggle('is-stuck', scrollY > 100);
    document.querySelector('.progress').style.transform = 'scaleX(' + scrollY / document.documentElement.scrollHeight + ')';
  }, { passive: true });
  const trail = [];
  addEventListener('pointermove', (event) => {
    trail.push([event.clientX, event.clientY, event.timeStamp]);
    if (trail.length > 50) trail.shift();
    header.classList.toggle('is-hovered', !!event.target.closest('header'));
  }, { passive: true });
`;

const STYLE = `body{margin:0;font:16px/1.4 sans-serif}header{position:sticky;top:0;background:#fff;z-index:2}
  .menu,.menu__sub{display:flex;list-style:none;margin:0;padding:0;font-size:11px;overflow:hidden;height:20px}
  .menu__sub{display:none}main{display:flex;gap:40px;padding:20px}.grid{display:flex;flex-wrap:wrap;list-style:none}
  .product-card{width:150px}.form-row{height:60px}.hint{margin:0}input,select,textarea{width:300px;height:24px}
  [type=checkbox]{width:auto}.progress{position:fixed;left:0;bottom:0;height:2px;width:100%;background:green}`;

interface PageParts {
  /** What stands in the head: the tag, or what takes its place. */
  readonly head?: string;
  /** Without the shop's own scripts, for what must find the page as it left it. */
  readonly still?: boolean;
  readonly html?: string;
  readonly body?: string;
  /** What stands at the end of the page. */
  readonly end?: string;
}

export const TAG =
  '<script async src="/dist/waver.js" data-holdout="0" data-consent="granted" data-max-per-visit="9"></script>';

export const shopPage = ({ head = '', still, html = '', body = '', end = '' }: PageParts = {}): string =>
  `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Checkout - Halfbarrow</title><style>${STYLE}</style>${head}</head>
  <body ${body}><header class="site-header"><a class="logo" href="/">Halfbarrow</a><nav><ul class="menu">${menu}</ul></nav>
  <a class="cart-link" href="/cart" aria-label="Cart, 2 items">Cart <span class="cart-count">2</span></a></header>
  <main><div><h1>Checkout</h1>${FORM}</div><aside class="summary"><h2>Your order</h2><ul class="summary__lines">
  <li><span>Plant 1</span><span>1</span><span>$12.50</span></li><li><span>Plant 2</span><span>1</span><span>$17.50</span></li>
  </ul><p>Total <strong class="summary__total">$30.00</strong></p>${sections}
  <button type="button" class="plain">Nothing happens here</button></aside></main>
  <section class="more"><h2>You may also like</h2><ul class="grid">${Array.from({ length: 170 }, card).join('')}</ul></section>
  <footer><ul>${Array.from({ length: 40 }, (_, i) => `<li><a href="/pages/p${i}">Page ${i}</a></li>`).join('')}</ul>
  <p>© Halfbarrow</p></footer><div class="progress"></div>${still ? '' : `<script>${HANDLERS}</script>`}${end}</body></html>`;

import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { totalsOf } from '../cart.mjs';
import { basketChange, viewCart } from '../data-layer.mjs';
import { money } from '../money.mjs';
import { changeNotice } from '../parts/notice.mjs';
import { summary } from '../parts/summary.mjs';
import { termsData } from '../structured-data.mjs';
import { delivery } from '../terms.mjs';

const lineOf = ({ base }, { product, quantity, total }) => html`<li class="line">
  <a class="line-picture" href="${base}/product/${product.id}" tabindex="-1" aria-hidden="true">${picture(product.id)}</a>
  <div class="line-words">
    <h2><a href="${base}/product/${product.id}">${product.name}</a></h2>
    <p>${money(product.price)} each</p>
  </div>
  <p class="line-total">${money(total)}</p>
  <div class="line-forms">
    <form method="post" action="${base}/cart/update">
      <input type="hidden" name="id" value="${product.id}" />
      <label class="unseen" for="quantity-${product.id}">Quantity of ${product.name}</label>
      <input id="quantity-${product.id}" name="quantity" type="number" min="0" max="20" value="${quantity}" inputmode="numeric" required />
      <button class="button-quiet" aria-label="Update quantity of ${product.name}">Update</button>
    </form>
    <form method="post" action="${base}/cart/remove">
      <input type="hidden" name="id" value="${product.id}" />
      <button class="as-link" aria-label="Remove ${product.name}">Remove</button>
    </form>
  </div>
</li>`;

const full = (shopper, cart, pointsHeld) => {
  const missing = delivery.freeFrom - cart.subtotal;
  return html`<div class="order">
    <ul class="lines">${cart.lines.map((line) => lineOf(shopper, line))}</ul>
    <section class="aside" aria-labelledby="sum">
      <h2 id="sum">Summary</h2>
      ${summary(totalsOf(cart, { pointsHeld }))}
      ${missing > 0 ? html`<p class="hint">${money(missing)} more and delivery is free.</p>` : ''}
      <a class="button button-wide" href="${shopper.base}/checkout">Go to checkout</a>
      <p class="small-links">
        <a href="${shopper.base}/policies/shipping">Shipping policy</a>
        <a href="${shopper.base}/policies/returns">Returns</a>
        <a href="${shopper.base}/policies/payment">Payment</a>
      </p>
    </section>
  </div>`;
};

const empty = ({ base }) => html`<div class="empty">
  <p class="lead">There is nothing in it yet.</p>
  <p><a class="button" href="${base}/shop">See everything</a></p>
</div>`;

export const cartPage = (shopper, { change, pointsHeld }) => {
  const { cart } = shopper;
  return {
    title: 'Cart',
    data: termsData(shopper.origin, cart),
    events: [
      ...(change ? [{ once: true, message: basketChange(change.product, change.by) }] : []),
      ...(cart.count ? [{ message: viewCart(cart) }] : []),
    ],
    body: html`${changeNotice(shopper, change)}
      <div class="page-head"><h1>Your cart</h1></div>
      ${cart.count ? full(shopper, cart, pointsHeld) : empty(shopper)}`,
  };
};

import { html } from 'hono/html';
import { totalsOf } from '../cart.mjs';
import { fields } from '../checkout.mjs';
import { beginCheckout } from '../data-layer.mjs';
import { formField } from '../parts/field.mjs';
import { summary } from '../parts/summary.mjs';
import { termsData } from '../structured-data.mjs';

const errorSummary = (errors) => {
  const entries = Object.entries(errors);
  if (!entries.length) return '';
  return html`<div class="errors" role="alert" tabindex="-1" autofocus>
    <h2>The order is not placed yet</h2>
    <ul>${entries.map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul>
  </div>`;
};

const payment = (form, show) => html`<fieldset class="fields">
  <legend>Payment</legend>
  <div class="choices">
    <label><input type="radio" name="payment" value="card" ${form.payment !== 'transfer' ? html`checked` : ''} /> Card</label>
    <label><input type="radio" name="payment" value="transfer" ${form.payment === 'transfer' ? html`checked` : ''} /> Bank transfer</label>
  </div>
  ${show('card')}${show('code')}
</fieldset>`;

const groups = [
  ['Contact', ['email', 'phone']],
  ['Delivery address', ['name', 'street', 'apartment', 'city', 'state', 'postal']],
];

/** `errors` come from the server's check: the page is then the answer to the form itself and keeps what was typed. */
export const checkoutPage = (shopper, { form = {}, errors = {}, pointsHeld }) => {
  const { base, cart, origin } = shopper;
  // A card number is never printed back into a page, not even one that is wrong.
  const show = (name) => formField(name, fields[name], name === 'card' ? '' : form[name], errors[name]);
  const answered = Object.keys(form).length > 0;
  return {
    title: answered ? 'Please check: checkout' : 'Checkout',
    data: termsData(origin, cart),
    events: answered ? [] : [{ message: beginCheckout(cart) }],
    body: html`<div class="page-head"><h1>Checkout</h1></div>
      ${errorSummary(errors)}
      <div class="order">
        <form method="post" action="${base}/checkout" class="checkout" id="checkout">
          ${groups.map(
            ([legend, names]) => html`<fieldset class="fields"><legend>${legend}</legend>${names.map(show)}</fieldset>`,
          )}
          ${payment(form, show)}
          <button class="button button-wide">Place order</button>
          <p class="hint">Demo: nothing is charged and nothing is sent. Your entries are checked and then forgotten.</p>
        </form>
        <section class="aside" aria-labelledby="sum">
          <h2 id="sum">Your order</h2>
          <ul class="brief">${cart.lines.map(({ product, quantity }) => html`<li>${quantity} × ${product.name}</li>`)}</ul>
          ${summary(totalsOf(cart, { pointsHeld, code: errors.code ? '' : form.code }))}
          <p class="small-links">
            <a href="${base}/cart">Change the cart</a>
            <a href="${base}/policies/shipping">Shipping policy</a>
            <a href="${base}/policies/returns">Returns</a>
            <a href="${base}/policies/payment">Payment</a>
          </p>
        </section>
      </div>`,
  };
};

import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { purchase } from '../data-layer.mjs';
import { summary } from '../parts/summary.mjs';

export const thankYou = ({ base }, order, first) => ({
  title: 'Thank you',
  events: first ? [{ once: true, message: purchase(order) }] : [],
  body: html`<div class="thanks">
    ${picture(order.cart.lines[0].product.id)}
    <div>
      <p class="eyebrow">Order ${order.id}</p>
      <h1>Thank you. That is all we need.</h1>
      <p class="lead">In a real shop the confirmation would be on its way by now. Here, nothing is charged or sent.</p>
      <ul class="brief">${order.cart.lines.map(({ product, quantity }) => html`<li>${quantity} × ${product.name}</li>`)}</ul>
      ${summary(order.totals)}
      <p><a class="button" href="${base}/shop">Back to the shop</a></p>
    </div>
  </div>`,
});

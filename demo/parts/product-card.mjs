import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { money } from '../money.mjs';

export const productCard = ({ base }, product) => html`<li class="card">
  <a href="${base}/product/${product.id}">
    ${picture(product.id)}
    <span class="card-name">${product.name}</span>
    <span class="card-line">${product.line}</span>
    <span class="card-price">${money(product.price)}</span>
  </a>
</li>`;

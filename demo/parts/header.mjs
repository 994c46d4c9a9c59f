import { html } from 'hono/html';
import { categories } from '../catalog.mjs';

const mark = () => html`<svg viewBox="0 0 40 32" class="mark" aria-hidden="true" focusable="false">
  <path d="M4 8h26l-5 13H11z" fill="#3f5b34" /><path d="M28 12h10" stroke="#3f5b34" stroke-width="3" stroke-linecap="round" />
  <path d="M12 8C12 2 17 1 18 7c1-6 7-6 7 1z" fill="#b4532a" /><circle cx="15" cy="25" r="5" fill="#2a2f22" />
  <circle cx="15" cy="25" r="1.800" fill="#f7f0e2" /><path d="M25 21l4 9" stroke="#3f5b34" stroke-width="3" stroke-linecap="round" />
</svg>`;

const bag = () => html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d="M4 9h16l-2 11H6z" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linejoin="round" />
  <path d="M8 9c0-6 8-6 8 0" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linecap="round" />
</svg>`;

export const header = ({ base, path, cart }) => {
  const link = (href, text) =>
    html`<a href="${base}${href}" ${path === base + href ? html`aria-current="page"` : ''}>${text}</a>`;
  return html`<header class="site-header">
    <a class="brand" href="${base}/">${mark()}<span>Halfbarrow</span></a>
    <nav aria-label="Shop">${link('/shop', 'All')}${categories.map(({ id, name }) => link(`/shop/${id}`, name))}</nav>
    <a class="cart-link" href="${base}/cart">
      ${bag()}<span>Cart</span> <span class="cart-count">${cart.count}</span>
      <span class="unseen">${cart.count === 1 ? 'item' : 'items'}</span>
    </a>
  </header>`;
};

import { html } from 'hono/html';

/** What the last form has done, on the page it has led to. */
export const changeNotice = ({ base }, change) => {
  if (!change) return '';
  const { product, by } = change;
  const pieces = Math.abs(by) > 1 ? ` (${Math.abs(by)})` : '';
  return by > 0
    ? html`<p class="notice" role="status">
        <span><strong>${product.name}</strong>${pieces} added to your cart.</span> <a href="${base}/cart">View cart</a>
      </p>`
    : html`<p class="notice" role="status"><strong>${product.name}</strong>${pieces} taken out of your cart.</p>`;
};

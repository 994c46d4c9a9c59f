import { html } from 'hono/html';
import { money } from '../money.mjs';

const row = (name, value, kind = '') => html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`;

export const summary = ({ subtotal, off, pointsOff, shipping, total }) => html`<dl class="sums">
  ${row('Items', money(subtotal))}
  ${off ? row('Discount', `−${money(off)}`) : ''}
  ${pointsOff ? row('Your points', `−${money(pointsOff)}`) : ''}
  ${row('Delivery', shipping ? money(shipping) : 'Free')}
  ${row('Total', money(total), 'sums-total')}
</dl>`;

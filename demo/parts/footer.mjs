import { html } from 'hono/html';

export const footer = ({ base }) => html`<footer class="site-footer">
  <div>
    <p class="footer-name">Halfbarrow</p>
    <p>Seeds, tools and pots for small gardens. This is a demonstration shop: nothing is sold, charged or sent.</p>
  </div>
  <nav aria-label="Help">
    <a href="${base}/policies/shipping">Shipping policy</a>
    <a href="${base}/policies/returns">Returns</a>
    <a href="${base}/policies/payment">Payment</a>
    <button type="button" class="as-link" id="privacy-choices">Privacy choices</button>
    <button type="button" class="as-link" data-waver-preferences>Your answers</button>
  </nav>
</footer>`;

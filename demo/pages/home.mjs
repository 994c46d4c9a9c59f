import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { sill } from '../art/scene.mjs';
import { categories, products } from '../catalog.mjs';
import { viewItemList } from '../data-layer.mjs';
import { money } from '../money.mjs';
import { productCard } from '../parts/product-card.mjs';
import { delivery, returns } from '../terms.mjs';

const seeds = products.filter(({ category }) => category === 'seeds');

const tile = ({ base }, { id, name, line, face }) => html`<li class="tile">
  <a href="${base}/shop/${id}">
    ${picture(face)}<span><strong>${name}</strong><span>${line}</span></span>
  </a>
</li>`;

export const home = (shopper) => ({
  title: 'Seeds, tools and pots for small gardens',
  events: [{ message: viewItemList('seeds', 'Sow next', seeds) }],
  body: html`<section class="hero">
      <div class="hero-words">
        <p class="eyebrow">For sills, steps and balconies</p>
        <h1>A garden can be half a barrow wide.</h1>
        <p class="lead">Seeds that stay short, tools that fit a window box and pots that forgive a missed watering.</p>
        <p><a class="button" href="${shopper.base}/shop">See everything</a></p>
      </div>
      ${sill()}
    </section>
    <section aria-labelledby="sow-next">
      <div class="section-head">
        <h2 id="sow-next">Sow next</h2>
        <a href="${shopper.base}/shop/seeds">All seeds</a>
      </div>
      <ul class="cards">${seeds.map((product) => productCard(shopper, product))}</ul>
    </section>
    <section aria-labelledby="shelves">
      <div class="section-head"><h2 id="shelves">Three shelves</h2></div>
      <ul class="tiles">${categories.map((category) => tile(shopper, category))}</ul>
    </section>
    <section class="promise" aria-label="Delivery and returns">
      <p><strong>Delivery ${money(delivery.fee)}</strong>, free from ${money(delivery.freeFrom)} of goods.
        <a href="${shopper.base}/policies/shipping">Shipping policy</a></p>
      <p><strong>${returns.days} days to return</strong> what you have not sown.
        <a href="${shopper.base}/policies/returns">Returns</a></p>
    </section>`,
});

import { html } from 'hono/html';
import { products } from '../catalog.mjs';
import { viewItemList } from '../data-layer.mjs';
import { productCard } from '../parts/product-card.mjs';

export const listing = (shopper, category) => {
  const shown = category ? products.filter((product) => product.category === category.id) : products;
  const name = category?.name ?? 'Everything';
  return {
    title: name,
    events: [{ message: viewItemList(category?.id ?? 'all', name, shown) }],
    body: html`<div class="page-head">
        <h1>${name}</h1>
        <p class="lead">${category?.line ?? 'Ten things, because a small garden needs no more.'}</p>
      </div>
      <ul class="cards ${shown.length === 3 ? 'cards-three' : ''}">${shown.map((product) => productCard(shopper, product))}</ul>`,
  };
};

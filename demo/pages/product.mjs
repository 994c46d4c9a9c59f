import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { findCategory, products } from '../catalog.mjs';
import { basketChange, viewItem } from '../data-layer.mjs';
import { money } from '../money.mjs';
import { changeNotice } from '../parts/notice.mjs';
import { productCard } from '../parts/product-card.mjs';
import { productData } from '../structured-data.mjs';
import { delivery, returns } from '../terms.mjs';

const days = ([least, most]) => `${least} to ${most} business days`;

const crumbs = ({ base }, { id, name }) => html`<nav class="crumbs" aria-label="You are here">
  <a href="${base}/shop">Shop</a><span aria-hidden="true">/</span><a href="${base}/shop/${id}">${name}</a>
</nav>`;

const addForm = ({ base }, product) => html`<form class="add" method="post" action="${base}/cart/add">
  <input type="hidden" name="id" value="${product.id}" />
  <label for="quantity">Quantity</label>
  <input id="quantity" name="quantity" type="number" min="1" max="20" value="1" inputmode="numeric" required />
  <button class="button">Add to cart</button>
</form>`;

export const productPage = (shopper, product, change) => {
  const category = findCategory(product.category);
  const isNear = (other) => Number(other.category === product.category);
  const others = products
    .filter((other) => other !== product)
    .sort((a, b) => isNear(b) - isNear(a))
    .slice(0, 3);
  return {
    title: product.name,
    data: productData(product, shopper.origin),
    events: [
      { message: viewItem(product) },
      ...(change ? [{ once: true, message: basketChange(change.product, change.by) }] : []),
    ],
    body: html`${changeNotice(shopper, change)}${crumbs(shopper, category)}
      <article class="product">
        ${picture(product.id, `Drawing: ${product.name}`)}
        <div class="product-words">
          <h1>${product.name}</h1>
          <p class="lead">${product.line}</p>
          <p class="price">${money(product.price)} <small>tax included, plus delivery</small></p>
          ${addForm(shopper, product)}
          <p>${product.about}</p>
          <dl class="facts">${product.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
          <details class="fold">
            <summary>Delivery and returns</summary>
            <p>Delivery is ${money(delivery.fee)}, and free from ${money(delivery.freeFrom)} of goods. What is ordered by
              3 pm Eastern Time from Monday to Friday counts as that day's order; then it takes
              ${days(delivery.handling)} until the carrier has your parcel, and ${days(delivery.transit)} more until it is
              at your door.</p>
            <p>You have ${returns.days} days to send things back, with the prepaid label that comes with every parcel.</p>
            <p class="small-links">
              <a href="${shopper.base}/policies/shipping">Shipping policy</a>
              <a href="${shopper.base}/policies/returns">Returns</a>
            </p>
          </details>
        </div>
      </article>
      <section aria-labelledby="beside">
        <div class="section-head"><h2 id="beside">Goes well beside it</h2></div>
        <ul class="cards cards-three">${others.map((other) => productCard(shopper, other))}</ul>
      </section>`,
  };
};

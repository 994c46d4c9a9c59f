import { html } from 'hono/html';
import { picture } from '../art/index.mjs';
import { findProduct } from '../catalog.mjs';
import { currency, decimal } from '../money.mjs';
import { json, nonceOf } from '../scripts.mjs';
import { delivery, deliveryFee, points } from '../terms.mjs';

const offered = ['watering-can', 'window-box', 'tomato'].map(findProduct);

const facts = {
  currency,
  products: offered.map(({ id, name, line, price }) => ({ id, name, line, price: decimal(price) })),
  deliveryFee: decimal(deliveryFee(0)),
  freeFrom: decimal(delivery.freeFrom),
  waver: {
    points: points.amount,
    pointsLasts: `${points.lastsMinutes}m`,
    pointsClaim: '/points/claim',
    deliveryHandling: delivery.handling.join('-'),
    deliveryTransit: delivery.transit.join('-'),
    deliveryCutoff: delivery.cutoff,
    deliveryTimezone: delivery.timeZone,
    deliveryDays: 'mo-fr',
  },
};

/** One document for product, cart, shipping, checkout and thanks; what is shown is made in `public/spa/`. */
export const spaPage = (shopper) => ({
  title: 'One page',
  npmDoor: html`<script type="module" src="/public/spa/main.js"${nonceOf(shopper)}></script>`,
  body: html`<div id="spa"><p class="lead">One moment…</p></div>
    <script type="application/json" id="spa-facts"${nonceOf(shopper)}>${json(facts)}</script>
    ${offered.map(({ id }) => html`<template id="picture-${id}">${picture(id)}</template>`)}`,
});

import { html } from 'hono/html';
import { money } from '../money.mjs';
import { termsData } from '../structured-data.mjs';
import { delivery, discount, points, returns } from '../terms.mjs';

const range = ([least, most]) => `${least} to ${most}`;

const shipping = () => html`<h1>Shipping policy</h1>
  <p class="lead">One carrier, one parcel, one price.</p>
  <h2>What it costs</h2>
  <p>Delivery is ${money(delivery.fee)}, and free from ${money(delivery.freeFrom)} of goods.
    The sum in your cart already says which of the two applies. There are no surcharges for weight or for long parcels:
    a window box travels for the same price as a packet of radishes.</p>
  <h2>When we send it</h2>
  <p>We pack from Monday to Friday. What is ordered by 3 pm Eastern Time on one of these days counts as that day's
    order; what comes later, or at the weekend, counts as the next business day's. From there it takes
    ${range(delivery.handling)} business days until the carrier has your parcel.</p>
  <h2>How long it travels</h2>
  <p>${range(delivery.transit)} business days, Monday to Friday. Seeds and tools travel together; we never split an order
    to send part of it early. As soon as the carrier has the parcel you get a tracking number by email.</p>
  <h2>Where we deliver</h2>
  <p>To any address in the contiguous United States. We cannot send seeds abroad, because other countries ask for plant
    papers that a small shop does not have.</p>
  <h2>If nobody is at home</h2>
  <p>The carrier leaves the parcel in a dry place by the door, or takes it to the nearest counter and keeps it there for
    five business days. If it is lost on the way, we send everything again at our cost.</p>`;

const returning = () => html`<h1>Returns</h1>
  <p class="lead">${returns.days} days, and the way back is free.</p>
  <h2>What you can send back</h2>
  <p>Everything that could be sold again: tools that have not been in the soil, pots that have not been planted, seed
    packets that are still closed. You have ${returns.days} days from the day the parcel arrives.</p>
  <h2>How it works</h2>
  <p>Every parcel holds a prepaid label. Put it on the box you got, hand it to the carrier, and you are done. We pay the
    return, and we pay back the price of the goods within five business days after they are here, in the way you paid.</p>
  <h2>If something is broken</h2>
  <p>Then it does not matter whether it was used. Write to us within two years and we replace it or pay it back,
    whichever you prefer. You need not send back broken terracotta.</p>`;

const paying = () => html`<h1>Payment</h1>
  <p class="lead">By card or by bank transfer.</p>
  <h2>Card</h2>
  <p>A card is charged on the day the parcel leaves, not before. In this demonstration shop no card is charged at all: a
    number is checked for typing errors by its last digit and then forgotten. Please do not type a real one.</p>
  <h2>Bank transfer</h2>
  <p>You get our account and the sum by email; the parcel leaves on the business day the transfer arrives.</p>
  <h2>Discount codes and points</h2>
  <p>A code is entered at the checkout, one for each order. In this demo <strong>${discount.code}</strong> takes
    ${discount.percent}% off the goods. A hundred points are worth ${money(100 * points.centsEach)} and are taken off your
    next order by themselves.</p>`;

const texts = {
  shipping: ['Shipping policy', shipping],
  returns: ['Returns', returning],
  payment: ['Payment', paying],
};

export const policyNames = Object.keys(texts);

export const policyPage = (shopper, name) => {
  const [title, text] = texts[name];
  return {
    title,
    data: termsData(shopper.origin, shopper.cart),
    body: html`<article class="prose">${text()}
      ${shopper.cart.count ? html`<p><a class="button" href="${shopper.base}/cart">Back to your cart</a></p>` : ''}
    </article>`,
  };
};

import { html } from 'hono/html';

const empty = (id, text) => html`<div id="readout-${id}"><p class="readout-none">${text}</p></div>`;

/**
 * The demo's own instrument beside the shop. Waver is told to leave it alone: reading it is not shopping. Without
 * scripts there is nothing to read out, so it starts hidden.
 */
export const readoutPanel = ({
  base,
}) => html`<aside class="readout" id="readout" aria-labelledby="readout-title" data-waver-ignore hidden>
  <div class="readout-bar">
    <h2 id="readout-title">Waver readout <span>not part of the shop</span></h2>
    <button type="button" id="readout-toggle" aria-expanded="false" aria-controls="readout-body">
      <span id="readout-brief">Show</span>
    </button>
  </div>
  <div class="readout-body" id="readout-body">
    <details open id="readout-try">
      <summary>Try this</summary>
      <ol>
        <li>Put something in the <a href="${base}/shop">cart</a>, read the
          <a href="${base}/policies/shipping">shipping policy</a> for 20 seconds, go back to the
          <a href="${base}/cart">cart</a>.</li>
        <li>The same on a product page: open “Delivery and returns” and read.</li>
        <li>At the <a href="${base}/checkout">checkout</a>, send the form twice with a wrong ZIP code, such as 123.</li>
        <li>Start over, put something in the cart and linger on the <a href="${base}/cart">cart page</a> for half a
          minute, moving the mouse now and then. Answer the question. Linger again after a reload.</li>
        <li>At the checkout, try a discount code that does not exist. Take something out of the cart and put it in again,
          twice. Copy a price. Leave for another tab for a quarter of a minute.</li>
        <li>Buy: 4242 4242 4242 4242 pays for it.</li>
      </ol>
    </details>
    <section aria-labelledby="readout-h1">
      <h3 id="readout-h1">Last decision</h3>
      ${empty('decision', 'None yet. Waver decides when it has noticed something.')}
    </section>
    <section aria-labelledby="readout-h2">
      <h3 id="readout-h2">Leaves without buying</h3>
      ${empty('churn', 'No score yet.')}
    </section>
    <section aria-labelledby="readout-h3">
      <h3 id="readout-h3">What may hold the shopper back</h3>
      ${empty('intents', 'No score yet.')}
    </section>
    <section aria-labelledby="readout-h4">
      <h3 id="readout-h4">What moved the score</h3>
      ${empty('because', 'Nothing yet.')}
    </section>
    <section aria-labelledby="readout-h5">
      <h3 id="readout-h5">What happened</h3>
      ${empty('events', 'Nothing noticed yet.')}
    </section>
    <form method="post" action="${base}/start-over" id="readout-start-over">
      <button>Start over</button>
      <p>Forgets the cart, the cookies, the readout and all that Waver keeps in this browser.</p>
    </form>
  </div>
</aside>`;

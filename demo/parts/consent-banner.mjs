import { html } from 'hono/html';
import { consentChoices } from '../consent.mjs';
import { json, nonceOf } from '../scripts.mjs';

/** Asked where the law wants it asked, and reachable from the footer everywhere. Both buttons weigh the same. */
export const consentBanner = (shopper) => {
  const asked = shopper.region === 'eu' && !Object.hasOwn(consentChoices, shopper.choice ?? '');
  return html`<section class="consent" id="consent" role="dialog" aria-labelledby="consent-title" ${asked ? '' : html`hidden`}>
    <h2 id="consent-title">Cookies at Halfbarrow</h2>
    <p>The cart needs one cookie. May we also keep a few to see which pages help and to remember what you like?</p>
    <div class="consent-buttons">
      <button type="button" class="button" data-choice="all">Accept</button>
      <button type="button" class="button" data-choice="necessary">Only what is necessary</button>
    </div>
    <script type="application/json" id="consent-states"${nonceOf(shopper)}>${json(consentChoices)}</script>
  </section>`;
};

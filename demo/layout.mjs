import { html } from 'hono/html';
import { consentBanner } from './parts/consent-banner.mjs';
import { footer } from './parts/footer.mjs';
import { header } from './parts/header.mjs';
import { readoutPanel } from './readout/panel.mjs';
import { consentScript, dataScript, eventScript, nonceOf } from './scripts.mjs';
import { delivery, points } from './terms.mjs';

const waverTag = (shopper) => html`<!--
      All the shop knows of Waver. A demo wants to be seen: so nobody is held out here, and a visit may see several
      popups. A real shop keeps the defaults: one visitor in ten sees none, to learn what they are worth, and the others
      one a visit.
    -->
    <script async src="/dist/waver.js" data-holdout="0" data-max-per-visit="5" data-accent="#3f5b34" data-points="${points.amount}"
      data-points-lasts="${points.lastsMinutes}m" data-points-claim="/points/claim"
      data-delivery-timezone="${delivery.timeZone}"${nonceOf(shopper)}></script>`;

/**
 * `events` go to the data layer, `data` is JSON-LD. `npmDoor` is for the single-page shop, which imports Waver itself:
 * two copies on one page would be one too many.
 */
export const layout = (shopper, { title, body, events = [], data, npmDoor = '' }) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title} · Halfbarrow</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="Seeds, tools and pots for small gardens. A demonstration shop: nothing is sold." />
    <meta name="theme-color" content="#f7f0e2" />
    <link rel="icon" href="/public/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/public/base.css" />
    <link rel="stylesheet" href="/public/shop.css" />
    <link rel="stylesheet" href="/public/order.css" />
    <link rel="stylesheet" href="/public/readout/readout.css" />
    ${consentScript(shopper)}
    ${eventScript(shopper, events)}
    <script src="/public/readout/record.js"${nonceOf(shopper)}></script>
    ${npmDoor || waverTag(shopper)}
    <script defer src="/public/consent.js"${nonceOf(shopper)}></script>
    <script type="module" src="/public/readout/panel.js"${nonceOf(shopper)}></script>
    ${dataScript(shopper, data)}
  </head>
  <body>
    <div class="shop">
      <a class="skip" href="#content">Skip to content</a>
      ${header(shopper)}
      <main id="content" tabindex="-1">${body}</main>
      ${footer(shopper)}
      ${consentBanner(shopper)}
    </div>
    ${readoutPanel(shopper)}
  </body>
</html>`;

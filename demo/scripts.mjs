import { html, raw } from 'hono/html';
import { consentChoices, consentDefault } from './consent.mjs';

/** JSON inside a script element: `</script>` in any text must not end it. */
export const json = (value) => raw(JSON.stringify(value).replaceAll('<', '\\u003c'));

export const nonceOf = ({ nonce }) => (nonce ? html` nonce="${nonce}"` : '');

/** The part every shop with Google Consent Mode has at its very top. No Google script follows: only the data layer. */
export const consentScript = (shopper) => {
  const answer = consentChoices[shopper.choice];
  return html`<script${nonceOf(shopper)}>
      window.dataLayer = window.dataLayer || [];
      function gtag() { dataLayer.push(arguments); }
      gtag('consent', 'default', ${json(consentDefault(shopper.region))});${
        answer && raw(`\n      gtag('consent', 'update', ${json(answer)});`)
      }
    </script>`;
};

/**
 * What happened is told once. A page that comes back from the history runs its scripts again, so events that belong to
 * an action (`once`) ask how the page was reached.
 */
export const eventScript = (shopper, events) =>
  events.length
    ? html`<script${nonceOf(shopper)}>
      (function (events) {
        var entry = performance.getEntriesByType('navigation')[0];
        var fresh = !entry || entry.type === 'navigate';
        events.forEach(function (one) {
          if (one.once && !fresh) return;
          dataLayer.push({ ecommerce: null });
          dataLayer.push(one.message);
        });
      })(${json(events)});
    </script>`
    : '';

export const dataScript = (shopper, data) =>
  data ? html`<script type="application/ld+json"${nonceOf(shopper)}>${json(data)}</script>` : '';

import { html } from 'hono/html';
import { picture } from '../art/index.mjs';

const page = (title, bodyClass, script, body) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${title} · Halfbarrow</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <link rel="icon" href="/public/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/public/base.css" />
    <link rel="stylesheet" href="/public/gallery/gallery.css" />
    <script type="module" src="/public/gallery/${script}"></script>
  </head>
  <body class="${bodyClass}">
    ${body}
  </body>
</html>`;

const choice = (name, label, options = []) => html`<label>${label}
  <select name="${name}">${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>
</label>`;

/** For people: a strip to choose from, and the stage in a frame as wide as a phone, a tablet or a desk. */
const index = () =>
  page(
    'Gallery of popups',
    'gallery-page',
    'index.js',
    html`<header class="gallery-head">
        <p class="eyebrow"><a href="/">Halfbarrow</a>, the demo shop</p>
        <h1>All popups, in every state</h1>
        <p>All facts in them are made up for this gallery, and its clock stands still on Monday, 23 November 2026: no
          offer here is one, and nothing is sent anywhere. What is shown is the very code a shop loads.</p>
      </header>
      <main>
        <form class="gallery-strip" id="strip" aria-label="What is shown">
          ${choice('popup', 'Popup')} ${choice('state', 'State')} ${choice('theme', 'Theme')}
          ${choice('locale', 'Language')} ${choice('place', 'Place')}
          ${choice('dir', 'Direction of the page', [
            ['ltr', 'Left to right'],
            ['rtl', 'Right to left'],
          ])}
          ${choice('page', 'Page', [
            ['light', 'Light'],
            ['dark', 'Dark'],
          ])}
          ${choice('width', 'Width', [
            ['100%', 'All there is'],
            ['360px', '360, a phone'],
            ['768px', '768, a tablet'],
            ['1280px', '1280, a desk'],
          ])}
          <div class="gallery-steps">
            <button type="button" class="button-quiet" id="before">Previous</button>
            <output id="count"></output>
            <button type="button" class="button-quiet" id="next">Next</button>
          </div>
        </form>
        <div class="gallery-stage"><iframe id="frame" title="The stage"></iframe></div>
        <div class="gallery-foot">
          <p><a id="alone" href="/gallery">Open this one alone</a></p>
          <h2>What the popup told</h2>
          <pre id="told" role="log">Nothing yet.</pre>
        </div>
      </main>`,
  );

/** Shows just what the address asks for, on a page small enough to be seen beside it. */
const stage = () =>
  page(
    'Gallery, one popup',
    'stage',
    'stage.js',
    html`<p class="hint">Gallery of popups: all facts shown here are made up.</p>
      <p id="note" role="alert" hidden></p>
      <h1>Terracotta pot</h1>
      <p>Eight inches across, fired hot enough to stay outside in winter. The saucer is part of it.</p>
      <p><button type="button" class="button" id="opener">Add to cart</button></p>
      <div id="field-place"></div>
      <div id="slot"></div>
      ${picture('terracotta-pot')}
      <p>It holds one tomato or three pots of basil. Water rises through its wall, so it wants a drink more often than
        plastic does, and forgives more when it is forgotten.</p>
      <p><a id="last" href="#last">All pots</a></p>`,
  );

export const galleryPage = ({ popup }) => (popup === undefined ? index() : stage());

import { html } from 'hono/html';

export const notFound = ({ base }) => ({
  title: 'Not found',
  body: html`<div class="empty">
    <h1>Nothing grows here.</h1>
    <p class="lead">The page has moved, or it never was.</p>
    <p><a class="button" href="${base}/shop">See everything</a></p>
  </div>`,
});

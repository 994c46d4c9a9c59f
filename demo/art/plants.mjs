import { html } from 'hono/html';

// Every plant stands on the point (0, 0) and grows upwards, so that packets, pots and the home page can share it.

const leaf = (x, y, turn, size, fill) =>
  html`<path transform="translate(${x} ${y}) rotate(${turn}) scale(${size})" fill="${fill}" d="M0 0C6-10 20-12 32 0 20 10 6 9 0 0z" />`;

const poppyHead = (x, y, size, red, dark) => html`<g transform="translate(${x} ${y}) scale(${size})">
  <path fill="${dark}" d="M-27-4c-4-20 14-31 27-24 13-7 31 4 27 24-3 16-17 24-27 24S-24 12-27-4z" />
  <path fill="${red}" d="M-29 2c0-16 14-24 29-13C15-22 29-14 29 2 29 18 14 26 0 26S-29 18-29 2z" />
  <path fill="${dark}" opacity=".55" d="M0-11c3 12 3 24 0 37-3-13-3-25 0-37z" />
  <ellipse cx="0" cy="-7" rx="9" ry="6" fill="#2b2a26" /><ellipse cx="0" cy="-9" rx="4" ry="2.4" fill="#8a9a5b" />
</g>`;

export const poppy = () => html`<g>
  <g fill="none" stroke="#56713f" stroke-width="3.4" stroke-linecap="round">
    <path d="M0 0C-4-30 2-58-4-90" /><path d="M-4 0C-14-24-32-36-34-62" /><path d="M4 0C12-22 32-26 34-52" />
    <path d="M20-26c10-4 16-12 16-6s-3 8-3 12" />
  </g>
  ${leaf(-2, -16, -155, 0.9, '#6d8a4f')}${leaf(2, -24, -28, 0.85, '#56713f')}${leaf(-2, -40, -150, 0.6, '#56713f')}
  ${poppyHead(-34, -70, 0.72, '#d8563d', '#a93626')}${poppyHead(34, -62, 0.8, '#e0705a', '#b23c2a')}
  ${poppyHead(-4, -102, 1, '#c8432e', '#93281c')}
</g>`;

const fruit = (x, y, size, fill, shine) => html`<g transform="translate(${x} ${y}) scale(${size})">
  <ellipse cx="0" cy="0" rx="17" ry="16" fill="${fill}" />
  <path d="M-11-4c1-5 5-8 9-8" fill="none" stroke="${shine}" stroke-width="3" stroke-linecap="round" />
  <path fill="#4b6637" d="M0-17l3 5 8-3-4 7 6 3-9 1-4 5-4-5-9-1 6-3-4-7 8 3z" />
</g>`;

export const tomato = () => html`<g>
  <path d="M0 0C2-34-4-70 2-122" fill="none" stroke="#56713f" stroke-width="4.4" stroke-linecap="round" />
  <path d="M0-40c-14 0-26 2-30 12M1-78c12-2 26 2 30 12M0-56c12 0 22 4 26 12" fill="none" stroke="#56713f" stroke-width="3" stroke-linecap="round" />
  ${leaf(0, -20, -18, 1, '#6d8a4f')}${leaf(0, -28, -165, 1.05, '#56713f')}${leaf(0, -66, -160, 1.15, '#6d8a4f')}
  ${leaf(2, -92, -30, 1.1, '#56713f')}${leaf(1, -102, -150, 0.95, '#56713f')}${leaf(2, -120, -70, 0.9, '#6d8a4f')}
  ${leaf(2, -120, -125, 0.7, '#56713f')}
  ${fruit(-30, -22, 1, '#d2492f', '#ee9d80')}${fruit(28, -32, 0.86, '#dc6a35', '#f2b183')}
  ${fruit(33, -58, 0.72, '#d2492f', '#ee9d80')}
</g>`;

const pod = (x, y, turn, length, fill) =>
  html`<path transform="translate(${x} ${y}) rotate(${turn}) scale(${length})" fill="${fill}" d="M0 0c7 2 9 14 8 30-1 16-6 26-10 28-2-12-6-22-6-34 0-14 3-24 8-24z" />`;

export const bean = () => html`<g>
  <path d="M0 4V-126" stroke="#b98a52" stroke-width="5" stroke-linecap="round" />
  <path d="M-8 0C-8-12 9-16 8-30S-9-46-8-60 9-76 8-90-6-106-2-120" fill="none" stroke="#56713f" stroke-width="3.6" stroke-linecap="round" />
  ${leaf(8, -30, -12, 1.1, '#6d8a4f')}${leaf(-8, -58, -170, 1.2, '#56713f')}${leaf(8, -88, -20, 1.15, '#56713f')}
  ${leaf(-6, -104, -150, 1, '#6d8a4f')}${leaf(-2, -122, -60, 0.9, '#6d8a4f')}${leaf(-6, -14, 172, 0.9, '#6d8a4f')}
  ${pod(20, -78, -14, 0.95, '#7f9a3f')}${pod(-24, -50, 12, 1, '#93ad4c')}${pod(32, -72, -22, 0.8, '#93ad4c')}
  ${pod(22, -24, -8, 0.5, '#7f9a3f')}
</g>`;

export const radish = () => html`<g transform="translate(0 -34)">
  ${leaf(-2, -22, -112, 1.7, '#56713f')}${leaf(2, -22, -66, 1.75, '#6d8a4f')}${leaf(0, -22, -90, 2, '#7b995a')}
  ${leaf(-3, -20, -142, 1.1, '#6d8a4f')}${leaf(3, -20, -36, 1.1, '#56713f')}
  <path d="M0-22v-50" stroke="#f4dfe0" stroke-width="2" />
  <path fill="#c63d5c" d="M0-26c18 0 30 10 29 25C28 16 12 25 0 30-12 25-28 16-29-1c-1-15 11-25 29-25z" />
  <path fill="#f7ebe4" d="M-20 15C-12 22-5 26 0 30c5-4 12-8 20-15-8 4-32 4-40 0z" />
  <path d="M0 28c1 10-2 16 4 26" fill="none" stroke="#f0e0d6" stroke-width="3" stroke-linecap="round" />
  <path d="M-18-8c3-6 7-9 11-10" fill="none" stroke="#e894a6" stroke-width="3.4" stroke-linecap="round" />
</g>`;

export const seedling = () => html`<g>
  <path d="M0 0c0-14 1-20 0-34" fill="none" stroke="#6d8a4f" stroke-width="4" stroke-linecap="round" />
  ${leaf(0, -32, -28, 0.95, '#7b995a')}${leaf(0, -32, -152, 0.95, '#56713f')}
</g>`;

import { html } from 'hono/html';
import { poppy, seedling, tomato } from './plants.mjs';

export const terracotta = (plant = seedling(), scale = 1.9) => html`<g>
  <ellipse cx="160" cy="276" rx="86" ry="10" fill="#3a2c1a" opacity=".16" />
  <g transform="translate(160 148) scale(${scale})">${plant}</g>
  <path d="M100 168h120l-16 102a8 8 0 0 1-8 6h-72a8 8 0 0 1-8-6z" fill="#c46a3f" />
  <path d="M174 168h46l-16 102a8 8 0 0 1-8 6h-32z" fill="#a95431" />
  <ellipse cx="160" cy="147" rx="66" ry="9" fill="#5b3f2a" />
  <path d="M92 146c14 12 122 12 136 0v26c-14 10-122 10-136 0z" fill="#d37d4f" />
  <path d="M180 154.600c22-1 40-4 48-8.600v26c-8 5-26 8-48 8.600z" fill="#b9613a" />
  <path d="M116 196l8 56" stroke="#e2a27c" stroke-width="6" stroke-linecap="round" />
</g>`;

const cell = (x, y) => html`<g transform="translate(${x} ${y}) scale(.82)">${seedling()}</g>`;

export const seedTray = () => html`<g>
  <ellipse cx="160" cy="268" rx="128" ry="10" fill="#3a2c1a" opacity=".16" />
  <path d="M58 206c0-78 14-112 36-112h132c22 0 36 34 36 112z" fill="#dcebe6" opacity=".75" />
  <path d="M84 200h152v8H84z" fill="#5b3f2a" />
  ${[88, 124, 160, 196, 232].map((x, i) => cell(x, i % 2 ? 202 : 204))}
  <path d="M58 206c0-78 14-112 36-112h132c22 0 36 34 36 112" fill="none" stroke="#8fb3ab" stroke-width="5" />
  <path d="M90 116c-9 16-13 38-14 66" fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".9" />
  <path d="M138 94c0-18 44-18 44 0" fill="none" stroke="#8fb3ab" stroke-width="7" stroke-linecap="round" />
  <path d="M44 206h232v16H44z" fill="#4f6b3f" /><path d="M54 222h212l-12 42a6 6 0 0 1-6 4H72a6 6 0 0 1-6-4z" fill="#64834f" />
  <path d="M104 230l4 30M140 230l2 30M180 230l-2 30M216 230l-4 30" stroke="#4f6b3f" stroke-width="4" stroke-linecap="round" />
</g>`;

export const windowBox = () => html`<g>
  <ellipse cx="160" cy="274" rx="132" ry="9" fill="#3a2c1a" opacity=".16" />
  <g transform="translate(88 196) scale(.82)">${poppy()}</g><g transform="translate(232 196) scale(.8)">${poppy()}</g>
  <g transform="translate(160 196) scale(.98)">${tomato()}</g>
  <path d="M40 190h240v10H40z" fill="#5b3f2a" />
  <path d="M34 196h252l-12 72a6 6 0 0 1-6 5H52a6 6 0 0 1-6-5z" fill="#c39a63" />
  <path d="M38 221h244M42 246h236" stroke="#a17a46" stroke-width="3" />
  <path d="M30 190h260v18H30z" fill="#d6b27e" /><path d="M70 208l6 64M250 208l-6 64" stroke="#8d6a3c" stroke-width="9" />
</g>`;

import { html } from 'hono/html';

/** A seed packet around a plant: one paper, one frame, four very different gardens. */
export const packet = ({ paper, ink, sky, name, sow, plant, drop = 218, scale = 1 }) => html`<g>
  <path d="M100 60h136v226H100z" fill="#3a2c1a" opacity=".16" />
  <path d="M90 44h140v236a4 4 0 0 1-4 4H94a4 4 0 0 1-4-4z" fill="${paper}" />
  <path d="M90 44h140v24c-10 9-22 9-32 0-11 9-27 9-38 0-11 9-27 9-38 0-10 9-22 9-32 0z" fill="${ink}" />
  <path d="M104 226v-82c0-36 25-60 56-60s56 24 56 60v82z" fill="${sky}" />
  <path d="M104 214c20-7 36-7 56-3s38 4 56-2v17H104z" fill="#8c6a48" />
  <g transform="translate(160 ${drop}) scale(${scale})">${plant}</g>
  <text x="160" y="253" text-anchor="middle" font-size="19" class="art-name" fill="${ink}">${name}</text>
  <text x="160" y="270" text-anchor="middle" font-size="8.2" letter-spacing=".9" class="art-small" fill="${ink}">${sow}</text>
</g>`;

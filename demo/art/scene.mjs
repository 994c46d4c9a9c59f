import { html } from 'hono/html';
import { packet } from './packet.mjs';
import { bean, poppy, radish, tomato } from './plants.mjs';
import { terracotta } from './pots.mjs';
import { wateringCan } from './tools.mjs';

const place = (x, y, scale, art) => html`<g transform="translate(${x} ${y}) scale(${scale})">${art}</g>`;

/** The home page's picture: one windowsill in June. */
export const sill = () => html`<svg viewBox="0 0 640 520" class="scene" aria-hidden="true" focusable="false">
  <rect width="640" height="520" fill="#ecd9b8" />
  <path d="M88 40h464v376H88z" fill="#fbf6ea" /><path d="M108 60h424v356H108z" fill="#c5dcdc" />
  <path d="M108 330c60-40 120-44 190-18s150 10 234-26v130H108z" fill="#a9bf8b" />
  <path d="M108 366c90-34 170-20 240-6s130 0 184-16v72H108z" fill="#8aa56b" />
  <circle cx="446" cy="138" r="42" fill="#f3d38a" />
  <path d="M308 60h24v356h-24zM108 208h424v18H108z" fill="#fbf6ea" />
  <path d="M40 408h560v34H40z" fill="#b98a56" /><path d="M40 442h560v16H40z" fill="#8d6539" />
  <path d="M0 458h640v62H0z" fill="#e2caa2" />
  ${place(-2, 270, 0.52, terracotta(bean(), 1.2))}${place(46, 170, 0.88, terracotta(tomato(), 1.35))}
  ${place(178, 194, 0.8, terracotta(poppy(), 1.3))}${place(300, 198, 0.8, wateringCan())}
  <g transform="translate(436 246) rotate(5 160 280) scale(.62)">${packet({
    paper: '#f6ead2',
    ink: '#7c2a3e',
    sky: '#e9d7d6',
    name: 'Radish',
    sow: 'SOW MARCH TO MAY',
    plant: radish(),
    drop: 214,
  })}</g>
</svg>`;

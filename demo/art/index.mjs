import { html } from 'hono/html';
import { packet } from './packet.mjs';
import { bean, poppy, radish, tomato } from './plants.mjs';
import { seedTray, terracotta, windowBox } from './pots.mjs';
import { trowel, twine, wateringCan } from './tools.mjs';

const pictures = {
  poppy: [
    '#ead8b5',
    () =>
      packet({
        paper: '#fbf3e2',
        ink: '#8f2a1d',
        sky: '#cfe0dc',
        name: 'Poppy',
        sow: 'SOW MARCH TO MAY',
        plant: poppy(),
        scale: 0.9,
      }),
  ],
  tomato: [
    '#d5dcc0',
    () =>
      packet({
        paper: '#f7ead0',
        ink: '#3f5b34',
        sky: '#f0d9a6',
        name: 'Tomato',
        sow: 'SOW FEBRUARY TO APRIL',
        plant: tomato(),
        scale: 0.92,
      }),
  ],
  bean: [
    '#cddcdc',
    () =>
      packet({
        paper: '#f2efdf',
        ink: '#2f545d',
        sky: '#d9e6d0',
        name: 'Bean',
        sow: 'SOW MAY TO JULY',
        plant: bean(),
        scale: 0.92,
      }),
  ],
  radish: [
    '#eed3c8',
    () =>
      packet({
        paper: '#f9eee0',
        ink: '#7c2a3e',
        sky: '#ecdcd8',
        name: 'Radish',
        sow: 'SOW MARCH TO AUGUST',
        plant: radish(),
        drop: 214,
      }),
  ],
  trowel: ['#e3d9c4', trowel],
  'watering-can': ['#f0d9a6', wateringCan],
  twine: ['#d3dcc6', twine],
  'terracotta-pot': ['#dbe3dc', () => terracotta()],
  'seed-tray': ['#f1dfc1', seedTray],
  'window-box': ['#cfdfe0', windowBox],
};

/** Without a description the picture is decoration: the product's name stands beside it. */
export const picture = (id, description) => {
  const [ground, draw] = pictures[id];
  const access = description ? html`role="img" aria-label="${description}"` : html`aria-hidden="true"`;
  return html`<svg viewBox="0 0 320 320" class="art" focusable="false" ${access}>
    <rect width="320" height="320" fill="${ground}" />${draw()}
  </svg>`;
};

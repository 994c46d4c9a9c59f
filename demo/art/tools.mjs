import { html } from 'hono/html';

const shadow = (x, y, rx) => html`<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="9" fill="#3a2c1a" opacity=".16" />`;

export const trowel = () => html`<g>
  ${shadow(164, 272, 92)}
  <g transform="translate(160 160) rotate(38)">
    <path d="M-13-126c0-10 26-10 26 0l3 62c0 12-5 22-7 30H-9c-2-8-7-18-7-30z" fill="#b5793f" />
    <path d="M-6-122c2-4 6-4 7 0l2 60c0 8-2 14-3 20h-4c-1-6-4-12-4-20z" fill="#d19a5c" />
    <circle cx="0" cy="-116" r="4" fill="#7a4c22" />
    <path d="M-10-36h20l-2 26H-8z" fill="#c9a24b" /><path d="M-10-30h20M-9-22h18" stroke="#9a7730" stroke-width="2" />
    <path d="M-5-12H5l2 30H-7z" fill="#7d8a88" />
    <path d="M-30 26c4-12 18-14 30-14s26 2 30 14c6 34-6 78-30 104C-24 104-36 60-30 26z" fill="#9fb0ad" />
    <path d="M0 12c12 0 26 2 30 14 6 34-6 78-30 104z" fill="#7f918f" />
    <path d="M0 22v92" stroke="#c8d5d2" stroke-width="3" stroke-linecap="round" />
  </g>
</g>`;

export const wateringCan = () => html`<g>
  ${shadow(160, 268, 108)}
  <path d="M206 118c52-20 76 20 62 68-6 22-22 38-48 44" fill="none" stroke="#39606a" stroke-width="13" stroke-linecap="round" />
  <path d="M112 214 48 138l12-10 62 54z" fill="#4b7a85" />
  <path d="M34 142c-4-4-3-9 1-13l24-20c4-4 9-3 12 1z" fill="#c98f3c" /><path d="M34 142 71 110l-3-3-33 28z" fill="#e2b566" />
  <path d="M108 132h104l12 126a8 8 0 0 1-8 10H104a8 8 0 0 1-8-10z" fill="#5c909b" />
  <path d="M176 132h36l12 126a8 8 0 0 1-8 10h-34z" fill="#4b7a85" />
  <path d="M104 176h112M99 236h122" stroke="#39606a" stroke-width="4" opacity=".6" />
  <path d="M108 132c8-34 60-58 98-30l-14 30z" fill="#39606a" /><ellipse cx="158" cy="132" rx="52" ry="9" fill="#2c4c55" />
  <path d="M122 128c10-46 62-56 84-24" fill="none" stroke="#5c909b" stroke-width="10" stroke-linecap="round" />
  <path d="M122 152l-6 76" stroke="#8fb9c1" stroke-width="6" stroke-linecap="round" />
</g>`;

export const twine = () => html`<g>
  ${shadow(164, 266, 96)}
  <path d="M232 214c26 6 44 24 30 40-12 13-42 4-66 8" fill="none" stroke="#b98a4d" stroke-width="6" stroke-linecap="round" />
  <circle cx="154" cy="172" r="92" fill="#c99a5b" />
  <g fill="none" stroke-width="6" stroke-linecap="round">
    <path stroke="#dfb87d" d="M82 128c34-42 92-56 136-22M70 154c40-56 116-70 164-22M64 182c40-62 128-84 180-22" />
    <path stroke="#a97a40" d="M70 206c42-58 122-82 174-24M82 230c40-50 106-72 156-22M104 248c34-34 80-46 120-18" />
    <path stroke="#8c6230" d="M112 92c-30 48-30 110 6 158M134 84c-30 54-28 122 10 176M158 80c-26 56-22 128 18 178" opacity=".75" />
    <path stroke="#e9cb98" d="M182 86c-16 50-8 116 26 156" />
  </g>
  <path d="M72 160h164l2 34H70z" fill="#f3e9d5" />
  <text x="154" y="184" text-anchor="middle" font-size="19" class="art-name" fill="#4a3a20">Garden twine</text>
</g>`;

import { INK, LINE } from './drawSvg.mjs';

/** Colours of charts by what they mean; the style of the page says what each is by day and by night. */
export const PAINT = {
  ink: INK,
  line: LINE,
  soft: '#6b6b76',
  faint: '#d8d8de',
  warm: '#c2541b',
  good: '#2a7f62',
  grey: '#a3a3ad',
  sand: '#c9a227',
  plum: '#7a4f9a',
};

const NIGHT = {
  ink: '#e8e8ee',
  line: '#8ab4e8',
  soft: '#a9a9b5',
  faint: '#3a3a45',
  warm: '#f0935a',
  good: '#62c3a0',
  grey: '#74747f',
  sand: '#dcc05a',
  plum: '#bb94dc',
};

const variables = (colours) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour}`)
    .join('; ');

export const paintStyle = `:root { color-scheme: light dark; --paper: #fff; --panel: #f4f4f7; ${variables(PAINT)} }
@media (prefers-color-scheme: dark) { :root { --paper: #17171c; --panel: #22222a; ${variables(NIGHT)} } }`;

/**
 * The same drawing, with colours that follow the page, as part of an HTML page, and named for who cannot see it. What is there
 * for a chart that answers to the mouse goes: no script is behind this one.
 */
export const paint = (svg, label) =>
  Object.entries(PAINT)
    .reduce((text, [name, colour]) => text.replaceAll(`"${colour}"`, `"var(--${name})"`), svg)
    .replace(/<style >.*?<\/style>\n?/gs, '')
    .replace(/ (class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ xmlns(:xlink)?="[^"]*"/g, '')
    .replace('<svg ', `<svg role="img" aria-label="${label}" `);

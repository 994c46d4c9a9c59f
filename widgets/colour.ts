/** Colours as browsers compute them, reckoned to what the eye tells apart. */

export interface Colour {
  /** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
  readonly luminance: number;
  /** How far from grey, about 0 to 1. */
  readonly chroma: number;
  readonly alpha: number;
}

type Space = (...parameters: [number, number, number]) => readonly [luminance: number, chroma: number];

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, with the threshold of IEC 61966-2-1. */
const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

const srgb: Space = (r, g, b) => [
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b),
  Math.max(r, g, b) - Math.min(r, g, b),
];
const lab: Space = (l, a, b) => [l > 8 ? ((l + 16) / 116) ** 3 : l / 903.3, Math.hypot(a, b) / 130];
/** Luminance is the second row of the matrix that leads from cone responses to XYZ: https://bottosson.github.io/posts/oklab/ */
const oklab: Space = (l, a, b) => [
  1.1123 * (l - 0.1056 * a - 0.0639 * b) ** 3 -
    0.0406 * (l + 0.3963 * a + 0.2158 * b) ** 3 -
    0.0717 * (l - 0.0895 * a - 1.2915 * b) ** 3,
  Math.hypot(a, b) / 0.4,
];
/** The same by hue and distance from grey. */
const polar =
  (space: Space): Space =>
  (l, c, h) =>
    space(l, c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180));

const spaces: Readonly<Record<string, Space>> = {
  srgb,
  rgb: (r, g, b) => srgb(r / 255, g / 255, b / 255),
  lab,
  oklab,
  lch: polar(lab),
  oklch: polar(oklab),
};

/** A computed colour; undefined in a space that is rare on buttons. */
export const readColour = (text: string): Colour | undefined => {
  const [, name = '', rest = ''] = /^(?:color\()?([a-z]+?)a?[( ]([^)]+)/.exec(text) ?? [];
  const [x = 0, y = 0, z = 0, alpha = 1] = rest.split(/[\s,/]+/).map((part) => Number.parseFloat(part) || 0);
  const space = spaces[name];
  if (!space) return;
  const [luminance, chroma] = space(x, y, z);
  return { luminance, chroma, alpha };
};

/** How well one is seen on the other, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrast = (one: Colour, other: Colour): number =>
  (Math.max(one.luminance, other.luminance) + 0.05) / (Math.min(one.luminance, other.luminance) + 0.05);

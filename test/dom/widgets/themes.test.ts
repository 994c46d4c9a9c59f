import { describe, expect, test } from 'vitest';
import { type Colour, contrast, readColour } from '../../../widgets/colour';
import { themes } from '../../../widgets/themes';

/** `#rrggbb` as browsers tell it. */
const hex = (text: string): Colour => {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const colour = readColour(`rgb(${r}, ${g}, ${b})`);
  if (!/^#[0-9a-f]{6}$/.test(text) || !colour) throw new Error(`no colour: ${text}`);
  return colour;
};
const of = (theme: string) => {
  const [, rules = ''] = new RegExp(`\\[data-theme~=${theme}\\]\\)\\{([^}]+)`).exec(themes) ?? [];
  return (name: string) => new RegExp(`--w_${name}:([^;}]+)`).exec(rules)?.[1] ?? '';
};

describe('ink', () => {
  const ink = of('ink');
  test.each<[string, string, number]>([
    ['text', 'surface', 7],
    ['tint', 'surface', 3],
  ])('%s on %s: %d:1 at least', (one, other, least) => {
    expect(contrast(hex(ink(one)), hex(ink(other)))).toBeGreaterThanOrEqual(least);
  });
});

test('outline is square and flat, with a border in the colour of its text', () => {
  const outline = of('outline');
  expect([outline('corner'), outline('shade'), outline('line')]).toEqual([
    '0px',
    'none',
    'var(--waver-text,var(--w_text,#1d2530))',
  ]);
});

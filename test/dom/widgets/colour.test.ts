import { describe, expect, test } from 'vitest';
import { contrast, readColour } from '../../../widgets/colour';

const read = (text: string) => {
  const colour = readColour(text);
  if (!colour) throw new Error(`not read: ${text}`);
  return colour;
};
const between = (one: string, other: string) => contrast(read(one), read(other));

describe('contrast, as WCAG defines it', () => {
  test.each<[string, string, number]>([
    ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 21],
    ['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 1],
    // The greys that just pass and just fail 4.5:1 on white.
    ['rgb(118, 118, 118)', 'rgb(255, 255, 255)', 4.54],
    ['rgb(119, 119, 119)', 'rgb(255, 255, 255)', 4.48],
    // (1.05) / (0.2126 + 0.05), (1.05) / (0.7152 + 0.05), (1.05) / (0.0722 + 0.05): the weights of the three primaries.
    ['rgb(255, 0, 0)', 'rgb(255, 255, 255)', 1.05 / 0.2626],
    ['rgb(0, 255, 0)', 'rgb(255, 255, 255)', 1.05 / 0.7652],
    ['rgb(0, 0, 255)', 'rgb(255, 255, 255)', 1.05 / 0.1222],
  ])('%s on %s: %f', (one, other, expected) => {
    expect(between(one, other)).toBeCloseTo(expected, 2);
    expect(between(other, one)).toBeCloseTo(expected, 2);
  });
});

describe('the same colour in every way browsers tell it', () => {
  /** Conversions by the sample code of CSS Color 4. Lab's luminance is another white's, so it differs a little. */
  test.each<[string, string, number]>([
    ['color(srgb 1 0 0)', 'rgb(255, 0, 0)', 4],
    ['oklch(0.627955 0.257683 29.2339)', 'rgb(255, 0, 0)', 3],
    ['oklab(0.627955 0.224863 0.125846)', 'rgb(255, 0, 0)', 3],
    ['oklch(0.452014 0.313214 264.052)', 'rgb(0, 0, 255)', 3],
    ['oklab(0.866440 -0.233888 0.179498)', 'rgb(0, 255, 0)', 3],
    ['lab(54.29 80.82 69.89)', 'rgb(255, 0, 0)', 1],
    ['lch(54.29 106.85 40.85)', 'rgb(255, 0, 0)', 1],
    ['lab(5 0 0)', 'rgb(17, 17, 17)', 2],
    ['oklch(0.5 0 none)', 'rgb(99, 99, 99)', 2],
  ])('%s is %s', (text, same, digits) => {
    expect(read(text).luminance).toBeCloseTo(read(same).luminance, digits);
  });
});

describe('how far from grey, and how far from nothing', () => {
  test.each([
    ['rgb(128, 128, 128)', 0],
    ['rgb(255, 0, 0)', 1],
    ['oklch(0.5 0.2 30)', 0.5],
    ['oklab(0.5 0 0)', 0],
    ['lch(50 65 120)', 0.5],
  ])('%s: %f', (text, chroma) => {
    expect(read(text).chroma).toBeCloseTo(chroma, 5);
  });

  test.each([
    ['rgb(1, 2, 3)', 1],
    ['rgba(0, 0, 0, 0)', 0],
    ['rgba(255, 255, 255, 0.5)', 0.5],
    ['color(srgb 1 1 1 / 0.25)', 0.25],
    ['oklch(0.5 0.2 30 / 0.75)', 0.75],
  ])('%s: %f', (text, alpha) => {
    expect(read(text).alpha).toBe(alpha);
  });
});

test.each(['', 'red', 'color(display-p3 1 0 0)', 'none', '#ff0000'])('%j is not one that is read', (text) => {
  expect(readColour(text)).toBeUndefined();
});

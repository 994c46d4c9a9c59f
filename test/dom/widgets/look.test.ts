import { describe, expect, test, vi } from 'vitest';
import type { Theme } from '../../../src/types';
import { dress, type Look, loadLook } from '../../../widgets/look';

const dressed = (door: { theme?: Theme; accent?: string }, look?: Look) => {
  const host = document.createElement('waver-popup');
  dress(host, door, look);
  const of = (name: string) => host.style.getPropertyValue(name);
  return {
    theme: host.dataset.theme,
    accent: of('--w_own'),
    font: of('--w_font'),
    corner: of('--w_corner'),
    pill: of('--w_pill'),
  };
};

describe('theme', () => {
  test.each<[Theme | undefined, boolean | undefined, string]>([
    [undefined, undefined, 'paper'],
    [undefined, false, 'paper'],
    [undefined, true, 'ink'],
    ['paper', true, 'paper'],
    ['ink', false, 'ink'],
    ['outline', false, 'paper outline'],
    ['outline', true, 'ink outline'],
  ])('%s, on a page that is dark: %s', (theme, dark, expected) => {
    expect(dressed({ theme }, { dark }).theme).toBe(expected);
  });
});

describe('what is the shop’s', () => {
  test('nothing is set where nothing was found', () => {
    expect(dressed({})).toEqual({ theme: 'paper', accent: '', font: '', corner: '', pill: '' });
  });

  test('the option goes before what was found', () => {
    expect(dressed({ accent: '#0a7' }, { accent: 'rgb(1, 2, 3)' }).accent).toBe('#0a7');
    expect(dressed({}, { accent: 'rgb(1, 2, 3)' }).accent).toBe('rgb(1, 2, 3)');
  });

  test('a button’s corner makes the card’s, up to a limit', () => {
    expect(dressed({}, { corner: 5 })).toMatchObject({ corner: 'min(5px*1.6,24px)', pill: '' });
    expect(dressed({}, { corner: 'pill' })).toMatchObject({ corner: '20px', pill: '99px' });
    expect(dressed({ theme: 'outline' }, { corner: 5 })).toMatchObject({ corner: '', pill: '' });
  });

  test('the font of the text', () => {
    expect(dressed({}, { font: '"Shop Sans", serif' }).font).toBe('"Shop Sans", serif');
  });
});

test('a page that cannot be read gives no look, and no error', async () => {
  vi.spyOn(document, 'querySelectorAll').mockImplementation(() => {
    throw new Error('not today');
  });
  await expect(loadLook()).resolves.toEqual({});
  vi.restoreAllMocks();
});

import { locales, popups, statesOf } from '../../../demo/public/gallery/facts.js';
import type { Wanted } from './openGallery';

export const WIDTHS = [360, 768, 1280] as const;

/** Most text, or most parts: what is longer in another language shows in these. */
const TALKATIVE = ['offer', 'form-help', 'fit-help', 'question', 'preferences'];
const PLACED = ['delivery-promise', 'offer', 'free-shipping', 'notice'];
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

const names = Object.keys(popups);

/** A shot's name is what is asked for, in the order of the address. */
export const nameOf = (wanted: Wanted): string => Object.values(wanted).join(' ');

/** A language, on a page of its direction. */
export const spoken = (locale: string): Pick<Wanted, 'locale' | 'dir'> => ({
  locale,
  ...(RIGHT_TO_LEFT.includes(locale) && { dir: 'rtl' as const }),
});

/** All that pictures are taken of at this width; the rest of the combinations would show the same again. */
export const shotsAt = (width: number): Wanted[] => {
  const theme = 'paper';
  const all = names.flatMap((popup) => Object.keys(statesOf(popup)).map((state) => ({ popup, state, theme })));
  const placed = PLACED.flatMap((popup) => ['bar', 'dialog', 'inline'].map((place) => ({ popup, theme, place })));
  const inOthers = locales
    .filter((locale) => locale !== 'en')
    .flatMap((locale) => TALKATIVE.map((popup) => ({ popup, theme, ...spoken(locale) })));
  const themed = names.flatMap((popup) => ['auto', 'ink', 'outline'].map((one) => ({ popup, theme: one })));
  const dark = names.map((popup) => ({ popup, theme: 'auto', page: 'dark' as const }));
  const turned = names.map((popup) => ({ popup, theme, dir: 'rtl' as const }));
  return [
    ...all,
    ...placed,
    ...(width === 360 ? inOthers : []),
    ...(width === 1280 ? [...themed, ...dark, ...turned] : []),
  ];
};

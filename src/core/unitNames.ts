import { bareName } from './bareName';

/** What a currency or unit may be called in a language: `EUR`, `€`, `euros`; `cm`, `centimetres`. */
export const unitNames = (unit: string, locale: string): string[] => {
  const style = /^[A-Z]{3}$/.test(unit) ? 'currency' : 'unit';
  const displays = [
    ['symbol', 'short'],
    ['narrowSymbol', 'narrow'],
    ['name', 'long'],
  ] as const;
  const names = displays.map(([currencyDisplay, unitDisplay]) => {
    const what = style === 'currency' ? { currency: unit, currencyDisplay } : { unit, unitDisplay };
    try {
      const parts = new Intl.NumberFormat(locale, { style, ...what }).formatToParts(50);
      return parts.find(({ type }) => type === style)?.value ?? unit;
    } catch {
      // A unit that this browser's Intl does not know goes by its own name.
      return unit;
    }
  });
  return [unit, ...names].map(bareName);
};

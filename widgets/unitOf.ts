/** The currency's sign or the unit's abbreviation, as it is written in this language; else the unit as it is. */
export const unitOf = (locale: string, unit: string | undefined): string | undefined => {
  if (!unit) return;
  const isMoney = /^[A-Z]{3}$/.test(unit);
  try {
    return new Intl.NumberFormat(locale, isMoney ? { style: 'currency', currency: unit } : { style: 'unit', unit })
      .formatToParts(1)
      .find(({ type }) => type === 'currency' || type === 'unit')?.value;
  } catch {
    return unit;
  }
};

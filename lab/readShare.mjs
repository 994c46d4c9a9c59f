/** A share as an option: from 0 up to, but not, 1. */
export const readShare = (name, text) => {
  const share = text.trim() === '' ? Number.NaN : Number(text);
  if (!(share >= 0 && share < 1)) throw new Error(`--${name}: expected a share such as 0.1, got "${text}"`);
  return share;
};

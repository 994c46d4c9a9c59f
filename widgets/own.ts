/** An object's own property: keys come from the page, and `constructor` is a fine name for a form field. */
export const own = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;

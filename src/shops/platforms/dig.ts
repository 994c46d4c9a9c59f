/**
 * What the page's scripts have put under a name, whatever it is by now: `dig(window, 'prestashop.cart.totals')`. A page's
 * global may be missing, be an element of that id, or throw when it is asked.
 */
export const dig = (from: unknown, path: string): unknown => {
  try {
    return path.split('.').reduce((at, key) => Object(at)[key], from);
  } catch {
    // As good as not there.
  }
};

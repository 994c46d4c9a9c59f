/**
 * Features that follow from others, by the formulas of src/core/evidence.ts: missing when a part is missing or there is
 * nothing to divide by.
 */
export const derived = {
  'seconds-per-product-page': {
    from: ['seconds-product', 'pages-product'],
    of: (seconds, pages) => (pages > 0 ? seconds / pages : Number.NaN),
  },
  'product-share': {
    from: ['pages-product', 'pages-account', 'pages-terms'],
    of: (product, account, terms) => {
      const pages = product + account + terms;
      return pages > 0 ? product / pages : Number.NaN;
    },
  },
};

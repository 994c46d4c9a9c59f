import { createJiti } from 'jiti';

const jiti = createJiti(import.meta.url, { fsCache: false });

/**
 * The page's own code, by the file's name in `src/core/`: what is reckoned here is reckoned as in the browser.
 * @param {string} name
 * @returns {Promise<any>}
 */
export const core = (name) => jiti.import(`../src/core/${name}.ts`);

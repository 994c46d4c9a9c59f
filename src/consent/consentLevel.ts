import type { Level } from '../browser/store';
import type { ConsentState } from '../types';

/**
 * How much may be kept. With `auto`, what the shop and the consent tools on the page say together; where there is
 * neither, nothing but an answer the shopper gives. With another option tools are not asked.
 */
export const consentLevel = (
  option: 'granted' | 'required' | 'auto',
  said: ConsentState | null,
  /** By the consent tools, with the shop's word in it; undefined: there are none. */
  found?: Level,
): Level => {
  if (said && said !== 'granted' && !Object(said).functional) return -1;
  if (option === 'auto') return found ?? (said ? 2 : 1);
  return said || option === 'granted' ? 2 : 0;
};

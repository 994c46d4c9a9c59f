import type { Level } from '../browser/store';
import type { ConsentState } from '../types';
import { type GoogleConsent, grantsFunctional } from './googleConsent';

/**
 * How much may be kept. The shop's own word wins, then the option, then a consent tool on the page. With none found,
 * nothing is kept but an answer the shopper gives.
 */
export const consentLevel = (
  option: 'granted' | 'required' | 'auto' = 'auto',
  said: ConsentState | null,
  tool: GoogleConsent | null,
): Level => {
  if (said) return said === 'granted' || (said !== 'denied' && said.functional) ? 2 : 0;
  if (option !== 'auto') return option === 'granted' ? 2 : 0;
  if (tool) return grantsFunctional(tool) ? 2 : 0;
  return 1;
};

import type { Level } from '../browser/store';
import type { ConsentState } from '../types';
import { type GoogleConsent, isGranted, isRefused } from './googleConsent';

/**
 * How much may be kept. The shop's own word wins, then the option, then a consent tool on the page. With none found,
 * nothing is kept but an answer the shopper gives.
 */
export const consentLevel = (
  option: 'granted' | 'required' | 'auto' = 'auto',
  said: ConsentState | null,
  tool: GoogleConsent | null,
): Level => {
  if (said) return said === 'granted' || Object(said).functional ? 2 : -1;
  if (option !== 'auto') return option === 'granted' ? 2 : 0;
  if (!tool) return 1;
  return isGranted(tool) ? 2 : isRefused(tool) ? -1 : 0;
};

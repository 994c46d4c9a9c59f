import type { Source } from '../opinion';

/**
 * The browser's own signal that nothing is to be sold or shared; it says nothing about what stays on the device. Extensions
 * set it late, so it is asked each time. https://www.w3.org/TR/gpc/
 */
export const watchGlobalPrivacyControl = (): Source => ({
  read: () =>
    (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true ? { marketing: 'denied' } : {},
});

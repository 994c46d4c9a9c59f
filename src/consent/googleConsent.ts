/**
 * Google Consent Mode, read from the data layer: `gtag('consent', 'default' | 'update', { <type>: 'granted' | 'denied' })`.
 * Pure: the state so far and one message give the next state.
 */
export type GoogleConsent = Readonly<Record<string, unknown>>;

export const readGoogleConsent = (state: GoogleConsent | null, message: unknown): GoogleConsent | null => {
  const m = message as Record<number, unknown>;
  if (m[0] !== 'consent' || typeof m[2] !== 'object' || !m[2]) return state;
  // A default that comes late does not undo a choice.
  return m[1] === 'default' ? { ...(m[2] as GoogleConsent), ...state } : { ...state, ...(m[2] as GoogleConsent) };
};

/**
 * May answers and evidence be kept on the device? Personalisation is what they are for; tools that do not ask about it
 * are read by what they do ask about, the nearest first. Anything but a plain "granted" is no.
 */
export const grantsFunctional = (state: GoogleConsent): boolean =>
  (state.personalization_storage ?? state.functionality_storage ?? state.analytics_storage) === 'granted';

/**
 * Google Consent Mode, read from the data layer: `gtag('consent', 'default' | 'update', { <type>: 'granted' | 'denied' })`.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export interface GoogleConsent {
  readonly defaults: Readonly<Record<string, unknown>>;
  /** What the shopper chose; wins over every default, also over one that comes late. */
  readonly choice: Readonly<Record<string, unknown>>;
}

/** Pure: the state so far and one message give the next state. */
export const readGoogleConsent = (state: GoogleConsent | null, message: object): GoogleConsent | null => {
  const { 0: command, 1: kind, 2: types } = message as { 0?: unknown; 1?: unknown; 2?: Record<string, unknown> };
  if (command !== 'consent' || !types) return state;
  const { defaults = {}, choice = {} } = state ?? {};
  if (kind === 'update') return { defaults, choice: { ...choice, ...types } };
  // Shops set defaults by region, and where the shopper is we do not know: of several the stricter one holds.
  const merged = { ...types };
  for (const type in defaults) if (merged[type] !== 'denied') merged[type] = defaults[type];
  return { defaults: merged, choice };
};

/** Personalisation is what answers and evidence are for; tools that do not ask about it are read by the next nearest. */
const TYPES = ['personalization_storage', 'functionality_storage', 'analytics_storage'];
const functional = (types: GoogleConsent['choice']) => types[TYPES.find((type) => types[type]) ?? ''];

/** May they be kept on the device? Anything but a plain "granted" is no. */
export const isGranted = ({ defaults, choice }: GoogleConsent): boolean =>
  functional({ ...defaults, ...choice }) === 'granted';

/** Did the shopper say no? A default is no answer. */
export const isRefused = ({ choice }: GoogleConsent): boolean => functional(choice) === 'denied';

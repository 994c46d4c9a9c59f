import type { Warn } from './browser/warn';
import type { OwnOutcome, Showing } from './types';

/** The shop's own popup: gets what there is to show, and the signal to take it away. */
export type OwnPopup = (showing: Showing, signal: AbortSignal) => OwnOutcome | Promise<OwnOutcome>;

const OUTCOMES = /^(accepted|dismissed|answered|expired)$/;

/**
 * A custom element of the shop's, put where the popup belongs with what there is to show in its property `showing`; it ends
 * by the event `waver-end`, whose `detail` is the outcome.
 */
const elementPopup =
  (name: string): OwnPopup =>
  (showing, signal) =>
    new Promise((resolve) => {
      const element = Object.assign(document.createElement(name), { showing });
      const end = (outcome?: OwnOutcome) => {
        element.remove();
        resolve(outcome);
      };
      element.addEventListener('waver-end', (event) => end((event as CustomEvent).detail));
      signal.addEventListener('abort', () => end());
      // A page may have a slot for each of its layouts, of which one is displayed.
      const slots = [...document.querySelectorAll(`[data-waver-slot="${showing.campaign}"]`)];
      (slots.find((slot) => slot.checkVisibility?.() ?? true) ?? document.body).append(element);
    });

/** What the option `popup` means. Says what is wrong with it; Waver then shows its own. */
export const readOwnPopup = (given: unknown, warn: Warn): OwnPopup => {
  if (typeof given === 'function') return given as OwnPopup;
  if (typeof given === 'string' && customElements.get(given)) return elementPopup(given);
  warn(`popup="${given}": expected a function or a custom element; Waver shows its own`);
  return () => false;
};

/** Only words that are outcomes are told. */
export const readOutcome = (raw: unknown, warn: Warn): Exclude<OwnOutcome, false> => {
  if (raw === undefined) return;
  if (OUTCOMES.test(`${raw}`)) return raw as Exclude<OwnOutcome, false>;
  warn(`popup ended with "${raw}": expected accepted, dismissed, answered or expired; nothing is told`);
};

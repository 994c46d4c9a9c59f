import { type Opinion, opine } from '../opinion';

/** Purposes of the IAB's Transparency and Consent Framework; 1 is storing and reading on the device. */
const ASKS = {
  // A profile for personalised content, and its use.
  functional: [1, 5, 6],
  // Performance of content.
  analytics: [1, 8],
  // A profile for personalised advertising, its use, and performance of advertising.
  marketing: [1, 3, 4, 7],
};

/** The shopper's answer by the framework's purposes. Every one that is asked for must be granted. */
export const tcfOpinion = (consents: (purpose: number) => unknown): Opinion =>
  opine(
    (purpose) => ASKS[purpose].every((id) => consents(id) === true),
    () => true,
  );

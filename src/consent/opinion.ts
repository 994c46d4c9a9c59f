import type { Listen, Stop } from '../browser/listen';

/** What consent is asked for: answers and popups kept on the device; measuring; handing on to others. */
export const PURPOSES = ['functional', 'analytics', 'marketing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `open`: there is somebody to ask the shopper, and no answer yet. */
export type Word = 'granted' | 'denied' | 'open';

/** What one source says; a purpose that is not in it is none of its business. */
export type Opinion = { readonly [purpose in Purpose]?: Word };

export interface SourceParts {
  readonly listen: Listen;
  /** What was said of consent in the data layer, in order; it grows. */
  readonly consents: readonly object[];
  /** To be called when the tool may have something else to say: a hint to read again, never a fact. Never throws. */
  readonly changed: () => void;
}

/** One consent tool, watched: it is listened to and never told anything. */
export interface Source {
  /** What it says now; undefined: it is not there. May throw where the tool is not what it should be. */
  read(): Opinion | undefined;
  readonly stop?: Stop;
}

/** By purpose, from whether the tool allows it and whether the shopper has answered. Only a plain `true` is either. */
export const opine = (allowed: (purpose: Purpose) => unknown, answered: (purpose: Purpose) => unknown): Opinion =>
  Object.fromEntries(
    PURPOSES.map((purpose) => [
      purpose,
      allowed(purpose) === true ? 'granted' : answered(purpose) === true ? 'denied' : 'open',
    ]),
  );

/** A tool that is there and has nothing to say yet, or nothing that can be understood. */
export const OPEN = /* @__PURE__ */ opine(
  () => false,
  () => false,
);

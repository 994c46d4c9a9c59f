import type { Answer, Preference } from '../src/types';
import type { Asked } from './askWords';

const DAY_MS = 86_400_000;
/** Earlier answers kept beside the present one. */
const HISTORY = 10;

/** An answer just given as it will be kept: what the page shows until it is opened again. */
export const asKept = ({ question }: Asked, answer: Answer, before: Preference | undefined): Preference => {
  const { kind, purpose, keepDays, sharedWith = [] } = question;
  const givenAt = Date.now();
  return {
    ...answer,
    purpose,
    sharedWith,
    givenAt,
    // A day that is over where the shopper is, is no answer any more.
    expiresAt: Math.min(
      givenAt + keepDays * DAY_MS,
      kind === 'date' ? Date.parse(`${answer.value}T24:00`) : Number.POSITIVE_INFINITY,
    ),
    consent: before?.consent ?? 'answer',
    shared: before?.shared,
    history: before ? [...before.history, { value: before.value, givenAt: before.givenAt }].slice(-HISTORY) : [],
  };
};

import type { WaverRecord } from '../types';

/**
 * Features that carry an answer: named after their questions, or as `budget-share`, from which and the cart the budget
 * follows.
 */
const ANSWER = /^(priority|hesitation|horizon|budget)/;

/**
 * The record without what was answered: neither as evidence nor as a reason. `isNamed`: did this question name the
 * receiver to the shopper? Absent: none did.
 */
export const withoutAnswers = <R extends WaverRecord>(record: R, isNamed?: (question: string) => boolean): R => {
  const mayGo = (feature: string) => {
    const found = ANSWER.exec(feature);
    return !found || isNamed?.(found[0]);
  };
  // Wherever it stands: under its own name, or in a list of reasons.
  return JSON.parse(
    JSON.stringify(record, (name, value) =>
      mayGo(name) ? (value?.filter?.(({ feature }: { feature: string }) => mayGo(feature)) ?? value) : undefined,
    ),
  );
};

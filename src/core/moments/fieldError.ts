import { own } from '../own';
import type { Detector } from './detector';

/**
 * The same field refused again: the form does not say what it wants. Two attempts (judgement); a
 * first refusal is how forms talk. Counted per page, so that a server which renders the form anew goes on counting.
 */
export const FIELD_ERRORS = 2;

interface State {
  readonly path: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const fieldError: Detector<State> = (state, signal, visit, { fieldErrors }) => {
  if (signal.type !== 'field-invalid') return { state };
  const counts = state?.path === visit.path ? state.counts : {};
  const { key } = signal.field;
  const count = (own(counts, key) ?? 0) + 1;
  const next = { path: visit.path, counts: { ...counts, [key]: count } };
  if (count < fieldErrors) return { state: next };
  return {
    state: next,
    moment: { kind: 'field-error', field: key, count, strength: Math.min(1, count / (2 * fieldErrors)) },
  };
};

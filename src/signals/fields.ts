import type { Guard } from '../browser/guard';
import type { Listen } from '../browser/listen';
import type { FieldFailure, Refusal } from '../types';

type Control = HTMLInputElement;

/** One press of "send" makes the browser report each field on its own; together they are one attempt. */
const ATTEMPT_MS = 50;
/** Shops' own checks answer after a moment. */
const ANSWER_MS = 300;
/** Who has not typed for this long has paused. */
const TYPING_MS = 1500;
const CONTROL = 'input,select,textarea';
/** Secrets and cards are left alone altogether, as is what the shop marks. */
const PRIVATE = '[data-waver-ignore],[type=password],[autocomplete*=cc-],[autocomplete=one-time-code]';

/** The first flag set, by the names that `ValidityState` itself has. */
const failure = ({ validity }: Control): FieldFailure => {
  for (const flag in validity)
    if (flag !== 'valid' && flag !== 'customError' && validity[flag as keyof ValidityState])
      return flag as FieldFailure;
  return 'custom';
};

/**
 * Watches which fields are refused: by the browser (`invalid`), by the shop's own checks (`aria-invalid` after a submit
 * or a change) and by the server (`aria-invalid` in a fresh page). Each field counts once an attempt. Values are not read.
 */
export const watchFields = (guard: Guard, listen: Listen, refused: (field: Refusal) => void) => {
  const known = new Map<string, Element>();
  const attempt = new Map<string, Control>();
  let typedAt = Number.NEGATIVE_INFINITY;
  let composing = false;

  const add = (control: Control) => {
    if (!attempt.size)
      setTimeout(
        guard(() => {
          for (const [key, one] of attempt) {
            if (!key || one.closest(PRIVATE)) continue;
            known.set(key, one);
            refused({ key, fails: failure(one) });
          }
          attempt.clear();
        }),
        ATTEMPT_MS,
      );
    attempt.set(control.name || control.id, control);
  };
  /** Fields marked as wrong in here. */
  const look = (within: ParentNode = document) => {
    for (const control of within.querySelectorAll<Control>('[aria-invalid=true]'))
      if (control.matches(CONTROL)) add(control);
  };
  const stops = [
    listen(document, 'invalid', ({ target }) => add(target as Control)),
    listen(document, 'submit change', ({ target }) => {
      const { parentNode } = target as Element;
      setTimeout(
        guard(() => parentNode && look(parentNode)),
        ANSWER_MS,
      );
    }),
    listen(document, 'input keydown compositionstart compositionend', ({ type, target }) => {
      if (/^c/.test(type)) composing = type === 'compositionstart';
      else if ((target as HTMLElement).isContentEditable || (target as Element).matches?.(CONTROL))
        typedAt = performance.now();
    }),
  ];
  return {
    /** The control behind a key, for the popup to stand beside. */
    find: (key: string) => known.get(key),
    isTyping: () => composing || performance.now() - typedAt < TYPING_MS,
    look,
    stop() {
      for (const stop of stops) stop();
    },
  };
};

export type Fields = ReturnType<typeof watchFields>;

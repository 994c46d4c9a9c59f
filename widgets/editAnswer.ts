import type { Preference, PreferencesDoor } from '../src/types';
import { asKept } from './asKept';
import { ask } from './ask';
import type { Control } from './askControl';
import type { Asked } from './askWords';
import type { Words } from './copy/loadWords';

/** A question of the preference centre while it is being answered. */
export interface Editing {
  about(): Asked;
  readonly control: Control;
  submit(): void;
}

interface Given {
  words(): Words;
  readonly door: PreferencesDoor;
  redraw(): void;
  /** It was answered, and this is what is kept now. */
  done(now: Preference): void;
}

/** Asks anew, beginning with the present answer. */
export const editAnswer = (about: () => Asked, before: Preference | undefined, given: Given): Editing => {
  const { words, door, redraw, done } = given;
  const { key } = about().question;
  const submit = () => {
    const value = control.read();
    if (value === undefined) return;
    const { copy, locale } = words();
    const { comma } = { ...ask.enAsk, ...copy };
    const answer = ask.toAnswer(about(), value, locale, comma);
    door.ask.answer(answer);
    done(asKept(about(), answer, before));
  };
  const control = ask.askControl({
    about,
    words,
    check: door.ask.check,
    known: before?.value,
    title: `told-${key}`,
    redraw,
    submit,
  });
  return { about, control, submit };
};

import type { AnswerValue } from '../src/types';
import { askControl } from './askControl';
import { askNote } from './askNote';
import { type Asked, askWords } from './askWords';
import { enAsk } from './copy/enAsk';
import { say } from './fill';
import { own } from './own';
import { pictureOf } from './pictureOf';
import type { Face, Scene } from './scene';
import { toAnswer } from './toAnswer';

/** One question, and those that follow from its answer. What the shopper reads is what is kept as question and answer. */
export const question = (scene: Scene, first: string): (() => Face) => {
  const { words, door, redraw } = scene;
  const { ask } = door;
  const copy = { ...enAsk, ...words.copy };
  const asked: string[] = [];

  const answer = (about: Asked, value: AnswerValue) => {
    scene.answered();
    ask.answer(toAnswer(about, value, words.locale, copy.comma));
    const next = ask.next(about.question.key, value);
    const following = next === undefined ? undefined : begin(next);
    if (!following) scene.end('answered', 'stays');
    face = following ?? (() => ({ title: copy.thanks, body: askNote(about, words), dismiss: copy.close }));
    redraw();
  };

  const begin = (key: string): (() => Face) | undefined => {
    const about = askWords(own(ask.questions, key), words, door.locales);
    // Going round in circles is no way to ask.
    if (!about || asked.includes(key)) return;
    const step = asked.push(key);
    const { question, benefit, label, locale } = about;
    const { kind, options = [] } = question;
    const text = (said: string) => (
      <span dir="auto" lang={locale}>
        {said}
      </span>
    );
    const asking = {
      title: (
        <>
          {step > 1 && <small>{say(copy.step, { n: step })} </small>}
          {text(about.title)}
        </>
      ),
      dismiss: copy.later,
    };
    const promised = benefit && <p>{text(benefit)}</p>;
    const note = askNote(about, words);
    if (kind === 'one') {
      const body = [promised, note];
      const actions = options.map(({ value, picture }) => ({
        key: `${key} ${value}`,
        label: [pictureOf(picture), text(label(value))],
        run: () => answer(about, value),
      }));
      return () => ({ ...asking, body, actions });
    }
    const submit = () => {
      const value = control.read();
      if (value !== undefined) answer(about, value);
    };
    const known = own(ask.known, key);
    const control = askControl({ about, words, check: ask.check, known, title: 'title', redraw, submit });
    return () => ({
      ...asking,
      body: promised,
      form: (
        <div class="body">
          {control.draw()}
          {note}
        </div>
      ),
      actions: [{ key, label: copy.save, run: submit }],
    });
  };

  let face = begin(first);
  if (!face) throw new Error(`no words for the question "${first}"`);
  return () => (face as () => Face)();
};

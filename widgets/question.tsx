import type { AnswerValue } from '../src/types';
import { askControl } from './askControl';
import { askNote } from './askNote';
import { askStyle } from './askStyle';
import { type Asked, askWords } from './askWords';
import { enAsk } from './copy/enAsk';
import { figure } from './figure';
import { say } from './fill';
import { own } from './own';
import { pictureOf } from './pictureOf';
import type { Face, Scene } from './scene';
import { style } from './style';
import { toAnswer } from './toAnswer';

/** One question, and those that follow from its answer. What the shopper reads is what is kept as question and answer. */
export const question = (scene: Scene, first: string): (() => Face) => {
  const { door, redraw } = scene;
  const { ask } = door;
  const copyNow = () => ({ ...enAsk, ...scene.words.copy });
  const asked: string[] = [];

  const answer = (about: Asked, value: AnswerValue) => {
    scene.answered();
    ask.answer(toAnswer(about, value, scene.words.locale, copyNow().comma));
    const next = ask.next(about.question.key, value);
    const following = next === undefined ? undefined : begin(next);
    if (!following) scene.end('answered', 'stays');
    const thank = (): Face => {
      const { thanks, close } = copyNow();
      return { title: thanks, body: askNote(about, scene.words), dismiss: close };
    };
    face = following ?? thank;
    redraw();
  };

  const begin = (key: string): (() => Face) | undefined => {
    const find = () => askWords(own(ask.questions, key), scene.words, scene.locales);
    const found = find();
    // Going round in circles is no way to ask.
    if (!found || asked.includes(key)) return;
    const step = asked.push(key);
    /** In the language of just now. */
    const about = () => find() ?? found;
    const submit = () => {
      const value = control?.read();
      if (value !== undefined) answer(about(), value);
    };
    const known = own(ask.known, key);
    const { kind, options = [] } = found.question;
    const control =
      kind === 'one'
        ? undefined
        : askControl({ about, words: () => scene.words, check: ask.check, known, title: 'title', redraw, submit });
    return () => {
      const now = about();
      const { benefit, label, locale } = now;
      const copy = copyNow();
      const text = (said: string) => (
        <span dir="auto" lang={locale}>
          {said}
        </span>
      );
      const promised = benefit && <p>{text(benefit)}</p>;
      const note = askNote(now, scene.words);
      const asking = {
        title: (
          <>
            {step > 1 && <small>{say(copy.step, { n: figure(scene.words.locale, step) })} </small>}
            {text(now.title)}
          </>
        ),
        dismiss: copy.later,
      };
      if (!control) {
        const actions = options.map(({ value, picture }) => ({
          key: `${key} ${value}`,
          label: [pictureOf(picture), text(label(value))],
          run: () => answer(now, value),
        }));
        return { ...asking, body: [promised, note], actions, tall: options.some(({ picture }) => picture) };
      }
      return {
        ...asking,
        body: promised,
        form: (
          <div class="body">
            {control.draw()}
            {note}
          </div>
        ),
        actions: [{ key, label: copy.save, run: submit }],
      };
    };
  };

  let face = begin(first);
  if (!face) throw new Error(`no words for the question "${first}"`);
  if (scene.host.shadowRoot) style(scene.host.shadowRoot, door.nonce, askStyle);
  return () => (face as () => Face)();
};

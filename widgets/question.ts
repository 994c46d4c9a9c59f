import { say } from './fill';
import { span } from './format';
import { own } from './own';
import type { Face, Scene } from './scene';

/** What may be answered, by question. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  priority: ['price', 'delivery', 'fit', 'returns', 'effort'],
};

/** How long `src/answers.ts` keeps an answer. */
const KEEP_MS = 180 * 86_400_000;

/** One question, one tap. What the shopper reads is what is kept as question and answer. */
export const question = (scene: Scene, key: string): (() => Face) => {
  const { copy, locale } = scene.words;
  const title = own(copy.asks, key);
  const options = own(OPTIONS, key);
  if (!title || !options) throw new Error(`no such question: ${key}`);
  let answered = false;
  const answer = (value: string, wording: string) => {
    answered = true;
    scene.settle();
    scene.door.answer({ value, question: title, wording, locale });
    scene.redraw();
  };
  const asking: Face = {
    title,
    body: say(copy.askNote, { n: span(scene.words, KEEP_MS) }),
    actions: options.map((value) => {
      const label = own(copy.options, value) ?? value;
      return { label, run: () => answer(value, label) };
    }),
    dismiss: copy.later,
  };
  const thanks: Face = { ...asking, title: copy.thanks, actions: [], dismiss: copy.close };
  return () => (answered ? thanks : asking);
};

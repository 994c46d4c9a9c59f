import type { VNode } from 'preact';
import type { AnswerFlaw, AnswerValue, CheckAnswer } from '../src/types';
import type { Asked } from './askWords';
import { enAsk } from './copy/enAsk';
import type { Words } from './copy/loadWords';
import { fill } from './fill';
import { own } from './own';
import { Picks } from './Picks';
import { sayAnswer } from './sayAnswer';
import { Typed } from './Typed';

interface Given {
  /** In the language of just now, as the words are. */
  about(): Asked;
  words(): Words;
  readonly check: CheckAnswer;
  /** What was answered before. */
  readonly known?: AnswerValue;
  /** The id of the question's text, which is the label. */
  readonly title: string;
  redraw(): void;
  submit(): void;
}

export interface Control {
  draw(): VNode;
  /** The value as it is kept; or says beside the field why it is none, and takes the focus there. */
  read(): AnswerValue | undefined;
  focus(): void;
}

/** A longer scale is a number to type. */
const MOST_STEPS = 11;

/** What a question is answered with. What was entered stays in its fields, and nowhere else, until it is read. */
export const askControl = ({ about, words, check, known, title, redraw, submit }: Given): Control => {
  const { question } = about();
  const { key, kind, min = 1, max = 0, options = [] } = question;
  const steps = kind === 'scale' && max - min < MOST_STEPS ? Math.max(0, max - min + 1) : 0;
  const picks = steps
    ? Array.from({ length: steps }, (_, at) => ({ value: `${min + at}` }))
    : /^(one|several)$/.test(kind)
      ? options
      : [];
  const chosen = [known ?? []].flat().map(String);
  // Without groups: in some languages `1.234` is what others write as 1234.
  const plain = { useGrouping: false, maximumFractionDigits: 20 };
  const typed = typeof known === 'number' ? known.toLocaleString(words().locale, plain) : chosen[0];
  let form: HTMLFormElement | null = null;
  let flaw: AnswerFlaw | undefined;

  const inputs = () => [...(form?.querySelectorAll('input') ?? [])];
  const focus = () => (inputs().find((input) => input.checked) ?? inputs()[0])?.focus();
  const raw = () => {
    const [first] = inputs();
    if (!picks.length) return first?.value;
    const ticked = inputs().flatMap(({ checked, value }) => (checked ? [value] : []));
    return kind === 'several' ? ticked : ticked[0];
  };
  const mend = () => {
    if (!flaw) return;
    flaw = undefined;
    redraw();
  };
  const say = (wrong: AnswerFlaw) => {
    const { copy: said, locale } = words();
    const copy = { ...enAsk, ...said };
    const template = wrong === 'empty' && picks.length ? copy.flaws.none : own<string>(copy.flaws, wrong);
    const bound = (value = 0) => sayAnswer(kind === 'number' ? about() : undefined, value, locale, '');
    return fill(template ?? copy.flaws['unknown-option'], { min: bound(question.min), max: bound(question.max) });
  };

  return {
    focus,
    read() {
      const isHalfADate = inputs()[0]?.validity?.badInput;
      const answer = isHalfADate ? { wrong: 'not-a-date' as const } : check(key, raw() ?? '');
      if ('value' in answer) return answer.value;
      flaw = answer.wrong;
      redraw();
      focus();
      // On a phone it may stand above the edge of the sheet.
      form?.querySelector('.flaw')?.scrollIntoView?.({ block: 'nearest' });
      return undefined;
    },
    draw() {
      const { locale } = words();
      const props = { about: about(), title, mend, flaw: flaw && 'flaw' };
      return (
        <form
          key={key}
          part="form"
          class="form"
          noValidate
          lang={about().locale}
          ref={(element) => {
            form = element;
          }}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          // What is typed here is nothing to the page's own keys.
          onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
        >
          <p id="flaw" role="status" part="flaw" class="flaw" lang={locale}>
            {flaw && say(flaw)}
          </p>
          {picks.length ? (
            <Picks {...props} picks={picks} chosen={chosen} />
          ) : (
            <Typed {...props} question={question} locale={locale} value={typed} />
          )}
          {/* What Enter presses, in whichever field; the button to see stands outside. */}
          <button type="submit" hidden />
        </form>
      );
    },
  };
};

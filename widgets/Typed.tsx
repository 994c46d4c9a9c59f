import type { VNode } from 'preact';
import type { Question } from '../src/types';
import { unitOf } from './unitOf';

interface Props {
  readonly question: Question;
  readonly locale: string;
  readonly value: string | undefined;
  /** The id of the question's text, which is the label. */
  readonly title: string;
  /** The id of what is wrong. */
  readonly flaw: string | undefined;
  mend(): void;
}

/** The shopper's own date. Days that have passed are refused, so the calendar need not offer them. */
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** One field for a number, a date or a size. Numbers are text to the browser: people write them in their own way. */
export const Typed = ({ question, locale, value, title, flaw, mend }: Props): VNode => {
  const { kind } = question;
  const unit = kind === 'number' ? unitOf(locale, question.unit) : undefined;
  const type =
    kind === 'date'
      ? { type: 'date' as const, min: today() }
      : { type: 'text' as const, inputMode: kind === 'size' ? undefined : ('decimal' as const) };
  return (
    <div class="field">
      <input
        {...type}
        autocomplete="off"
        defaultValue={value}
        aria-labelledby={title}
        aria-invalid={!!flaw || undefined}
        aria-describedby={[flaw, unit && 'unit'].filter(Boolean).join(' ') || undefined}
        onInput={mend}
      />
      {unit && <span id="unit">{unit}</span>}
    </div>
  );
};

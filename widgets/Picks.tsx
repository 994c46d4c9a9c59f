import type { VNode } from 'preact';
import type { Asked } from './askWords';
import { pictureOf } from './pictureOf';
import { scaleEnd } from './sayAnswer';

interface Props {
  readonly about: Asked;
  /** What there is to choose. */
  readonly picks: readonly { readonly value: string; readonly picture?: string }[];
  readonly chosen: readonly string[];
  /** The id of the question's text, which is the label. */
  readonly title: string;
  /** The id of what is wrong. */
  readonly flaw: string | undefined;
  mend(): void;
}

/** Radio buttons or boxes to tick; of a scale with what its ends mean. */
export const Picks = ({ about, picks, chosen, title, flaw, mend }: Props): VNode => {
  const { question, least, most, label } = about;
  const { kind, min, max } = question;
  const several = kind === 'several';
  const scale = kind === 'scale';
  const end = (value: string) =>
    scale && ((least && value === `${min}` && 'least') || (most && value === `${max}` && 'most'));
  const group = {
    role: several ? ('group' as const) : ('radiogroup' as const),
    'aria-labelledby': title,
    'aria-describedby': flaw,
    // A group of boxes is never invalid itself, and a radio button never by itself.
    'aria-invalid': (!several && !!flaw) || undefined,
  };
  return (
    <>
      <div class={scale ? 'picks scale' : 'picks'} {...group}>
        {picks.map(({ value, picture }) => (
          <label key={value} class="pick" dir="auto">
            <input
              type={several ? 'checkbox' : 'radio'}
              name="answer"
              value={value}
              defaultChecked={chosen.includes(value)}
              aria-invalid={(several && !!flaw) || undefined}
              aria-describedby={[flaw, end(value)].filter(Boolean).join(' ') || undefined}
              onChange={mend}
            />
            {pictureOf(picture)}
            <span>{scale ? value : label(value)}</span>
          </label>
        ))}
      </div>
      {scale && (least || most) && (
        <p class="small ends">
          <span id="least" dir="auto">
            {scaleEnd(min, least)}
          </span>
          <span id="most" dir="auto">
            {scaleEnd(max, most)}
          </span>
        </p>
      )}
    </>
  );
};

import type { ComponentChild, VNode } from 'preact';
import type { Preference } from '../src/types';
import type { Asked } from './askWords';
import type { enAsk } from './copy/enAsk';
import type { enPreferences } from './copy/enPreferences';
import { fill, say } from './fill';
import { day } from './format';
import { purposeOf } from './purposeOf';
import { sayAnswer } from './sayAnswer';

interface Props {
  readonly one: Preference;
  /** The question as it is asked today; absent: it is not asked any more. */
  readonly about: Asked | undefined;
  readonly copy: typeof enAsk & typeof enPreferences;
  readonly locale: string;
  /** What can be done with it. */
  readonly children: ComponentChild;
}

/** One answer with all that is known of it. */
export const Told = ({ one, about, copy, locale, children }: Props): VNode => {
  const { key, question, wording, benefit, purpose, givenAt, expiresAt, sharedWith, shared = [], history } = one;
  const earlier = history.map((before) =>
    say(copy.prefsEarlierOne, {
      wording: sayAnswer(about, before.value, locale, copy.comma),
      given: day(locale, before.givenAt),
    }),
  );
  const told = shared.map(({ with: who, at }) => say(copy.prefsSharedOne, { who, when: day(locale, at) }));
  const gap = copy.purpose.endsWith('。') ? '' : ' ';
  return (
    <div class="item">
      <div class="told">
        <p id={`told-${key}`} dir="auto" lang={one.locale}>
          {question}
        </p>
        <p dir="auto" lang={one.locale}>
          <b>{wording}</b>
        </p>
        <p class="small">{fill(copy.prefsGiven, { given: day(locale, givenAt), until: day(locale, expiresAt) })}</p>
        {benefit && <p class="small">{fill(copy.prefsBenefit, { benefit: <bdi lang={one.locale}>{benefit}</bdi> })}</p>}
        <p class="small">
          {fill(copy.purpose, { purpose: <bdi>{purposeOf(copy, purpose)}</bdi> })}
          {gap}
          {sharedWith.length > 0 && [...fill(copy.shared, { who: <bdi>{sharedWith.join(copy.comma)}</bdi> }), gap]}
          {fill(copy.prefsShared, { who: <bdi>{told.join(copy.comma) || copy.nobody}</bdi> })}
        </p>
        {earlier.length > 0 && (
          <p class="small">{fill(copy.prefsEarlier, { list: <bdi>{earlier.join(copy.comma)}</bdi> })}</p>
        )}
      </div>
      {children}
    </div>
  );
};

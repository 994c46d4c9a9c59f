import type { VNode } from 'preact';
import type { Asked } from './askWords';
import { enAsk } from './copy/enAsk';
import type { Words } from './copy/loadWords';
import { fill, say } from './fill';
import { span } from './format';
import { purposeOf } from './purposeOf';

const DAY_MS = 86_400_000;

/** What an answer is for, how long it is kept, where, and who else may get it: before it is given. */
export const askNote = ({ question }: Asked, words: Words): VNode => {
  const copy = { ...enAsk, ...words.copy };
  const { purpose, keepDays, sharedWith = [] } = question;
  const shared = sharedWith.join(copy.comma);
  // A full stop of China's or Japan's is as wide as a letter.
  const gap = copy.purpose.endsWith('。') ? '' : ' ';
  return (
    <p class="small">
      {fill(copy.purpose, { purpose: <bdi>{purposeOf(copy, purpose)}</bdi> })}
      {gap}
      {say(shared ? copy.keptShared : copy.kept, { n: span(words, keepDays * DAY_MS) })}
      {shared && [gap, ...fill(copy.shared, { who: <bdi>{shared}</bdi> })]}
    </p>
  );
};

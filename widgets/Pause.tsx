import type { VNode } from 'preact';
import { action } from './action';
import type { enPreferences } from './copy/enPreferences';
import type { Words } from './copy/loadWords';
import { fill } from './fill';
import { deadline } from './format';

const DAY_MS = 86_400_000;

interface Props {
  readonly copy: typeof enPreferences;
  readonly words: Words;
  /** 0: popups are not silenced. */
  readonly until: number;
  pause(until: number): void;
}

/** Silence for a while, as long as the shopper says, and its end. */
export const Pause = ({ copy, words, until, pause }: Props): VNode => {
  const now = Date.now();
  const spans = [
    [1, copy.pauseDay],
    [7, copy.pauseWeek],
    [30, copy.pauseMonth],
  ] as const;
  return (
    <section aria-labelledby="pause">
      <h3 id="pause" tabIndex={-1}>
        {copy.pause}
      </h3>
      <p role="status">{until > now && fill(copy.paused, { time: deadline(words, until, now) })}</p>
      <div class="row">
        {spans.map(([days, label]) => action(label, () => pause(now + days * DAY_MS), { key: days }))}
        {until > now && action(copy.resume, () => pause(0))}
      </div>
    </section>
  );
};

import type { ComponentChild, VNode } from 'preact';
import type { Words } from './copy/loadWords';
import { directionOf } from './directionOf';
import { fill } from './fill';

interface Props {
  readonly title: ComponentChild;
  readonly words: Words;
  open(): void;
}

/** What is left of a popup that was made smaller: its title, which brings it back. The rest of the name is for the ear. */
export const Teaser = ({ title, words, open }: Props): VNode => (
  <button
    id="teaser"
    type="button"
    part="teaser"
    class="teaser"
    lang={words.locale}
    dir={directionOf(words.locale)}
    onClick={open}
  >
    {fill(words.copy.larger, { title: <bdi>{title}</bdi> }).map((piece) =>
      typeof piece === 'string' ? <span class="sr">{piece}</span> : piece,
    )}
  </button>
);

import type { VNode } from 'preact';
import type { Reason } from '../src/types';
import type { Words } from './copy/loadWords';
import { reasons } from './reasons';

interface Props {
  readonly because: readonly Reason[];
  readonly words: Words;
  readonly open: boolean;
  toggle(): void;
}

/** "Why am I seeing this?", answered from the score's own reasons. */
export const Why = ({ because, words, open, toggle }: Props): VNode => (
  <>
    <button type="button" part="why" class="why" aria-expanded={open} aria-controls="because" onClick={toggle}>
      {words.copy.why}
    </button>
    <div id="because" class="because" hidden={!open}>
      {open && (
        <>
          <ul>
            {reasons(because, words).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{words.copy.whyHere}</p>
        </>
      )}
    </div>
  </>
);

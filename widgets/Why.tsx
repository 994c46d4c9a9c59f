import type { VNode } from 'preact';
import type { Words } from './copy/loadWords';

interface Props {
  /** In words; empty while it is closed. */
  readonly lines: readonly string[];
  readonly words: Words;
  toggle(): void;
}

/** "Why am I seeing this?", answered from the score's own reasons. */
export const Why = ({ lines, words: { copy }, toggle }: Props): VNode => {
  const open = lines.length > 0;
  return (
    <>
      <button type="button" part="why" class="why" aria-expanded={open} aria-controls="because" onClick={toggle}>
        {copy.why}
      </button>
      <div id="because" class="because" hidden={!open}>
        {open && (
          <>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{copy.whyHere}</p>
          </>
        )}
      </div>
    </>
  );
};

import type { ComponentChild, VNode } from 'preact';
import type { Action, Face } from './scene';

interface Props {
  readonly face: Face;
  readonly locale: string;
  dismiss(): void;
  readonly children: ComponentChild;
}

/** The frame all popups share: a title, what it says, what can be done, a way out, and why. */
export const Card = ({ face, locale, dismiss, children }: Props): VNode => {
  const { title, body, actions = [] } = face;
  const many = actions.length > 1;
  // Busy, not disabled: a disabled button would lose the focus.
  const buttons = actions.map(({ label, busy, run }: Action, index) => (
    <button
      key={index}
      type="button"
      part="action"
      class={many ? '' : 'main'}
      aria-disabled={busy || undefined}
      onClick={() => busy || run()}
    >
      {label}
    </button>
  ));
  return (
    <div
      part="dialog"
      class="card"
      role="dialog"
      aria-labelledby="title"
      aria-describedby="body"
      tabIndex={-1}
      lang={locale}
      dir="auto"
    >
      <h2 id="title" part="title">
        {title}
      </h2>
      <div id="body" part="body" class="body">
        {body}
      </div>
      {/* A way out as easy as the way in: beside it, of the same size, and kept in sight when the text is long. */}
      <div class={many ? 'row' : 'row foot'}>
        {buttons}
        <button type="button" part="dismiss" onClick={dismiss}>
          {face.dismiss}
        </button>
      </div>
      {children}
    </div>
  );
};

import type { ComponentChild, VNode } from 'preact';
import type { Action, Face } from './scene';

interface Props {
  readonly face: Face;
  readonly locale: string;
  dismiss(): void;
  readonly children: ComponentChild;
}

/** With more answers than these, the way out is below the edge of a phone's sheet, unless it is kept in sight. */
const MOST_BESIDE = 4;

/** The frame all popups share: a title, what it says, what can be done, a way out, and why. */
export const Card = ({ face, locale, dismiss, children }: Props): VNode => {
  const { title, body, form, actions = [] } = face;
  const many = actions.length > 1;
  const long = actions.length > MOST_BESIDE;
  // Busy, not disabled: a disabled button would lose the focus.
  const buttons = actions.map(({ key, label, link, busy, run }: Action, index) => {
    const Tag = (link ? 'a' : 'button') as 'a';
    return (
      <Tag
        key={key ?? index}
        type={link ? undefined : 'button'}
        href={link}
        part="action"
        class={`${many ? '' : 'main'}${link ? ' go' : ''}`}
        aria-disabled={busy || undefined}
        onClick={() => busy || run()}
      >
        {label}
      </Tag>
    );
  });
  return (
    <div
      part="dialog"
      class={long || face.tall ? 'card tall' : 'card'}
      role="dialog"
      aria-labelledby="title"
      aria-describedby="body"
      tabIndex={-1}
      lang={locale}
      dir="auto"
    >
      <h2 id="title" part="title" tabIndex={-1}>
        {title}
      </h2>
      <div id="body" part="body" class="body">
        {body}
      </div>
      {form}
      {/* A way out as easy as the way in: beside it, of the same size, and kept in sight when the text is long. */}
      {long && <div class="row">{buttons}</div>}
      <div class={many && !long ? 'row' : 'row foot'}>
        {!long && buttons}
        <button type="button" part="dismiss" onClick={dismiss}>
          {face.dismiss}
        </button>
      </div>
      {children}
    </div>
  );
};

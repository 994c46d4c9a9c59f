import type { ComponentChild, VNode } from 'preact';
import { directionOf } from './directionOf';
import type { Action, Face } from './scene';

interface Props {
  readonly face: Face;
  readonly locale: string;
  readonly isModal: boolean;
  /** There is a teaser in its place; what was typed and chosen stays in here. */
  readonly isSmall: boolean;
  /** Makes it smaller, where that can be done. */
  readonly smaller: false | readonly [label: string, run: () => void];
  dismiss(): void;
  readonly children: ComponentChild;
}

/** With more answers than these, the way out is below the edge of a phone's sheet, unless it is kept in sight. */
const MOST_BESIDE = 4;

/** It may stand higher on a phone. */
export const isTall = ({ tall, form, actions = [] }: Face): boolean => !!tall || !!form || actions.length > MOST_BESIDE;

/** The dark around a dialog belongs to it. */
const isBeside = ({ target, currentTarget, clientX, clientY }: MouseEvent): boolean => {
  const { left, top, right, bottom } = (currentTarget as Element).getBoundingClientRect();
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom);
};

/** The frame all popups share: a title, what it says, what can be done, a way out, and why. */
export const Card = ({ face, locale, isModal, isSmall, smaller, dismiss, children }: Props): VNode => {
  const { title, body, form, actions = [] } = face;
  const many = actions.length > 1;
  const long = many && isTall(face);
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
  const Frame = (isModal ? 'dialog' : 'div') as 'div';
  // Pressed there and let go there: who selects a text and slips over the edge does not mean to leave.
  let isPressed = false;
  const modal = {
    onClose: dismiss,
    onPointerDown: (event: MouseEvent) => {
      isPressed = isBeside(event);
    },
    onClick: (event: MouseEvent) => isPressed && isBeside(event) && dismiss(),
  };
  return (
    <Frame
      part="dialog"
      class={smaller ? 'card pad' : 'card'}
      role={isModal ? undefined : 'dialog'}
      hidden={isSmall}
      aria-labelledby="title"
      aria-describedby="body"
      tabIndex={-1}
      lang={locale}
      dir={directionOf(locale)}
      {...(isModal && modal)}
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
      {smaller && (
        <button
          type="button"
          part="smaller"
          class="smaller"
          aria-label={smaller[0]}
          title={smaller[0]}
          onClick={smaller[1]}
        />
      )}
    </Frame>
  );
};

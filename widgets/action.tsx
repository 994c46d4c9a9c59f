import type { ComponentProps, VNode } from 'preact';

/** A button of the preference centre. */
export const action = (label: string, run: () => void, more: ComponentProps<'button'> = {}): VNode => (
  <button type="button" part="action" onClick={run} {...more}>
    {label}
  </button>
);

/** Where help with a field may stand, in viewport coordinates. Pure: all it needs was measured before. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Room {
  /** The field with its labels. */
  readonly field: Box;
  readonly card: { readonly width: number; readonly height: number };
  /** What is seen of the page: less than the window while a soft keyboard is up. */
  readonly view: { readonly width: number; readonly height: number };
  readonly rtl: boolean;
  readonly keyboard: boolean;
}

export type Place =
  | { readonly at: 'beside'; readonly x: number; readonly y: number }
  /** The bottom sheet or the top edge, no higher than `room`. */
  | { readonly at: 'sheet' | 'top'; readonly room: number };

/** Between card and field. */
const GAP = 12;
/** Between card and the edge of the view. */
const EDGE = 8;

/**
 * Beside the field (inline end, then start), above, below: the first that fits and leaves the field free. Else the edge
 * with the more room, so that the field is never covered. Beside it the card grows upwards, since right below the field
 * the browser shows its own bubble for some seconds.
 */
export const place = ({ field, card, view, rtl, keyboard }: Room): Place => {
  const clamp = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE));
  const x = clamp(rtl ? field.right - card.width : field.left, view.width - card.width);
  const y = clamp(field.bottom - card.height, view.height - card.height);
  const after = { x: field.right + GAP, y };
  const before = { x: field.left - GAP - card.width, y };
  const sides = rtl ? [before, after] : [after, before];
  // A field out of sight is no place to stand: the card would be out of sight with it.
  const seen = field.bottom > 0 && field.top < view.height;
  const fits = [...sides, { x, y: field.top - GAP - card.height }, { x, y: field.bottom + GAP }].find(
    (spot) =>
      seen &&
      spot.x >= EDGE &&
      spot.y >= EDGE &&
      spot.x + card.width <= view.width - EDGE &&
      spot.y + card.height <= view.height - EDGE,
  );
  if (fits) return { at: 'beside', ...fits };
  const below = view.height - Math.max(field.bottom, 0) - EDGE;
  const above = Math.min(field.top, view.height) - EDGE;
  if (!seen) return { at: 'sheet', room: view.height };
  // The sheet sits at the bottom of the window, where a soft keyboard would hide it.
  return !keyboard && (below >= card.height || below >= above)
    ? { at: 'sheet', room: below }
    : { at: 'top', room: above };
};

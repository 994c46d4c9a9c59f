import { expect, test } from 'vitest';
import { type Box, type Place, place, type Room } from '../../../widgets/place';

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const card = { width: 320, height: 240 };
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const room = (field: Box, more: Partial<Room> = {}): Room => ({
  field,
  card,
  view: desk,
  rtl: false,
  keyboard: false,
  ...more,
});

const area = (at: Place, { view }: Room): Box =>
  at.at === 'beside'
    ? box(at.x, at.y, card.width, card.height)
    : at.at === 'top'
      ? box(0, 0, view.width, Math.min(card.height, at.room))
      : box(0, view.height - Math.min(card.height, at.room), view.width, Math.min(card.height, at.room));

test.each<[string, Room, Partial<Place>]>([
  ['after it, clear of the bubble below', room(box(100, 300, 400, 44)), { at: 'beside', x: 512, y: 104 }],
  ['after it, pushed down to fit', room(box(100, 20, 400, 44)), { at: 'beside', x: 512, y: 8 }],
  ['before it, where there is no room after', room(box(800, 300, 400, 44)), { at: 'beside', x: 468, y: 104 }],
  ['before it, right to left', room(box(500, 300, 300, 44), { rtl: true }), { at: 'beside', x: 168, y: 104 }],
  ['above it, on a phone', room(box(20, 300, 320, 44), { view: phone }), { at: 'beside', x: 20, y: 48 }],
  ['below it, at the top of the view', room(box(20, 100, 320, 44), { view: phone }), { at: 'beside', x: 20, y: 156 }],
  ['the sheet, below a tall field', room(box(20, 40, 320, 448), { view: phone }), { at: 'sheet' }],
  ['the top edge, when the sheet would cover it', room(box(20, 256, 320, 440), { view: phone }), { at: 'top' }],
  [
    'the top edge over a soft keyboard',
    room(box(20, 120, 320, 44), { view: { width: 360, height: 300 }, keyboard: true }),
    { at: 'top', room: 112 },
  ],
  ['the sheet, when the field is out of sight', room(box(20, 2000, 320, 44)), { at: 'sheet' }],
])('%s', (_, where, expected) => {
  expect(place(where)).toMatchObject(expected);
});

test('never covers the field, wherever it is', () => {
  for (const view of [desk, phone, { width: 320, height: 260 }])
    for (const rtl of [false, true])
      for (const keyboard of [false, true])
        for (let top = 0; top < view.height - 44; top += 37)
          for (let left = 0; left < view.width - 100; left += 61) {
            const where = room(box(left, top, 100, 44), { view, rtl, keyboard });
            const at = area(place(where), where);
            const { field } = where;
            const apart =
              at.right <= field.left || at.left >= field.right || at.bottom <= field.top || at.top >= field.bottom;
            expect(apart, JSON.stringify({ view, field, at })).toBe(true);
          }
});

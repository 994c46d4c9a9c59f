import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FieldFailure } from '../../../src/types';
import { closeAll, host, open, part, text } from './stage';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  closeAll();
  vi.useRealTimers();
});

const help = async (html: string, fails: FieldFailure = 'patternMismatch', locale = 'en') => {
  document.body.innerHTML = html;
  const anchor = document.querySelector<HTMLInputElement>('#zip') as HTMLInputElement;
  return {
    anchor,
    ...(await open({ popup: 'form-help', field: { key: 'zip', fails } }, { anchor, locales: [locale] })),
  };
};
const ZIP = '<label for="zip">Postal code</label><input id="zip" pattern="\\d{5}" required>';
const say = (anchor: Element, type: string) => anchor.dispatchEvent(new Event(type, { bubbles: true }));

test('names the field, says what it takes, and one text it would take', async () => {
  await help(ZIP);
  expect(text('title')).toBe('Help with “Postal code”');
  expect(text('body')).toBe('5 digits, nothing else.Example: 12345');
});

test.each([
  ['en', '<input id="zip" autocomplete="postal-code">', 'Help with “Postal code”'],
  ['de', '<input id="zip" autocomplete="postal-code">', 'Hilfe zu „Postleitzahl“'],
  ['ja', '<input id="zip" autocomplete="postal-code">', '「郵便番号」の入力について'],
  ['en', '<input id="zip" autocomplete="constructor">', 'Help with this field'],
])('a field without a label, in %s', async (locale, html, title) => {
  await help(html, 'custom', locale);
  expect(text('title')).toBe(title);
});

test('markup in a label or hint is text', async () => {
  await help('<input id="zip" aria-label="<img src=x onerror=alert(1)>" title="<b>five</b>">');
  expect(text('title')).toContain('<img src=x onerror=alert(1)>');
  expect(text('body')).toContain('<b>five</b>');
  expect(part('dialog').querySelector('img')).toBe(null);
});

test('a date as the shopper writes it', async () => {
  await help('<input id="zip" type="date" min="2026-12-01">', 'rangeUnderflow', 'de');
  expect(text('body')).toContain('Beispiel: 01.12.2026');
});

test('never reads the value', async () => {
  document.body.innerHTML = ZIP;
  const anchor = document.querySelector('#zip') as HTMLInputElement;
  const read = vi.fn();
  Object.defineProperty(anchor, 'value', { get: read });
  // Here, unlike in a browser, the check itself would ask for it.
  Object.defineProperty(anchor, 'validity', { value: { valid: false } });
  await open({ popup: 'form-help', field: { key: 'zip', fails: 'patternMismatch' } }, { anchor });
  say(anchor, 'input');
  vi.advanceTimersByTime(5000);
  expect(read).not.toHaveBeenCalled();
});

describe('goes when it is no longer needed', () => {
  test('with the first valid input', async () => {
    const { anchor, door } = await help(ZIP);
    anchor.value = '123';
    say(anchor, 'input');
    expect(door.end).not.toHaveBeenCalled();
    anchor.value = '12345';
    say(anchor, 'input');
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(host()).toBe(null);
    say(anchor, 'change');
    expect(door.end).toHaveBeenCalledTimes(1);
  });

  test('not while the shop itself calls it wrong, but soon after', async () => {
    const { anchor, door } = await help('<input id="zip" aria-invalid="true">', 'custom');
    say(anchor, 'input');
    expect(door.end).not.toHaveBeenCalled();
    anchor.removeAttribute('aria-invalid');
    vi.advanceTimersByTime(1000);
    expect(door.end.mock.calls).toEqual([['accepted']]);
  });

  test('not at the first key where only the shop can judge', async () => {
    const { anchor, door } = await help('<input id="zip">', 'custom');
    say(anchor, 'input');
    vi.advanceTimersByTime(5000);
    expect(door.end).not.toHaveBeenCalled();
    say(anchor, 'change');
    expect(door.end.mock.calls).toEqual([['accepted']]);
  });

  test('with its field', async () => {
    const { anchor, door } = await help(ZIP);
    anchor.remove();
    vi.advanceTimersByTime(1000);
    expect(door.end.mock.calls).toEqual([['expired']]);
    expect(host()).toBe(null);
  });

  test('and leaves no listener or timer', async () => {
    const { anchor, popup, door } = await help(ZIP);
    popup.close();
    anchor.value = '12345';
    say(anchor, 'input');
    expect(door.end).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('stands somewhere, and again when the view changes', async () => {
  await help(ZIP);
  expect(host()?.dataset.place).toBeUndefined();
  vi.advanceTimersByTime(50);
  expect(host()?.dataset.place).toMatch(/beside|sheet|top/);
  host()?.removeAttribute('data-place');
  window.dispatchEvent(new Event('resize'));
  vi.advanceTimersByTime(50);
  expect(host()?.dataset.place).toBeTruthy();
});

describe('stands anew when the field may have moved', () => {
  /** Stands; `moved` begins to watch, and then tells whether it was measured anew. */
  const standing = async () => {
    const { popup } = await help(`<form id="form"><p>Wrong</p><div id="box">${ZIP}</div></form>`);
    // Until it is announced and nothing draws it anew.
    vi.advanceTimersByTime(5000);
    host()?.setAttribute('data-place', 'beside');
    const moved = () => {
      host()?.style.setProperty('--w_room', 'x');
      return () => {
        vi.advanceTimersByTime(50);
        return host()?.style.getPropertyValue('--w_room') !== 'x';
      };
    };
    return { popup, moved };
  };
  const scroll = (target: Node | null) => target?.dispatchEvent(new Event('scroll'));

  test('a box scrolls that it stands in; the page only where the card does not scroll along', async () => {
    const { popup, moved } = await standing();
    const byBox = moved();
    scroll(document.querySelector('#box'));
    expect(byBox()).toBe(true);
    host()?.setAttribute('data-place', 'beside');
    const byPage = moved();
    scroll(document);
    expect(byPage()).toBe(false);
    host()?.setAttribute('data-place', 'sheet');
    const atEdge = moved();
    scroll(document);
    expect(atEdge()).toBe(true);
    popup.close();
    scroll(document.querySelector('#box'));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('its form or the page gets another size', async () => {
    const observe = vi.fn();
    const disconnect = vi.fn();
    let resized = () => {};
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = observe;
        disconnect = disconnect;
        constructor(tell: () => void) {
          resized = tell;
        }
      },
    );
    const { popup, moved } = await standing();
    vi.unstubAllGlobals();
    expect(observe.mock.calls).toEqual([[document.querySelector('#form')], [document.body]]);
    const again = moved();
    resized();
    expect(again()).toBe(true);
    popup.close();
    expect(disconnect).toHaveBeenCalledOnce();
  });
});

test('without its field on the page it still helps, in the corner', async () => {
  document.body.innerHTML = '';
  const { door } = await open({ popup: 'form-help', field: { key: 'zip', fails: 'valueMissing' } });
  expect(text('title')).toBe('Help with this field');
  part('action').click();
  expect(door.end.mock.calls).toEqual([['accepted']]);
});

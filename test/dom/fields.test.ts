import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchFields } from '../../src/signals/fields';
import type { FieldFailure, Refusal } from '../../src/types';
import { find, guard, listen, show } from './given';

const refused = vi.fn<(field: Refusal) => void>();
let fields: ReturnType<typeof watchFields>;
const keys = () => refused.mock.calls.map(([{ key }]) => key);
/** Long enough for one attempt to be told, and for a shop's own check. */
const settle = () => vi.advanceTimersByTime(500);
const submit = (form = 'form') =>
  find<HTMLFormElement>(form).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
const fire = (selector: string, type: string) => find(selector).dispatchEvent(new Event(type, { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  refused.mockClear();
  fields = watchFields(guard, listen, refused);
});
afterEach(() => {
  fields.stop();
  vi.useRealTimers();
  show('');
});

describe('refused by the browser', () => {
  test('is one signal for each field and attempt', () => {
    show(
      '<form><input name="zip" required><select name="country" required></select><textarea id="note" required></textarea></form>',
    );
    expect(find<HTMLFormElement>('form').checkValidity()).toBe(false);
    expect(refused).not.toHaveBeenCalled();
    settle();
    expect(keys().sort()).toEqual(['country', 'note', 'zip']);
  });

  test('asked several times at once is one attempt', () => {
    show('<input name="zip" required>');
    find('input').checkValidity();
    find('input').checkValidity();
    vi.advanceTimersByTime(40);
    find('input').checkValidity();
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('and asked again later is another', () => {
    show('<input name="zip" required>');
    find('input').checkValidity();
    settle();
    find('input').checkValidity();
    settle();
    expect(keys()).toEqual(['zip', 'zip']);
  });

  test('and marked by the shop as well is one mistake', () => {
    show('<form><input name="zip" required aria-invalid="true"></form>');
    find('input').checkValidity();
    fields.look();
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('in a group of radio buttons is one field', () => {
    show(
      '<form><input type="radio" name="size" required value="S"><input type="radio" name="size" required value="M"></form>',
    );
    for (const radio of document.querySelectorAll('input')) radio.dispatchEvent(new Event('invalid'));
    settle();
    expect(keys()).toEqual(['size']);
  });

  test.each<FieldFailure>(['valueMissing', 'typeMismatch', 'patternMismatch', 'tooShort', 'rangeOverflow', 'badInput'])(
    'says by what: %s',
    (fails) => {
      show('<input name="zip">');
      const flags = {
        valueMissing: false,
        typeMismatch: false,
        patternMismatch: false,
        tooShort: false,
        rangeOverflow: false,
        badInput: false,
      };
      Object.defineProperty(find('input'), 'validity', {
        value: { ...flags, customError: true, valid: false, [fails]: true },
      });
      fire('input', 'invalid');
      settle();
      expect(refused).toHaveBeenCalledExactlyOnceWith({ key: 'zip', fails });
    },
  );

  test('with a message of the shop’s own is custom', () => {
    show('<input name="zip">');
    Object.defineProperty(find('input'), 'validity', {
      value: { valueMissing: false, customError: true, valid: false },
    });
    fire('input', 'invalid');
    settle();
    expect(refused).toHaveBeenCalledExactlyOnceWith({ key: 'zip', fails: 'custom' });
  });
});

describe('refused by the shop’s own check', () => {
  test('is seen after a submit', () => {
    show('<main><form><input name="zip"></form></main>');
    submit();
    find('input').setAttribute('aria-invalid', 'true');
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('is seen after a change', () => {
    show('<form><p><input name="zip"></p></form>');
    fire('input', 'change');
    find('input').setAttribute('aria-invalid', 'true');
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test.each(['false', '', 'spelling'])('aria-invalid="%s" is no refusal', (value) => {
    show('<main><form><input name="zip"></form></main>');
    find('input').setAttribute('aria-invalid', value);
    submit();
    settle();
    expect(refused).not.toHaveBeenCalled();
  });

  test('nor is a mark on what is no field', () => {
    show('<main><form><div id="box" aria-invalid="true"></div></form></main>');
    submit();
    settle();
    expect(refused).not.toHaveBeenCalled();
  });

  test('a mark that comes without an attempt is not counted: some shops mark while one types', () => {
    show('<main><form><input name="zip"></form></main>');
    find('input').setAttribute('aria-invalid', 'true');
    fire('input', 'input');
    settle();
    expect(refused).not.toHaveBeenCalled();
  });

  test('a form that is gone by then is no matter', () => {
    show('<main><form><input name="zip" aria-invalid="true"></form></main>');
    submit();
    show('');
    settle();
    expect(fields.find('zip')?.isConnected ?? false).toBe(false);
  });
});

describe('refused by the server', () => {
  test('stands marked in a fresh page', () => {
    show('<form><input name="zip" aria-invalid="true"><input name="city"></form>');
    fields.look();
    settle();
    expect(keys()).toEqual(['zip']);
  });
});

describe('the key', () => {
  test('is the name, else the id; without either there is nothing to tell', () => {
    show('<form><input name="a" id="b" required><input id="c" required><input required></form>');
    find<HTMLFormElement>('form').checkValidity();
    settle();
    expect(keys()).toEqual(['a', 'c']);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('may be %s', (name) => {
    show('<input required>');
    find('input').setAttribute('name', name);
    find('input').checkValidity();
    settle();
    expect(keys()).toEqual([name]);
    expect(fields.find(name)).toBe(find('input'));
  });

  test('finds the control, the latest of the name, and nothing that was not refused', () => {
    show('<input name="zip" required>');
    find('input').checkValidity();
    settle();
    expect(fields.find('zip')).toBe(find('input'));
    expect(fields.find('constructor')).toBeUndefined();
    show('<input name="zip" required>');
    find('input').checkValidity();
    settle();
    expect(fields.find('zip')).toBe(find('input'));
  });
});

test.each([
  '<input type="password" name="x" required>',
  '<input name="x" autocomplete="cc-number" required>',
  '<input name="x" autocomplete="section-a billing cc-csc" required>',
  '<input name="x" autocomplete="one-time-code" required>',
  '<input name="x" data-waver-ignore required>',
  '<div data-waver-ignore><p><input name="x" required></p></div>',
])('%s is left alone', (html) => {
  show(`<form>${html}<input name="zip" required></form>`);
  find<HTMLFormElement>('form').checkValidity();
  for (const input of document.querySelectorAll('input')) input.setAttribute('aria-invalid', 'true');
  fields.look();
  settle();
  expect(keys()).toEqual(['zip']);
  expect(fields.find('x')).toBeUndefined();
});

describe('typing', () => {
  test.each(['input', 'keydown'])('%s in a field counts for a second and a half', (type) => {
    show('<input name="zip">');
    expect(fields.isTyping()).toBe(false);
    fire('input', type);
    expect(fields.isTyping()).toBe(true);
    vi.advanceTimersByTime(1499);
    expect(fields.isTyping()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(fields.isTyping()).toBe(false);
  });

  test('a key pressed elsewhere is none', () => {
    show('<button>Buy</button>');
    fire('button', 'keydown');
    document.dispatchEvent(new Event('keydown'));
    expect(fields.isTyping()).toBe(false);
  });

  test('a text being composed counts as long as it takes', () => {
    show('<input name="city">');
    fire('input', 'compositionstart');
    vi.advanceTimersByTime(60_000);
    expect(fields.isTyping()).toBe(true);
    fire('input', 'compositionend');
    expect(fields.isTyping()).toBe(false);
  });
});

test('after stop nothing is heard', () => {
  show('<main><form><input name="zip" required></form></main>');
  fields.stop();
  find('input').checkValidity();
  fire('input', 'keydown');
  submit();
  find('input').setAttribute('aria-invalid', 'true');
  settle();
  expect(refused).not.toHaveBeenCalled();
  expect(fields.isTyping()).toBe(false);
});

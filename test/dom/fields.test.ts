import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Said } from '../../src/runVisit';
import { watchFields } from '../../src/signals/fields';
import type { FieldFailure, Refusal } from '../../src/types';
import { find, guard, listen, show } from './given';

const refused = vi.fn<(field: Refusal) => void>();
const said = vi.fn<(signal: Said) => void>();
const looked = vi.fn<(nth: number, isLast: boolean) => void>();
const feed = (signal: Said) => (signal.type === 'field-invalid' ? refused(signal.field) : said(signal));
let fields: ReturnType<typeof watchFields>;
const keys = () => refused.mock.calls.map(([{ key }]) => key);
/** Long enough for one attempt to be told, and for a shop's own check. */
const settle = () => vi.advanceTimersByTime(1500);
/** The browser is asked to check after a press on a button of the form. */
const press = (selector = 'input') => {
  const control = find(selector);
  const form = control.closest('form') ?? control.parentElement;
  const button = document.createElement('button');
  button.type = 'button';
  form?.append(button);
  button.click();
  button.remove();
  return (control.form ?? control).checkValidity();
};
const submit = (form = 'form') =>
  find<HTMLFormElement>(form).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
const fire = (selector: string, type: string) => find(selector).dispatchEvent(new Event(type, { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  refused.mockClear();
  said.mockClear();
  looked.mockClear();
  fields = watchFields(guard, listen, feed, looked);
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
    expect(press()).toBe(false);
    expect(refused).not.toHaveBeenCalled();
    settle();
    expect(keys().sort()).toEqual(['country', 'note', 'zip']);
  });

  test('asked several times at once is one attempt', () => {
    show('<form><input name="zip" required></form>');
    press();
    find('input').checkValidity();
    vi.advanceTimersByTime(40);
    find('input').checkValidity();
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('and after another press it is another', () => {
    show('<form><input name="zip" required></form>');
    press();
    settle();
    press();
    settle();
    expect(keys()).toEqual(['zip', 'zip']);
  });

  test('Enter in a field sends as well', () => {
    show('<form><input name="zip" required></form>');
    for (let i = 0; i < 2; i++) {
      find('input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      find('input').checkValidity();
      settle();
    }
    expect(keys()).toEqual(['zip', 'zip']);
  });

  test('but not when a script asks at each key: nobody has sent anything', () => {
    show('<form><input name="zip" required></form>');
    vi.advanceTimersByTime(5000);
    for (let i = 0; i < 9; i++) {
      fire('input', 'keydown');
      fire('input', 'input');
      find('input').checkValidity();
      vi.advanceTimersByTime(400);
    }
    expect(refused).not.toHaveBeenCalled();
  });

  test('nor when it asks again and again after one press', () => {
    show('<form><input name="zip" required></form>');
    press();
    for (let i = 0; i < 9; i++) {
      vi.advanceTimersByTime(400);
      find('input').checkValidity();
    }
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('and marked by the shop as well is one mistake', () => {
    show('<form><input name="zip" required aria-invalid="true"></form>');
    press();
    fields.look();
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('in a group of radio buttons is one field', () => {
    show(
      '<form><input type="radio" name="size" required value="S"><input type="radio" name="size" required value="M"></form>',
    );
    press();
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
      fields.refuse(find('input'));
      settle();
      expect(refused).toHaveBeenCalledExactlyOnceWith({ key: 'zip', fails });
    },
  );

  test('with a message of the shop’s own is custom', () => {
    show('<input name="zip">');
    Object.defineProperty(find('input'), 'validity', {
      value: { valueMissing: false, customError: true, valid: false },
    });
    fields.refuse(find('input'));
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
    press();
    settle();
    expect(keys()).toEqual(['a', 'c']);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('may be %s', (name) => {
    show('<form><input required></form>');
    find('input').setAttribute('name', name);
    press();
    settle();
    expect(keys()).toEqual([name]);
    expect(fields.find(name)).toBe(find('input'));
  });

  test('finds the control, the latest of the name, and nothing that was not refused', () => {
    show('<form><input name="zip" required></form>');
    press();
    settle();
    expect(fields.find('zip')).toBe(find('input'));
    expect(fields.find('constructor')).toBeUndefined();
    show('<form><input name="zip" required></form>');
    press();
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
  press();
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

test('a form that was sent is awaited for ten seconds, or until something in it is refused', () => {
  show('<form><input name="zip" required></form>');
  expect(fields.isSending()).toBe(false);
  fire('input', 'change');
  expect(fields.isSending()).toBe(false);
  submit();
  vi.advanceTimersByTime(9999);
  expect(fields.isSending()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(fields.isSending()).toBe(false);
  submit();
  find('input').checkValidity();
  expect(fields.isSending()).toBe(false);
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

describe('what the shopper does in a field', () => {
  const steps = () => said.mock.calls.map(([one]) => (one.type === 'field' ? `${one.key} ${one.did}` : one.type));
  const type = (selector: string, inputType: string | undefined = 'insertText') =>
    find(selector).dispatchEvent(new InputEvent('input', { bubbles: true, ...(inputType && { inputType }) }));

  test('going in, writing, changing and leaving, once each', () => {
    show('<form><input name="zip"><input name="city"></form>');
    fire('input', 'focusin');
    type('input');
    type('input');
    fire('input', 'change');
    fire('input', 'focusout');
    expect(steps()).toEqual(['zip enter', 'zip edit', 'zip change', 'zip leave']);
  });

  test('sending', () => {
    show('<form><input name="zip"></form>');
    submit();
    expect(steps()).toEqual(['submit']);
  });

  test('a text begun with an input method is written from its first key', () => {
    show('<form><input name="city"></form>');
    fire('input', 'focusin');
    fire('input', 'compositionstart');
    type('input', 'insertCompositionText');
    fire('input', 'compositionend');
    expect(steps()).toEqual(['city enter', 'city edit']);
  });

  test.each([
    ['the browser, with no kind of input', ''],
    ['the browser, as a replacement', 'insertReplacementText'],
  ])('filled in by %s it is neither written nor changed', (_, inputType) => {
    show('<form><input name="zip"></form>');
    fire('input', 'focusin');
    find('input').dispatchEvent(
      inputType ? new InputEvent('input', { bubbles: true, inputType }) : new Event('input', { bubbles: true }),
    );
    fire('input', 'change');
    expect(steps()).toEqual(['zip enter']);
  });

  test('a choice that a script makes is nobody’s', () => {
    show('<form><select name="country"><option>DE</option></select></form>');
    fire('select', 'change');
    expect(steps()).toEqual([]);
  });

  test('leaving the window is not leaving the field', () => {
    show('<form><input name="zip"></form>');
    find('input').focus();
    said.mockClear();
    fire('input', 'focusout');
    fire('input', 'focusin');
    expect(steps()).toEqual([]);
  });

  test('a focus that a script sets is nobody’s', () => {
    vi.stubGlobal('navigator', { userActivation: { isActive: false } });
    show('<form><input name="zip"></form>');
    fire('input', 'focusin');
    vi.unstubAllGlobals();
    expect(steps()).toEqual([]);
  });

  test.each([
    '<input type="search" name="q">',
    '<input type="number" name="quantity">',
    '<input type="password" name="secret">',
    '<input autocomplete="cc-number" name="card">',
    '<input data-waver-ignore name="own">',
  ])('%s is no field of a form to fill in', (html) => {
    show(`<form>${html}</form>`);
    fire('input', 'focusin');
    type('input');
    fire('input', 'change');
    fire('input', 'focusout');
    expect(steps()).toEqual([]);
  });

  test.each([
    ['<input name="coupon_code">', true],
    ['<label>Gutscheincode <input name="code"></label>', true],
    ['<input name="x" placeholder="クーポンコード">', true],
    ['<input name="x" aria-label="Promo">', true],
    ['<label>Postal code <input name="code"></label>', undefined],
    ['<input name="country-code">', undefined],
  ])('%s is a field for a discount code: %s', (html, coupon) => {
    show(`<form>${html}</form>`);
    fire('input', 'focusin');
    expect(said).toHaveBeenCalledWith(expect.objectContaining({ did: 'enter', coupon }));
    find('input').setAttribute('aria-invalid', 'true');
    submit();
    settle();
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ coupon }));
  });
});

describe('when to look', () => {
  test('before anything, and while an answer may still come', () => {
    show('<form><input name="zip"></form>');
    fire('input', 'focusin');
    submit();
    vi.advanceTimersByTime(5000);
    expect(looked.mock.calls).toEqual([
      [-1, false, false],
      [0, false, true],
      [1, false, true],
      [2, true, true],
    ]);
  });

  test.each([
    [
      'a press of a button in a form',
      '<form><input name="zip" aria-invalid="true"><button type="button" id="x">Send</button></form>',
    ],
    [
      'one beside fields without a form',
      '<section><p><input name="zip" aria-invalid="true"></p><p><button id="x">Send</button></p></section>',
    ],
    [
      'one of a link that acts as a button',
      '<section><input name="zip" aria-invalid="true"><a id="x" href="#">Send</a></section>',
    ],
  ])('after %s', (_, html) => {
    show(html);
    find('#x').click();
    settle();
    expect(keys()).toEqual(['zip']);
  });

  test('not after a press of a button elsewhere, or on the page', () => {
    show(
      '<header><button>Menu</button><input type="search"></header><form><input name="zip" aria-invalid="true"></form><p id="x">Text</p>',
    );
    find('button').click();
    find('#x').click();
    settle();
    expect(refused).not.toHaveBeenCalled();
  });

  test('another attempt is another search, and the first one ends', () => {
    show('<form><input name="zip"></form>');
    submit();
    vi.advanceTimersByTime(1000);
    looked.mockClear();
    submit();
    vi.advanceTimersByTime(5000);
    expect(looked.mock.calls.map(([nth]) => nth)).toEqual([0, 1, 2]);
  });

  test.each([
    ['another field is changed', () => fire('[name=email]', 'change')],
    ['something in the form is opened', () => find('#open').click()],
    ['a button in the middle is pressed', () => find('#apply').click()],
  ])('a mark that stays is no refusal again when %s', (_, act) => {
    show(`<form><input name="email"><input name="zip" aria-invalid="true">
      <button type="button" id="open" aria-expanded="false">Show</button>
      <button type="button" id="apply">Apply</button><button>Send</button></form>`);
    submit();
    vi.advanceTimersByTime(5000);
    expect(keys()).toEqual(['zip']);
    act();
    vi.advanceTimersByTime(5000);
    expect(keys()).toEqual(['zip']);
  });

  test('but when that very field is changed and still marked', () => {
    show('<form><input name="zip" aria-invalid="true"><button>Send</button></form>');
    submit();
    vi.advanceTimersByTime(5000);
    fire('input', 'change');
    vi.advanceTimersByTime(5000);
    expect(keys()).toEqual(['zip', 'zip']);
  });

  test('the last button of a form without any that sends it does', () => {
    show('<form><input name="zip" aria-invalid="true"><button type="button" id="x">Continue</button></form>');
    for (let i = 0; i < 2; i++) {
      find('#x').click();
      vi.advanceTimersByTime(5000);
    }
    expect(keys()).toEqual(['zip', 'zip']);
    expect(said).toHaveBeenCalledWith({ type: 'submit' });
  });

  test('a mark that stays is one refusal an attempt', () => {
    show('<form><input name="zip" aria-invalid="true"></form>');
    for (let i = 0; i < 3; i++) {
      submit();
      vi.advanceTimersByTime(5000);
    }
    expect(keys()).toEqual(['zip', 'zip', 'zip']);
  });
});

describe('in an open shadow root', () => {
  test('fields are seen from their first focus on', () => {
    show('<div id="host"></div>');
    const root = find('#host').attachShadow({ mode: 'open' });
    root.innerHTML = '<form><input name="zip" required><button type="button">Send</button></form>';
    const input = root.querySelector('input') as HTMLInputElement;
    input.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }));
    (root.querySelector('button') as HTMLElement).dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true }),
    );
    input.checkValidity();
    settle();
    expect(keys()).toEqual(['zip']);
  });
});

describe('inside shadow roots', () => {
  test('the focus that moves from field to field is told, though it does not come out', () => {
    show('<x-form></x-form>');
    const root = find('x-form').attachShadow({ mode: 'open' });
    root.innerHTML = '<input name="zip"><input name="city">';
    const enter = (name: string, composed: boolean) => {
      const input = root.querySelector<HTMLInputElement>(`[name=${name}]`);
      input?.dispatchEvent(new Event('focusin', { bubbles: true, composed }));
    };
    enter('zip', true);
    enter('city', false);
    expect(said.mock.calls.map(([signal]) => signal)).toMatchObject([
      { key: 'zip', did: 'enter' },
      { key: 'city', did: 'enter' },
    ]);
  });
});

test('a mark left over from the try before counts once an answer has had its time', () => {
  show('<form><input name="zip" aria-invalid="true"></form>');
  submit();
  vi.advanceTimersByTime(1000);
  expect(keys()).toEqual([]);
  find('input').removeAttribute('aria-invalid');
  settle();
  expect(keys()).toEqual([]);
  find('input').setAttribute('aria-invalid', 'true');
  submit();
  settle();
  expect(keys()).toEqual(['zip']);
});

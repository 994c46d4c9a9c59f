import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Preference, Question } from '../../../src/types';
import { openPreferences } from '../../../widgets';
import { asKept } from '../../../widgets/asKept';
import { askDoor, centreDoor, host, part, parts, press, text } from './stage';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 86_400_000;

const preference = (more: Partial<Preference> = {}): Preference => ({
  key: 'priority',
  value: 'delivery',
  question: 'What matters most?',
  wording: 'Delivery',
  benefit: '',
  locale: 'en',
  purpose: 'personalise-popups',
  givenAt: NOW,
  expiresAt: Date.UTC(2027, 4, 22, 12),
  consent: 'answer',
  sharedWith: [],
  history: [],
  ...more,
});

const show = async (
  kept: Preference[],
  given: NonNullable<Parameters<typeof centreDoor>[1]> & { readonly locale?: string } = {},
) => {
  const { locale = 'en-GB', ...more } = given;
  const door = centreDoor([locale], more);
  return { door, popup: await openPreferences(kept, door) };
};
const root = () => host()?.shadowRoot as ShadowRoot;
const all = <T extends Element>(selector: string) => [...root().querySelectorAll<T>(selector)];
const button = (name: string) => {
  const named = (one: HTMLElement) => (one.getAttribute('aria-label') ?? one.textContent) === name;
  const found = parts('action').find(named);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const has = (name: string) => parts('action').some((one) => one.textContent === name);
const status = () => all('.foot [role=status]')[0]?.textContent;
const focused = () => root().activeElement;
const items = () => all('.told').map((one) => one.textContent);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  document.body.innerHTML = '<button id="link">Preferences</button>';
  document.querySelector<HTMLElement>('#link')?.focus();
});
afterEach(() => {
  host()?.remove();
  vi.useRealTimers();
});

describe('an answer', () => {
  test('with its question, time, promise, purpose, who else has it, and what was said before', async () => {
    await show([
      preference({
        benefit: 'So that the shop can help.',
        history: [
          { value: 'price', givenAt: Date.UTC(2026, 8, 1, 12) },
          { value: 'gone', givenAt: Date.UTC(2026, 9, 1, 12) },
        ],
      }),
      preference({
        key: 'x',
        question: '<b>Size</b>',
        purpose: 'fit-advice',
        sharedWith: ['klaviyo', 'braze'],
        shared: [{ with: 'klaviyo', at: Date.UTC(2026, 9, 1, 12) }],
      }),
    ]);
    expect(host()?.dataset.campaign).toBe('preferences');
    expect(part('dialog').localName).toBe('dialog');
    expect(part('dialog').hasAttribute('open')).toBe(true);
    expect(items()).toEqual([
      'What matters most?Delivery' +
        'Given 23 Nov 2026, kept on this device until 22 May 2027.' +
        'What was promised: “So that the shop can help.”' +
        'What it is for: choosing the popups you see. Shared with: nobody.' +
        'Earlier answers: A good price (1 Sept 2026), gone (1 Oct 2026)',
      '<b>Size</b>Delivery' +
        'Given 23 Nov 2026, kept on this device until 22 May 2027.' +
        'What it is for: fit advice. May be shared with: klaviyo, braze. Shared with: klaviyo (1 Oct 2026).',
    ]);
  });

  test.each(['ja', 'zh-Hans', 'zh-Hant'])('in %s without spaces between the sentences', async (locale) => {
    await show([preference(), preference({ key: 'x', sharedWith: ['klaviyo'] })], { locale });
    expect(items()).toHaveLength(2);
    for (const item of items()) expect(item).toMatch(/。(?! )/);
    for (const item of items()) expect(item).not.toMatch(/。 /);
    // A sentence ends before the next begins.
    expect(items()[1]).toMatch(/klaviyo。\p{L}/u);
  });

  test('earlier ones in the words of their kind', async () => {
    const history = [{ value: ['classic', 'sporty'], givenAt: NOW }];
    await show([
      preference({ key: 'style', value: ['modern'], history }),
      preference({ key: 'delivery-by', value: '2026-12-24', history: [{ value: '2026-12-06', givenAt: NOW }] }),
    ]);
    expect(items()[0]).toContain('Earlier answers: Classic, Sporty (23 Nov 2026)');
    expect(items()[1]).toContain('Earlier answers: 6 Dec 2026 (23 Nov 2026)');
  });

  test('hostile words are text', async () => {
    const bad = '<img src=x onerror=alert(1)>{n}\u202E';
    await show([
      preference({
        question: bad,
        wording: bad,
        benefit: bad,
        purpose: bad,
        sharedWith: [bad],
        shared: [{ with: bad, at: NOW }],
      }),
      preference({ key: bad, history: [{ value: bad, givenAt: NOW }] }),
    ]);
    expect(items()[0]?.split(bad)).toHaveLength(7);
    expect(items()[1]).toContain(bad);
    expect(all('img')).toEqual([]);
  });
});

test.each([
  ['de', 'Ihre Antworten'],
  ['ja', 'ご回答の一覧'],
])('in %s', async (locale, title) => {
  await show([preference()], { locale });
  expect(text('title')).toBe(title);
});

test('nothing kept: said, and nothing to take along', async () => {
  await show([]);
  expect(text('body')).toContain('No answers are kept.');
  expect(has('Export as file')).toBe(false);
});

describe('to change an answer', () => {
  test('begins with the present one, in its own kind of field', async () => {
    await show([preference()]);
    button('Change: What matters most?').click();
    const radios = all<HTMLInputElement>('input[type=radio]');
    expect(radios.map(({ checked, value }) => [value, checked]).filter(([, checked]) => checked)).toEqual([
      ['delivery', true],
    ]);
    expect(focused()).toBe(radios[1]);
    const [group] = all('[role=radiogroup]');
    const named = group?.getAttribute('aria-labelledby')?.split(' ');
    expect(named?.map((id) => root().getElementById(id)?.textContent)).toEqual(['What matters most?']);
    // What it is for is said before it is given, here too.
    expect(all('.edit')[0]?.textContent).toContain('Kept for 180 days, on this device only.');
  });

  test('is kept at once, with the one before, and led back from', async () => {
    const history = Array.from({ length: 10 }, (_, at) => ({ value: 'fit', givenAt: at }));
    const { door } = await show([preference({ givenAt: NOW - DAY_MS, history })]);
    button('Change: What matters most?').click();
    all<HTMLInputElement>('input[type=radio]')[3]?.click();
    button('Save answer').click();
    expect(door.ask.answer.mock.calls).toEqual([
      [
        {
          key: 'priority',
          value: 'returns',
          question: 'What matters most for this order?',
          wording: 'Easy returns',
          benefit: 'So that the shop can show you what helps with it.',
          locale: 'en-GB',
        },
      ],
    ]);
    expect(status()).toBe('Your answer is saved.');
    expect(items()[0]).toContain('What matters most for this order?Easy returnsGiven 23 Nov 2026');
    expect(items()[0]).toContain('Fast delivery (22 Nov 2026)');
    expect(items()[0]?.match(/Right fit/g)).toHaveLength(9);
    expect(focused()).toBe(button('Change: What matters most for this order?'));
    expect(all('form')).toEqual([]);
  });

  test('what is no answer is said, and nothing is kept', async () => {
    const { door } = await show([preference({ key: 'size', value: 'M', question: 'Size?', wording: 'M' })]);
    button('Change: Size?').click();
    const [field] = all<HTMLInputElement>('.field input');
    expect(field?.value).toBe('M');
    if (field) field.value = '';
    button('Save answer').click();
    expect(text('flaw')).toBe('Nothing is entered yet.');
    expect(focused()).toBe(field);
    expect(door.ask.answer).not.toHaveBeenCalled();
  });

  test('or not, after all', async () => {
    const { door } = await show([preference()]);
    button('Change: What matters most?').click();
    button('Cancel').click();
    expect(all('form')).toEqual([]);
    expect(focused()).toBe(button('Change: What matters most?'));
    expect(door.ask.answer).not.toHaveBeenCalled();
  });

  test('not where the question is not asked any more', async () => {
    await show([preference({ key: 'constructor' })]);
    expect(has('Change')).toBe(false);
    expect(has('Forget')).toBe(true);
  });
});

describe('questions without an answer', () => {
  test('are there to be answered, folded away; those without words are not', async () => {
    const silent: Question = { key: 'silent', kind: 'size', purpose: 'x', keepDays: 1 };
    const size: Question = { ...silent, key: 'size' };
    const { door } = await show([], { ask: askDoor({ silent, size }) });
    const [details] = all<HTMLDetailsElement>('details');
    expect(details?.open).toBe(false);
    expect(details?.textContent).toBe(
      'Tell the shop moreWhich size do you usually take?So that the shop can suggest your size.Answer',
    );
    button('Answer: Which size do you usually take?').click();
    const [field] = all<HTMLInputElement>('.field input');
    if (field) field.value = 'm';
    button('Save answer').click();
    expect(door.ask.answer.mock.calls[0]?.[0]).toMatchObject({ key: 'size', value: 'M', wording: 'M' });
    expect(items()[0]).toContain('Given 23 Nov 2026, kept on this device until 24 Nov 2026.');
    expect(all('details')).toEqual([]);
    expect(focused()).toBe(button('Change: Which size do you usually take?'));
  });
});

describe('to forget', () => {
  test('one, then the last; the keyboard stays inside', async () => {
    const { door } = await show([preference(), preference({ key: 'size', question: 'Size?' })]);
    const forget = button('Forget: Size?');
    forget.focus();
    forget.click();
    expect(door.forget.mock.calls).toEqual([['size']]);
    expect(items()).toHaveLength(1);
    expect(status()).toBe('The answer is forgotten.');
    expect(focused()).toBe(part('title'));
    button('Forget: What matters most?').click();
    expect(items()).toEqual([]);
    expect(text('body')).toContain('No answers are kept.');
  });

  test('everything: asked once more first, and No is as easy as Yes', async () => {
    const { door } = await show([preference()], { mutedUntil: NOW + DAY_MS });
    button('Forget everything').click();
    expect(door.erase).not.toHaveBeenCalled();
    expect(focused()?.textContent).toContain('This cannot be undone.');
    button('Keep it').click();
    expect(door.erase).not.toHaveBeenCalled();
    expect(focused()).toBe(button('Forget everything'));
    expect(items()).toHaveLength(1);
    let erased = () => {};
    door.erase.mockReturnValue(
      new Promise((resolve) => {
        erased = resolve;
      }),
    );
    button('Forget everything').click();
    button('Forget everything').click();
    expect(door.erase).toHaveBeenCalledTimes(1);
    // Not before it is true.
    await new Promise((resolve) => setTimeout(resolve));
    expect(items()).toHaveLength(1);
    expect(status()).toBe('');
    erased();
    await vi.waitFor(() => expect(status()).toBe('Everything is forgotten.'));
    expect(items()).toEqual([]);
    expect(text('body')).not.toContain('No popups until');
    expect(focused()).toBe(part('title'));
  });

  test('everything, where that fails: nothing is said to be gone', async () => {
    const { door } = await show([preference()], { mutedUntil: NOW + DAY_MS });
    door.erase.mockRejectedValue(new Error('no storage'));
    button('Forget everything').click();
    button('Forget everything').click();
    await vi.waitFor(() => expect(focused()).toBe(button('Forget everything')));
    expect(has('Keep it')).toBe(false);
    expect(items()).toHaveLength(1);
    expect(text('body')).toContain('No popups until');
    expect(status()).toBe('');
  });
});

describe('to take along', () => {
  test('everything as a file', async () => {
    const { door } = await show([preference()]);
    door.json.mockResolvedValue('{"a":"ä"}');
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      expect([this.download, decodeURIComponent(this.href)]).toEqual(['waver.json', 'data:application/json,{"a":"ä"}']);
    });
    button('Export as file').click();
    await vi.waitFor(() => expect(click).toHaveBeenCalledTimes(1));
    expect(door.json).toHaveBeenCalledTimes(1);
    click.mockRestore();
  });

  const give = async (file: object | undefined) => {
    const [input] = all<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    Object.defineProperty(input, 'files', { value: file ? [file] : [], configurable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 10));
    return input;
  };
  const file = (body: string) => ({ size: body.length, text: async () => body });

  test('a file from elsewhere: what came in is shown, what did not is said', async () => {
    const { door } = await show([preference()]);
    door.read.mockResolvedValue({ taken: 1, refused: ['[1].value: expected <b>text</b>'] });
    door.json.mockResolvedValue(JSON.stringify([preference(), preference({ key: 'size', question: 'Size?' })]));
    const input = await give(file('the file'));
    expect(input.labels?.[0]?.textContent).toBe('Import a file');
    expect(input.accept).toContain('application/json');
    expect(door.read.mock.calls).toEqual([['the file']]);
    expect(items()).toHaveLength(2);
    expect(status()).toBe('Answers taken in: 1.Left out: 1[1].value: expected <b>text</b>');
    expect(focused()).toBe(input);
  });

  test.each<[string, object, (door: ReturnType<typeof centreDoor>) => void]>([
    [
      'no answers at all',
      file('x'),
      (door) => door.read.mockResolvedValue({ taken: 0, refused: ['file: "x", expected JSON'] }),
    ],
    ['not to be read', file('{'), (door) => door.read.mockRejectedValue(new Error('no JSON'))],
    ['far too large', { size: 1e9, text: async () => '[]' }, () => {}],
    ['gone', { size: 1, text: () => Promise.reject(new Error('gone')) }, () => {}],
  ])('a file that is bad (%s): said, and all stays', async (_, bad, set) => {
    const { door } = await show([preference()]);
    door.json.mockResolvedValue(JSON.stringify([preference()]));
    set(door);
    await give(bad);
    expect(status()).toMatch(/^This file could not be read\.(file: "x", expected JSON)?$/);
    expect(items()).toHaveLength(1);
  });

  test('no file chosen: nothing happens', async () => {
    const { door } = await show([preference()]);
    await give(undefined);
    expect(status()).toBe('');
    expect(door.read).not.toHaveBeenCalled();
  });

  test('closed while it is read: no more is drawn', async () => {
    const { popup } = await show([preference()]);
    const left = root();
    const giving = give(file('[]'));
    popup.close();
    await giving;
    expect(host()).toBe(null);
    expect(left.querySelector('dialog')).toBe(null);
  });
});

describe('silence', () => {
  test.each([
    ['For a day', 1, 'Tue'],
    ['For a week', 7, '30 Nov'],
    ['For a month', 30, '23 Dec'],
  ])('%s', async (label, days, until) => {
    const { door } = await show([]);
    expect(has('Show popups again')).toBe(false);
    button(label).focus();
    button(label).click();
    expect(door.mute.mock.calls).toEqual([[NOW + days * DAY_MS]]);
    const said = all('section [role=status]')[0]?.textContent;
    expect(said).toMatch(/^No popups until /);
    expect(said).toContain(until);
    expect(focused()).toBe(button(label));
  });

  test('as it was set before, and its end', async () => {
    const { door } = await show([], { mutedUntil: NOW + DAY_MS });
    expect(text('body')).toContain('No popups until Tue');
    button('Show popups again').focus();
    button('Show popups again').click();
    expect(door.mute.mock.calls).toEqual([[0]]);
    expect(text('body')).not.toContain('No popups until');
    expect(has('Show popups again')).toBe(false);
    expect(status()).toBe('Popups may be shown again.');
    expect(focused()?.textContent).toBe('Pause popups');
  });
});

test.each<[string, (popup: { close(): void }) => void]>([
  ['its button', () => part('dismiss').click()],
  ['Escape', () => press('Escape')],
  ['the opener', (popup) => popup.close()],
])('closed by %s: says so once and gives the focus back', async (_, close) => {
  const { door, popup } = await show([preference()]);
  button('Change: What matters most?').focus();
  close(popup);
  popup.close();
  press('Escape');
  expect(door.closed).toHaveBeenCalledTimes(1);
  expect(host()).toBe(null);
  expect(document.activeElement?.id).toBe('link');
});

test('an Escape that ends the writing of a word, or that the page has used, closes nothing', async () => {
  await show([preference()]);
  const pressEscape = (init: KeyboardEventInit) => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, ...init });
    part('dismiss').dispatchEvent(event);
  };
  pressEscape({ isComposing: true });
  document.addEventListener('keydown', (event) => event.preventDefault(), { capture: true, once: true });
  pressEscape({ cancelable: true });
  expect(host()).not.toBe(null);
  pressEscape({});
  expect(host()).toBe(null);
});

test('a day that is answered is kept until it is over', async () => {
  const by: Question = { key: 'delivery-by', kind: 'date', purpose: 'plan-delivery', keepDays: 90 };
  await show([], { ask: askDoor({ 'delivery-by': by }) });
  button('Answer: By when do you need it?').click();
  const [field] = all<HTMLInputElement>('.field input');
  if (field) field.value = '2026-12-24';
  button('Save answer').click();
  expect(items()[0]).toContain('kept on this device until 25 Dec 2026.');
});

test.each(['America/Los_Angeles', 'Asia/Tokyo'])(
  'a day that is answered in %s is over when it is over there',
  async (zone) => {
    vi.stubEnv('TZ', zone);
    const by: Question = { key: 'delivery-by', kind: 'date', purpose: 'plan-delivery', keepDays: 90 };
    const answer = { key: 'delivery-by', value: '2026-12-24', question: '', wording: '', benefit: '', locale: 'en' };
    const { expiresAt } = asKept({ question: by } as never, answer, undefined);
    expect(new Date(expiresAt)).toEqual(new Date(2026, 11, 25));
    vi.unstubAllEnvs();
  },
);

test('in a slot of the page it stands there, open, takes no focus, and leaves it where it is', async () => {
  document.body.innerHTML += '<main><div data-waver-slot="preferences"></div></main>';
  const link = document.querySelector<HTMLElement>('#link');
  link?.focus();
  const { popup, door } = await show([preference()]);
  expect(host()?.parentElement?.dataset.waverSlot).toBe('preferences');
  expect(host()?.dataset.place).toBe('inline');
  expect(all<HTMLDialogElement>('dialog')[0]?.open).toBe(true);
  expect(document.activeElement).toBe(link);
  // Escape is the page's own unless the shopper is in here.
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(host()).not.toBeNull();
  popup.close();
  expect(host()).toBeNull();
  expect(door.closed).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(link);
});

test('another language while it is open: what is being answered stays', async () => {
  const { popup } = await show([]);
  button('Answer: Which size do you usually take?').click();
  const [input] = all<HTMLInputElement>('.edit input');
  if (!input) throw new Error('no field');
  input.value = '42';
  await popup.setLocales?.(['ar']);
  expect([part('dialog').lang, part('dialog').getAttribute('dir')]).toEqual(['ar', 'rtl']);
  expect(text('title')).not.toBe('Your answers');
  expect(all('.edit input')[0]).toBe(input);
  expect(input.value).toBe('42');
  expect(focused()).toBe(input);
  const late = popup.setLocales?.(['en']);
  popup.close();
  await late;
  expect(host()).toBe(null);
});

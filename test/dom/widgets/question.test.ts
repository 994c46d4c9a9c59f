import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Question, QuestionWords } from '../../../src/types';
import { askDoor, closeAll, host, open, part, parts, press, text } from './stage';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
  document.body.innerHTML = '<button id="link">Next</button>';
});
afterEach(() => {
  closeAll();
  vi.useRealTimers();
});

const custom = (more: Partial<Question> & { readonly say?: Partial<QuestionWords> }): Question => {
  const { say, ...rest } = more;
  return {
    key: 'q',
    kind: 'one',
    purpose: 'gift-advice',
    keepDays: 30,
    words: { en: { ask: 'Which?', ...say } },
    ...rest,
  };
};
const of = (...list: Question[]) => askDoor(Object.fromEntries(list.map((one) => [one.key, one])));
const ask = (key: string, given: Parameters<typeof open>[1] = {}) => open({ popup: 'question', question: key }, given);
const asking = (question: Question, given: Parameters<typeof open>[1] = {}) =>
  ask(question.key, { ask: of(question), ...given });

const all = <T extends Element>(selector: string) => [...(host()?.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const inputs = () => all<HTMLInputElement>('input');
const only = (): HTMLInputElement => {
  const [input] = inputs();
  if (!input) throw new Error('no input');
  return input;
};
const type = (value: string) => {
  only().value = value;
  only().dispatchEvent(new Event('input', { bubbles: true }));
};
/** What a browser does on Enter in any field: it presses the form's own button. */
const enter = () => all<HTMLButtonElement>('form button[type=submit]')[0]?.click();
const focused = () => host()?.shadowRoot?.activeElement;
const byIds = (ids: string | null) =>
  (ids ?? '')
    .split(' ')
    .map((id) => host()?.shadowRoot?.getElementById(id)?.textContent)
    .join(' ');

describe('one of several', () => {
  test('says what it gives, what it is for, how long and where it is kept; one tap answers', async () => {
    const { door, popup } = await ask('priority');
    expect(text('title')).toBe('What matters most for this order?');
    expect(text('body')).toBe(
      'So that the shop can show you what helps with it.What it is for: choosing the popups you see. Kept for 180 days, on this device only.',
    );
    expect(parts('action').map((button) => button.textContent)).toEqual([
      'A good price',
      'Fast delivery',
      'Right fit',
      'Easy returns',
      'Little effort',
    ]);
    part('action', 3).click();
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
    expect(text('title')).toBe('Thank you');
    expect(parts('action')).toEqual([]);
    expect(door.end.mock.calls).toEqual([['answered']]);
    part('dismiss').click();
    popup.close();
    expect(host()).toBe(null);
    expect(door.end).toHaveBeenCalledTimes(1);
  });

  test('kept in the words the shopper read', async () => {
    const { door } = await ask('hesitation', { locales: ['ja-JP'] });
    part('action', 8).click();
    expect(door.ask.answer).toHaveBeenCalledWith({
      key: 'hesitation',
      value: 'just-looking',
      question: 'まだ迷われている点はありますか',
      wording: '特になし（見ているだけ）',
      benefit: 'その点についてショップがお手伝いできます。',
      locale: 'ja-JP',
    });
  });

  test.each([
    ['priority', 5, true],
    ['contact', 4, false],
  ])('%s with %d answers: is the way out kept in sight beneath them? %s', async (key, count, beneath) => {
    await ask(key);
    expect(parts('action')).toHaveLength(count);
    expect(part('dismiss').closest('.foot') !== null).toBe(beneath);
    expect(part('dismiss').parentElement?.contains(part('action'))).toBe(!beneath);
  });

  test('dismissed without an answer', async () => {
    const { door } = await ask('priority');
    part('dismiss').click();
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(door.ask.answer).not.toHaveBeenCalled();
  });

  test('the opener may close it while it is being answered', async () => {
    const { door, popup } = await ask('priority');
    door.ask.answer.mockImplementation(() => popup.close());
    part('action', 1).click();
    expect(host()).toBe(null);
    expect(door.end).not.toHaveBeenCalled();
  });

  test('with whom it may be shared, and then no word of this device only', async () => {
    await asking(custom({ options: [{ value: 'a' }], sharedWith: ['Klaviyo', 'Braze'] }));
    expect(text('body')).toBe(
      'What it is for: gift advice. Kept on this device for 30 days. May be shared with: Klaviyo, Braze.',
    );
  });

  test.each([
    ['ja', '利用目的：gift advice。この端末に保存されます（期間：30日）。共有される可能性のある相手：Braze。'],
    ['zh-Hans', '用途：gift advice。在此设备上保存30天。可能共享给：Braze。'],
    ['zh-Hant', '用途：gift advice。在這台裝置上保存 30 天。可能會分享給：Braze。'],
  ])('in %s without spaces between the sentences', async (locale, note) => {
    await asking(custom({ options: [{ value: 'a' }], sharedWith: ['Braze'] }), { locales: [locale] });
    expect(text('body')).toBe(note);
  });
});

describe('pictures', () => {
  const shown = async (picture: string) => {
    await asking(custom({ options: [{ value: 'a', picture }, { value: 'b' }] }));
    return all<HTMLImageElement>('img').map((image) => image.src);
  };

  test.each([
    ['https://cdn.example/a.png', 'https://cdn.example/a.png'],
    ['/a.png', new URL('/a.png', document.baseURI).href],
    ['a.png', new URL('a.png', document.baseURI).href],
  ])('%s is shown', async (picture, src) => {
    expect(await shown(picture)).toEqual([src]);
  });

  test.each([
    'http://cdn.example/a.png',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:image/svg+xml,<svg/>',
    `blob:${new URL('/x', document.baseURI).href}`,
    'file:///etc/passwd',
    'https://',
  ])('%j is not', async (picture) => {
    expect(await shown(picture)).toEqual([]);
    expect(part('action').textContent).toBe('a');
  });

  test('beside their text, late, without the page’s address, in a box of their own', async () => {
    await shown('https://cdn.example/a.png');
    const [image] = all('img');
    const attribute = (name: string) => image?.getAttribute(name);
    expect(['alt', 'loading', 'referrerpolicy', 'width', 'height'].map(attribute)).toEqual([
      '',
      'lazy',
      'no-referrer',
      '48',
      '48',
    ]);
    expect(part('action').contains(image ?? null)).toBe(true);
  });
});

describe('several', () => {
  test('boxes to tick, named by the question; what is ticked is the answer', async () => {
    const { door } = await ask('style');
    expect(inputs().map((input) => input.type)).toEqual(Array(6).fill('checkbox'));
    expect(inputs().map((input) => input.labels?.[0]?.textContent)).toContain('Sporty');
    const [group] = all('[role=group]');
    expect(byIds(group?.getAttribute('aria-labelledby') ?? '')).toBe('Which styles do you like?');
    inputs()[3]?.click();
    inputs()[0]?.click();
    part('action').click();
    expect(door.ask.answer.mock.calls[0]?.[0]).toMatchObject({
      value: ['classic', 'sporty'],
      wording: 'Classic, Sporty',
    });
    expect(text('title')).toBe('Thank you');
  });

  test('nothing ticked is said, and leads to the boxes', async () => {
    const { door } = await ask('style');
    part('action').click();
    expect(text('flaw')).toBe('Nothing is chosen yet.');
    expect(focused()).toBe(only());
    expect(byIds(only().getAttribute('aria-describedby'))).toBe('Nothing is chosen yet.');
    expect(only().getAttribute('aria-invalid')).toBe('true');
    expect(door.ask.answer).not.toHaveBeenCalled();
    inputs()[2]?.click();
    expect(text('flaw')).toBe('');
    expect(only().hasAttribute('aria-invalid')).toBe(false);
    expect(inputs()[2]?.checked).toBe(true);
  });

  test('begins with what is known', async () => {
    await ask('style', { ask: askDoor(undefined, { style: ['modern'] }) });
    expect(inputs().map((input) => input.checked)).toEqual([false, true, false, false, false, false]);
  });
});

describe('a scale', () => {
  const scale = custom({ kind: 'scale', min: 1, max: 5, say: { least: 'not at all', most: 'very' } });

  test('radio buttons, with what its ends mean', async () => {
    const { door } = await asking(scale);
    expect(inputs().map((input) => [input.type, input.value])).toEqual(
      ['1', '2', '3', '4', '5'].map((value) => ['radio', value]),
    );
    expect(inputs().map((input) => byIds(input.getAttribute('aria-describedby')))).toEqual([
      '1 = not at all',
      '',
      '',
      '',
      '5 = very',
    ]);
    expect(byIds(all('[role=radiogroup]')[0]?.getAttribute('aria-labelledby') ?? '')).toBe('Which?');
    inputs()[3]?.click();
    enter();
    expect(door.ask.answer.mock.calls[0]?.[0]).toMatchObject({ value: 4, wording: '4 (1 = not at all – 5 = very)' });
  });

  test('nothing chosen is said', async () => {
    const { door } = await asking(scale);
    enter();
    expect(text('flaw')).toBe('Nothing is chosen yet.');
    expect(focused()).toBe(only());
    expect(all('[role=radiogroup]')[0]?.getAttribute('aria-invalid')).toBe('true');
    expect(door.ask.answer).not.toHaveBeenCalled();
  });

  test('a long one is a number to type', async () => {
    const { door } = await asking(custom({ kind: 'scale', min: 0, max: 100 }));
    type('70');
    enter();
    expect(door.ask.answer.mock.calls[0]?.[0]).toMatchObject({ value: 70, wording: '70 (0 – 100)' });
  });
});

describe.each<[string, Question, string, unknown, string, [string, string][]]>([
  [
    'a number',
    custom({ kind: 'number', min: 10, max: 900, unit: 'EUR' }),
    '1,000.50',
    undefined,
    '',
    [
      ['', 'Nothing is entered yet.'],
      ['a lot', 'Please enter a number, such as 50.'],
      ['5', 'Please enter €10 or more.'],
      ['1,000.50', 'Please enter €900 or less.'],
    ],
  ],
  ['a number with cents', custom({ kind: 'number', unit: 'EUR' }), '1,000.50', 1000.5, '€1,000.50', []],
  ['a length', custom({ kind: 'number', unit: 'centimeter' }), '172', 172, '172 cm', []],
  ['a number of something', custom({ kind: 'number', unit: 'crates' }), '3', 3, '3 crates', []],
  [
    'a date',
    custom({ kind: 'date' }),
    '2026-12-24',
    '2026-12-24',
    '24 Dec 2026',
    [
      ['', 'Nothing is entered yet.'],
      ['2026-11-22', 'This day has passed. Please choose a later one.'],
    ],
  ],
  [
    'a size',
    custom({ kind: 'size' }),
    ' 42 ½',
    '42.5',
    '42.5',
    [
      ['', 'Nothing is entered yet.'],
      ['{}', 'Please enter a size, such as 42 or M.'],
      ['4'.repeat(300), 'This is too long.'],
    ],
  ],
])('%s', (_, question, typed, value, wording, flaws) => {
  test('one field, named by the question', async () => {
    const { door } = await asking(question);
    expect(inputs()).toHaveLength(1);
    expect(byIds(only().getAttribute('aria-labelledby'))).toBe('Which?');
    expect(only().type).toBe(question.kind === 'date' ? 'date' : 'text');
    expect(only().inputMode || null).toBe(question.kind === 'number' ? 'decimal' : null);
    type(typed);
    enter();
    if (value === undefined) return expect(door.ask.answer).not.toHaveBeenCalled();
    expect(door.ask.answer.mock.calls[0]?.[0]).toMatchObject({ key: 'q', value, wording, benefit: '' });
    expect(text('title')).toBe('Thank you');
  });

  if (flaws.length)
    test.each(flaws)('%j: said beside it, and led back to', async (entry, words) => {
      const { door } = await asking(question);
      // A region that speaks has to be there before its text.
      const region = part('flaw');
      expect([region.getAttribute('role'), region.hidden, text('flaw')]).toEqual(['status', false, '']);
      type(entry);
      part('action').focus();
      part('action').click();
      expect(text('flaw')).toBe(words);
      expect(part('flaw')).toBe(region);
      expect(region.hidden).toBe(false);
      expect(focused()).toBe(only());
      expect(only().value).toBe(entry);
      expect(only().getAttribute('aria-invalid')).toBe('true');
      expect(byIds(only().getAttribute('aria-describedby'))).toContain(words);
      expect(door.ask.answer).not.toHaveBeenCalled();
      expect(door.end).not.toHaveBeenCalled();
      type('1');
      expect(text('flaw')).toBe('');
      expect(only().hasAttribute('aria-invalid')).toBe(false);
    });
});

test('the unit stands beside the field and is read with it', async () => {
  await asking(custom({ kind: 'number', unit: 'EUR' }));
  expect(byIds(only().getAttribute('aria-describedby'))).toBe('€');
});

test('what is known is written as it is typed in this language', async () => {
  const question = custom({ kind: 'number', unit: 'EUR' });
  await asking(question, { ask: askDoor({ q: question }, { q: 1234.5 }), locales: ['de'] });
  expect(only().value).toBe('1234,5');
});

test('half a date is no empty one', async () => {
  const { door } = await asking(custom({ kind: 'date' }));
  Object.defineProperty(only(), 'validity', { value: { badInput: true } });
  enter();
  expect(text('flaw')).toBe('Please enter a full date.');
  expect(door.ask.check).not.toHaveBeenCalled();
});

test('what is typed is nothing to the page’s own keys; Escape still closes', async () => {
  const { door } = await ask('size');
  const hotkey = vi.fn();
  document.body.addEventListener('keydown', hotkey);
  only().focus();
  press('s', only());
  expect(hotkey).not.toHaveBeenCalled();
  press('Escape', only());
  document.body.removeEventListener('keydown', hotkey);
  expect(hotkey).toHaveBeenCalledTimes(1);
  expect(door.end.mock.calls).toEqual([['dismissed']]);
});

describe('questions in a row', () => {
  const quiz = () =>
    of(
      custom({ key: 'who', options: [{ value: 'me' }, { value: 'gift' }], next: { gift: 'when', '*': 'size' } }),
      { ...custom({ key: 'when', kind: 'date', next: { '*': 'size' } }), words: { en: { ask: 'When?' } } },
      { ...custom({ key: 'size', kind: 'size', next: { '*': 'mute' } }), words: { en: { ask: 'Size?' } } },
      { ...custom({ key: 'mute', kind: 'size' }), words: undefined },
    );

  test('the answer leads on: kept at once, each for itself, the last one ends it', async () => {
    const { door } = await ask('who', { ask: quiz() });
    part('action', 1).click();
    expect(door.ask.answer.mock.calls.map(([{ key, value }]) => [key, value])).toEqual([['who', 'gift']]);
    expect(text('title')).toBe('Question 2 When?');
    expect(door.end).not.toHaveBeenCalled();
    type('2026-12-24');
    enter();
    expect(text('title')).toBe('Question 3 Size?');
    expect(only().value).toBe('');
    type('m');
    enter();
    // What follows has no words: it is not asked.
    expect(text('title')).toBe('Thank you');
    expect(door.ask.answer.mock.calls.map(([{ key, value }]) => [key, value])).toEqual([
      ['who', 'gift'],
      ['when', '2026-12-24'],
      ['size', 'M'],
    ]);
    expect(door.end.mock.calls).toEqual([['answered']]);
  });

  test('another answer leads elsewhere', async () => {
    await ask('who', { ask: quiz() });
    part('action', 0).click();
    expect(text('title')).toBe('Question 2 Size?');
  });

  test('never in a circle', async () => {
    const door = of(custom({ key: 'a', options: [{ value: '1' }] }), custom({ key: 'b', options: [{ value: '1' }] }));
    door.next.mockImplementation((key) => (key === 'a' ? 'b' : 'a'));
    const { door: given } = await ask('a', { ask: door });
    part('action').click();
    part('action').click();
    expect(text('title')).toBe('Thank you');
    expect(given.end.mock.calls).toEqual([['answered']]);
  });

  test.each<[string, () => void]>([
    ['its button', () => part('dismiss').click()],
    ['Escape', () => press('Escape')],
  ])('closed in the middle by %s: answered', async (_, close) => {
    const { door } = await ask('who', { ask: quiz() });
    part('action', 1).click();
    close();
    expect(door.end.mock.calls).toEqual([['answered']]);
    expect(host()).toBe(null);
  });

  test('closed at a flaw of the first: dismissed', async () => {
    const { door } = await ask('size', { ask: quiz() });
    enter();
    part('dismiss').click();
    expect(door.end.mock.calls).toEqual([['dismissed']]);
  });

  const status = () => all('[role=status]')[0]?.textContent;

  test('with the focus inside, the title takes it, which is heard once', async () => {
    await ask('who', { ask: quiz() });
    vi.advanceTimersByTime(5000);
    part('action', 1).focus();
    part('action', 1).click();
    expect(focused()).toBe(part('title'));
    vi.advanceTimersByTime(500);
    expect(status()).toBe('');
  });

  test('a button of the next question does not inherit the focus: Enter twice would answer it unread', async () => {
    const options = [{ value: '1' }, { value: '2' }];
    const next = { '*': 'b' };
    await ask('a', { ask: of(custom({ key: 'a', options, next }), custom({ key: 'b', options })) });
    part('action', 1).focus();
    part('action', 1).click();
    expect(focused()).toBe(part('title'));
  });

  test('without, it is announced once and the focus left alone', async () => {
    document.querySelector<HTMLElement>('#link')?.focus();
    await ask('who', { ask: quiz() });
    vi.advanceTimersByTime(5000);
    part('action', 1).click();
    vi.advanceTimersByTime(150);
    expect(status()).toBe('Question 2 When?');
    expect(document.activeElement?.id).toBe('link');
    vi.advanceTimersByTime(5000);
    expect(status()).toBe('');
  });
});

describe('words', () => {
  const words = (...tags: string[]) => Object.fromEntries(tags.map((tag) => [tag, { ask: `in ${tag}` }]));
  test.each([
    [['de-AT', 'en'], ['en', 'de', 'de-AT'], 'de-AT'],
    [['de-CH'], ['en', 'de-AT', 'de'], 'de'],
    [['de'], ['en', 'de-AT'], 'de-AT'],
    [['pt_BR', 'fr'], ['en', 'fr', 'pt-br'], 'pt-br'],
    [['nl', 'fr'], ['en', 'fr'], 'fr'],
    [['nl'], ['fr', 'en-US'], 'en-US'],
    [['nl'], ['fr', 'it'], 'fr'],
  ])('%j of %j → %s', async (locales, tags, best) => {
    const { door } = await asking({ ...custom({ kind: 'size' }), words: words(...tags) }, { locales });
    expect(text('title')).toBe(`in ${best}`);
    expect(part('title').querySelector('span')?.lang).toBe(best);
    type('M');
    enter();
    expect(door.ask.answer.mock.calls[0]?.[0].locale).toBe(best);
  });

  test('a language without a question in it is none', async () => {
    await asking(
      { ...custom({ kind: 'size' }), words: { fr: { ask: '' }, en: { ask: 'in en' } } },
      { locales: ['fr'] },
    );
    expect(text('title')).toBe('in en');
  });

  test.each<[string, Partial<Question>]>([
    ['no words', { words: undefined }],
    ['empty words', { words: { en: { ask: '' } } }],
    ['nothing to choose from', { options: [] }],
  ])('%s: an error for the opener, and nothing on the page', async (_, more) => {
    const listen = vi.spyOn(document, 'addEventListener');
    await expect(asking(custom(more))).rejects.toThrow('"q"');
    expect(host()).toBe(null);
    expect(listen).not.toHaveBeenCalled();
    listen.mockRestore();
  });

  test('a question nobody has described likewise', async () => {
    await expect(ask('constructor')).rejects.toThrow('"constructor"');
    expect(host()).toBe(null);
  });

  test('the shop’s own words go before the ready ones, and so do its options', async () => {
    const question = { ...custom({ key: 'priority', options: [{ value: 'price' }] }) };
    await asking(question);
    expect(text('title')).toBe('Which?');
    // No label of the ready question slips in.
    expect(text('action')).toBe('price');
  });

  test('hostile ones are text', async () => {
    const bad = '<img src=x onerror=alert(1)>{n}\u202Eevil';
    const say = { ask: bad, benefit: bad, options: { a: bad } };
    await asking(custom({ options: [{ value: 'a' }], say, purpose: bad, sharedWith: [bad] }));
    expect(part('title').textContent).toBe(bad);
    expect(text('action')).toBe(bad);
    expect(text('body').split(bad)).toHaveLength(4);
    expect(all('img')).toEqual([]);
    // Its direction stays its own.
    for (const name of ['title', 'action']) expect(part(name).querySelector('[dir=auto]')?.textContent).toBe(bad);
  });

  test('hostile ones in a scale and in boxes too', async () => {
    const bad = '<b onclick=alert(1)>{min}';
    await asking(custom({ kind: 'scale', min: 1, max: 3, say: { least: bad, most: bad } }));
    expect(part('form').textContent).toContain(`1 = ${bad}`);
    closeAll();
    await asking(custom({ kind: 'several', options: [{ value: 'a' }], say: { options: { a: bad } } }));
    expect(part('form').textContent).toContain(bad);
    expect(all('b')).toEqual([]);
  });
});

test.each([
  ['my-question', true],
  ['another', false],
])('where the page has a slot for %s: does it stand there? %s', async (campaign, there) => {
  document.body.innerHTML += `<main><div data-waver-slot="${campaign}"></div></main>`;
  await ask('size');
  expect(host()?.parentElement).toBe(there ? document.querySelector('[data-waver-slot]') : document.body);
  expect(host()?.dataset.place).toBe(there ? 'inline' : undefined);
});

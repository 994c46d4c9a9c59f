import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore } from '../../src/browser/store';
import { isKey } from '../../src/core/isKey';
import type { Said } from '../../src/runVisit';
import type { Answer, AnswerValue, Preference, Visit } from '../../src/types';
import { aVisit, DAY, NOW } from '../unit/given';
import { createWarnSpy, PROTOTYPE_KEYS } from './given';

const given = (locales: string[] = ['de-AT', 'en'], questions?: unknown, over: Partial<Visit> = {}) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  const feed = vi.fn<(said: Said) => void>();
  const visit = () => aVisit(over);
  const answers = createAnswers({ store, warn, feed, locales: () => locales, visit, own: questions });
  /** As the popup gives it, and kept. */
  const answer = async (key: string, value: AnswerValue, words: Partial<Answer> = WORDS) => {
    answers.ask().answer({ key, value, ...WORDS, ...words });
    await vi.waitFor(() => expect(feed).toHaveBeenCalledWith(expect.objectContaining({ key, value })));
  };
  return { warn, store, feed, answers, answer };
};
const WORDS = {
  question: 'Was ist Ihnen am wichtigsten?',
  wording: 'Der Preis',
  benefit: 'Damit wir helfen',
  locale: 'de',
};

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an answer', () => {
  test('is kept as it was given: words, time, purpose and how long', async () => {
    const { answers, answer } = given();
    await answer('priority', 'price');
    expect(await answers.all()).toEqual([
      {
        key: 'priority',
        value: 'price',
        ...WORDS,
        purpose: 'personalise-popups',
        givenAt: NOW,
        expiresAt: NOW + 180 * DAY,
        consent: 'answer',
        sharedWith: [],
        history: [],
      },
    ]);
  });

  test('is told to the visit', async () => {
    const { answer, feed } = given();
    await answer('priority', 'price');
    expect(feed).toHaveBeenCalledExactlyOnceWith({
      type: 'preference',
      key: 'priority',
      value: 'price',
      question: WORDS.question,
      purpose: 'personalise-popups',
    });
  });

  test('given in code stands for itself', async () => {
    const { answers } = given();
    await answers.set('size', 'M');
    expect(await answers.get('size')).toMatchObject({ question: 'size', wording: 'M', locale: 'de-AT' });
  });

  test('given where nobody knows the language is in English', async () => {
    const { answers } = given([]);
    await answers.set('size', 'M');
    expect(await answers.get('size')).toMatchObject({ locale: 'en' });
  });

  test('cannot be given a purpose, a time or a consent other than the true ones', async () => {
    const { answers, answer } = given();
    await answer('size', 'M', { purpose: 'anything', givenAt: 0, expiresAt: 9e15, consent: 'granted' } as object);
    expect(await answers.get('size')).toMatchObject({ purpose: 'suggest-size', givenAt: NOW, consent: 'answer' });
  });

  test('takes the place of an older one, and leaves the others', async () => {
    const { answers } = given();
    await answers.set('size', 'M');
    await answers.set('priority', 'price');
    await answers.set('priority', 'delivery');
    expect((await answers.all()).map(({ key, value }) => [key, value])).toEqual([
      ['size', 'M'],
      ['priority', 'delivery'],
    ]);
  });

  test.each([
    ['priority', 'price', 180],
    ['size', 'M', 365],
    // The day itself ends it: 3 December, from 23 November at ten.
    ['delivery-by', '2026-12-03', 10 + 14 / 24],
    ['nobody-described-it', 'x', 180],
  ])('to %s (%s) ends after %d days', async (key, value, days) => {
    const { answers } = given();
    await answers.set(key, value);
    vi.setSystemTime(NOW + days * DAY - 1);
    expect(await answers.all()).toHaveLength(1);
    vi.setSystemTime(NOW + days * DAY);
    expect(await answers.all()).toEqual([]);
    expect(await answers.get(key)).toBeUndefined();
  });

  test('given anew remembers the ten before it', async () => {
    const { answers } = given();
    for (let n = 0; n < 13; n++) {
      vi.setSystemTime(NOW + n);
      await answers.set('size', `${30 + n}`);
    }
    const { value, history } = (await answers.get('size')) ?? {};
    expect(value).toBe('42');
    expect(history).toEqual(Array.from({ length: 10 }, (_, i) => ({ value: `${32 + i}`, givenAt: NOW + 2 + i })));
  });

  test('is kept in one form, however it was written', async () => {
    const { answers } = given(['de']);
    await answers.set('size', ' xxl ');
    await answers.set('budget', '1.234,50 €');
    await answers.set('style', ['sporty', 'classic', 'sporty']);
    expect((await answers.all()).map(({ key, value }) => [key, value])).toEqual([
      ['size', '2XL'],
      ['budget', 1234.5],
      ['style', ['classic', 'sporty']],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['budget', 'much', 'not-a-number'],
    ['budget', '-3', 'too-low'],
    ['delivery-by', '2026-11-22', 'past'],
    ['priority', 'fame', 'unknown-option'],
    ['size', '', 'empty'],
    ['mine', { toString: () => 'x' }, 'no-answer'],
    ['mine', Number.NaN, 'no-answer'],
    ['mine', [], 'no-answer'],
    ['mine', 'x'.repeat(201), 'no-answer'],
  ])('to %s that is %j is refused with its reason, and nothing changes', async (key, raw, reason) => {
    const { answers, warn, feed } = given();
    await answers.set(key, raw);
    expect(await answers.all()).toEqual([]);
    expect(feed).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(reason));
  });

  test('is forgotten by null, and that is told', async () => {
    const { answers, feed } = given();
    await answers.set('size', 'M');
    await answers.set('size', null);
    expect(await answers.all()).toEqual([]);
    expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'size', value: null }));
  });

  test.each(PROTOTYPE_KEYS.filter(isKey))('may be to a question named %s', async (key) => {
    const { answers } = given();
    expect(await answers.get(key)).toBeUndefined();
    await answers.set(key, 'x');
    expect(await answers.get(key)).toMatchObject({ key, value: 'x' });
    await answers.set(key, null);
    expect(await answers.all()).toEqual([]);
  });

  test.each(PROTOTYPE_KEYS.filter((key) => !isKey(key)))('is none to %s, which no question is named', async (key) => {
    const { answers, warn } = given();
    await answers.set(key, 'x');
    expect(await answers.get(key)).toBeUndefined();
    await answers.set(key, null);
    expect(await answers.all()).toEqual([]);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('kebab-case'));
  });

  test('says the consent it was kept under', async () => {
    const { answers, store } = given();
    vi.spyOn(store, 'lasting').mockReturnValue(true);
    await answers.set('size', 'M');
    expect(await answers.get('size')).toMatchObject({ consent: 'granted' });
  });
});

test('the export is JSON of all answers, for people to read', async () => {
  const { answers } = given();
  expect(JSON.parse(await answers.export())).toEqual([]);
  await answers.set('size', 'M');
  const text = await answers.export();
  expect(JSON.parse(text)).toEqual(await answers.all());
  expect(text).toContain('\n');
});

test('one that is corrupt is named and does not cost the others', async () => {
  const { answers, store, warn } = given();
  await answers.set('size', 'M');
  await store.update('preferences', (kept) => ({ ...(kept as object), priority: { value: {} } }));
  expect((await answers.all()).map(({ key }) => key)).toEqual(['size']);
  // It stays where it is, out of use.
  await answers.set('horizon', 'today');
  expect(await store.read('preferences')).toMatchObject({ size: { value: 'M' }, priority: { value: {} } });
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('preferences.priority'));
});

test('one of an earlier version promised and remembered less', async () => {
  const { answers, store } = given();
  await answers.set('size', 'M');
  await store.update('preferences', (kept) => {
    const { benefit: _b, history: _h, ...old } = (kept as Record<string, Preference>).size as Preference;
    return { size: old };
  });
  expect(await answers.get('size')).toMatchObject({ value: 'M', benefit: '', history: [] });
});

describe('what was exported', () => {
  test('comes back on another device, with all that belongs to it', async () => {
    const here = given();
    await here.answer('priority', 'price');
    await here.answers.set('style', ['classic']);
    const text = await here.answers.export();
    const there = given();
    expect(await there.answers.import(text)).toEqual({ taken: 2, refused: [] });
    expect(await there.answers.all()).toEqual(await here.answers.all());
    expect(there.feed.mock.calls.map(([said]) => (said as { key?: string }).key)).toEqual(['priority', 'style']);
  });

  test('the later answer holds, the other is remembered', async () => {
    const here = given();
    await here.answers.set('size', 'M');
    const text = await here.answers.export();
    vi.setSystemTime(NOW + 1);
    await here.answers.set('size', 'L');
    await here.answers.import(text);
    expect(await here.answers.get('size')).toMatchObject({ value: 'L', history: [{ value: 'M', givenAt: NOW }] });
  });

  test('what is no answer is left out with its reason, the rest comes in', async () => {
    const here = given();
    await here.answers.set('size', 'M');
    const [good] = JSON.parse(await here.answers.export());
    const { taken, refused } = await here.answers.import(JSON.stringify([good, { ...good, key: '__proto__' }, 7]));
    expect(taken).toBe(1);
    expect(refused).toHaveLength(2);
    expect(await here.answers.import('<html>')).toMatchObject({ taken: 0 });
    // Whoever made the file: what is no answer to its question does not come in, nor a longer time or another consent.
    const forged = { ...good, value: 'x'.repeat(60), expiresAt: NOW + 700 * DAY };
    expect(await here.answers.import(JSON.stringify([forged]))).toEqual({ taken: 0, refused: ['size: not-a-size'] });
    const later = { ...good, value: 'L', givenAt: NOW + 1, expiresAt: NOW + 700 * DAY, consent: 'granted' };
    await here.answers.import(JSON.stringify([later]));
    expect(await here.answers.get('size')).toMatchObject({
      value: 'L',
      expiresAt: NOW + 1 + 365 * DAY,
      consent: 'answer',
    });
  });
});

describe('the wish not to be spoken to', () => {
  test('is kept until its time and told to the visit, but is no answer to a question', async () => {
    const { answers, feed, store } = given();
    await answers.mute(NOW + DAY);
    expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'muted-until', value: NOW + DAY }));
    expect(await answers.all()).toEqual([]);
    expect(await store.read('preferences')).toMatchObject({ 'muted-until': { expiresAt: NOW + DAY } });
    await answers.mute(0);
    expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'muted-until', value: null }));
    expect(await store.read('preferences')).toEqual({});
  });

  test('does not travel in a file', async () => {
    const { answers, store } = given();
    await answers.set('size', 'M');
    const [size] = await answers.all();
    await answers.import(JSON.stringify([{ ...size, key: 'muted-until', value: NOW + DAY }]));
    expect(await store.read('preferences')).not.toHaveProperty('muted-until');
  });
});

describe('questions', () => {
  const RIDE = { key: 'ride', kind: 'one', options: [{ value: 'city' }, { value: 'trail' }], purpose: 'find-a-bike' };
  const words = { en: { ask: 'Where do you ride?', options: { city: 'City', trail: 'Trail' } } };

  test('of the shop’s own stand beside the ready ones', async () => {
    const { answers, warn } = given(['en'], [{ ...RIDE, keepDays: 30, words, next: { trail: 'size' } }]);
    expect(['ride', 'size', 'priority', 'nonsense', 'constructor'].map(answers.knows)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    await answers.set('ride', 'trail');
    expect(await answers.get('ride')).toMatchObject({ purpose: 'find-a-bike', expiresAt: NOW + 30 * DAY });
    expect(answers.ask().next('ride', 'trail')).toBe('size');
    expect(warn).not.toHaveBeenCalled();
  });

  test('that follow are skipped when they have an answer', () => {
    const next = { trail: 'size' };
    const { answers } = given(['en'], [{ ...RIDE, keepDays: 30, words, next }], { preferences: { size: 'M' } });
    expect(answers.ask().next('ride', 'trail')).toBeUndefined();
    expect(answers.ask().known).toEqual({ size: 'M' });
  });

  test('that were left in the middle go on where they were left', () => {
    const open = (preferences: Visit['preferences']) =>
      given(['en'], undefined, { preferences }).answers.open('occasion');
    expect(open({})).toBe('occasion');
    expect(open({ occasion: 'gift' })).toBe('delivery-by');
    expect(open({ occasion: 'gift', 'delivery-by': '2026-12-24' })).toBeUndefined();
    expect(open({ occasion: 'home' })).toBeUndefined();
  });

  test('that cannot be asked are left out, and why is said with the place', () => {
    const { answers, warn } = given(['en'], [{ ...RIDE, keepDays: 30, words, kind: 'riddle' }, 'ride']);
    expect(answers.knows('ride')).toBe(false);
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^questions\[0\]\.kind.*left out$/s));
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^questions\[1\].*left out$/s));
    given(['en'], { ride: RIDE }).answers.knows('ride');
    expect(given(['en'], 'ride').warn).toHaveBeenCalledWith(expect.stringContaining('expected a list'));
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswers } from '../../src/answers';
import { createStore } from '../../src/browser/store';
import type { Said } from '../../src/runVisit';
import { DAY, NOW } from '../unit/given';
import { createWarnSpy, PROTOTYPE_KEYS } from './given';

const given = (locales: string[] = ['de-AT', 'en']) => {
  const warn = createWarnSpy();
  const store = createStore(warn);
  const feed = vi.fn<(said: Said) => void>();
  return { warn, store, feed, answers: createAnswers(store, warn, () => locales, feed) };
};
const WORDS = { question: 'Was ist Ihnen am wichtigsten?', wording: 'Der Preis', locale: 'de' };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an answer', () => {
  test('is kept as it was given: words, time, purpose and how long', async () => {
    const { answers } = given();
    await answers.set('priority', 'price', WORDS);
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
      },
    ]);
  });

  test('is told to the visit', async () => {
    const { answers, feed } = given();
    await answers.set('priority', 'price', WORDS);
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
    const { answers } = given();
    await answers.set('size', 'M', { purpose: 'anything', givenAt: 0, expiresAt: 9e15, consent: 'granted' });
    expect(await answers.get('size')).toMatchObject({ purpose: 'personalise-popups', givenAt: NOW, consent: 'answer' });
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

  test('ends when it expires', async () => {
    const { answers } = given();
    await answers.set('size', 'M');
    vi.setSystemTime(NOW + 180 * DAY - 1);
    expect(await answers.all()).toHaveLength(1);
    vi.setSystemTime(NOW + 180 * DAY);
    expect(await answers.all()).toEqual([]);
    expect(await answers.get('size')).toBeUndefined();
  });

  test('is forgotten by null, and that is told', async () => {
    const { answers, feed } = given();
    await answers.set('size', 'M');
    await answers.set('size', null);
    expect(await answers.all()).toEqual([]);
    expect(feed).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'size', value: null }));
  });

  test.each(PROTOTYPE_KEYS)('may be to a question named %s', async (key) => {
    const { answers } = given();
    expect(await answers.get(key)).toBeUndefined();
    await answers.set(key, 'x');
    expect(await answers.get(key)).toMatchObject({ key, value: 'x' });
    await answers.set(key, null);
    expect(await answers.all()).toEqual([]);
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
  await store.update('preferences', (kept) => ({ ...(kept as object), priority: { value: 7 } }));
  expect((await answers.all()).map(({ key }) => key)).toEqual(['size']);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('preferences.priority'));
});

import { describe, expect, test } from 'vitest';
import { checkQuestion } from '../../src/core/checkQuestion';
import { isName } from '../../src/core/isName';
import { nextQuestion } from '../../src/core/nextQuestion';
import { prior } from '../../src/core/prior';
import { questions } from '../../src/core/questions';

const keys = Object.keys(questions);

test('nine, each under its own key', () => {
  expect(keys).toEqual([
    'priority',
    'budget',
    'delivery-by',
    'size',
    'style',
    'occasion',
    'hesitation',
    'horizon',
    'contact',
  ]);
  for (const key of keys) expect(questions[key]?.key).toBe(key);
});

describe.each(Object.values(questions))('$key', (question) => {
  test('is one that a shop could have written', () => {
    expect(checkQuestion(question, keys)).toEqual({ question });
  });

  test('is JSON, shared with nobody, and says nothing itself', () => {
    expect(JSON.parse(JSON.stringify(question))).toEqual(question);
    expect(question.sharedWith).toEqual([]);
    expect(question.words).toBeUndefined();
    expect(isName(question.purpose)).toBe(true);
  });

  test('comes to an end, whatever is answered', () => {
    const answers = question.options?.map(({ value }) => value) ?? ['42'];
    for (const answer of answers) {
      const known: Record<string, string> = {};
      let at: string | undefined = question.key;
      for (let asked = 0; at; asked++) {
        expect(asked).toBeLessThan(4);
        known[at] = at === question.key ? answer : (questions[at]?.options?.[0]?.value ?? '42');
        at = nextQuestion(questions, at, known[at] as string, known);
      }
    }
  });
});

test.each(['hesitation'])('%s knows every intent', (key) => {
  const values = questions[key]?.options?.map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(Object.keys(prior.intents)));
});

import { expect, test } from 'vitest';
import { campaigns, findCampaign, questionCampaign } from '../../src/core/campaigns';
import { prior } from '../../src/core/prior';

test('names are kebab-case and stand once', () => {
  const ids = campaigns.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('when nobody knows why, the question goes first', () => {
  const open = campaigns.filter(({ intent }) => intent === null);
  expect(open.map(({ id, priority = 0 }) => [id, priority])).toEqual([
    ['question', 1],
    ['preference-invitation', 0],
  ]);
});

test('each intent has one', () => {
  const answered = new Set(campaigns.flatMap(({ intent }) => intent ?? []));
  expect([...answered].sort()).toEqual(Object.keys(prior.intents).sort());
});

test('each question has a campaign, which comes only when it is asked for', () => {
  const id = questionCampaign('size');
  expect(findCampaign(id, campaigns)).toEqual({ id, popup: 'question', intent: null, question: 'size' });
  expect(campaigns.map((one) => one.id)).not.toContain(id);
  expect(findCampaign('question', campaigns)).toBe(campaigns.find((one) => one.id === 'question'));
  for (const none of ['', 'question-', 'mine', 'constructor']) expect(findCampaign(none, campaigns)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { campaigns, findCampaign, questionCampaign } from '../../src/core/campaigns';

test('names are kebab-case and stand once', () => {
  const ids = campaigns.map(({ id }) => id);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('exactly one answers when nobody knows why, and it asks', () => {
  expect(campaigns.filter(({ intent }) => intent === null)).toEqual([
    { id: 'question', popup: 'question', intent: null, question: 'priority' },
  ]);
});

test('each question has a campaign, which comes only when it is asked for', () => {
  const id = questionCampaign('size');
  expect(findCampaign(id)).toEqual({ id, popup: 'question', intent: null, question: 'size' });
  expect(campaigns.map((one) => one.id)).not.toContain(id);
  expect(findCampaign('question')).toBe(campaigns.find((one) => one.id === 'question'));
  for (const none of ['', 'question-', 'mine', 'constructor']) expect(findCampaign(none)).toBeUndefined();
});

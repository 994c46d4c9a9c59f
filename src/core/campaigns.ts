import type { Campaign } from '../types';

/** The campaign that asks one question, when the shop asks for it: it never comes by itself. */
export const questionCampaign = (question: string): string => `question-${question}`;

/** The campaign of this id. */
export const findCampaign = (id: string): Campaign | undefined => {
  const [, question] = /^question-(.+)$/.exec(id) ?? [];
  return question ? { id, popup: 'question', intent: null, question } : campaigns.find((one) => one.id === id);
};

/** Campaigns ready to use: each speaks only when the shop's own facts are there. */
export const campaigns: readonly Campaign[] = [
  { id: 'delivery-promise', popup: 'delivery-promise', intent: 'delivery' },
  { id: 'limited-points', popup: 'limited-points', intent: 'price' },
  { id: 'form-help', popup: 'form-help', intent: 'effort' },
  { id: 'question', popup: 'question', intent: null, question: 'priority' },
];

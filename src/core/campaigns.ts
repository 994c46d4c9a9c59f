import type { Campaign } from '../types';

/** The campaign that asks one question, when the shop asks for it: it never comes by itself. */
export const questionCampaign = (question: string): string => `question-${question}`;

/** The campaign of this id, of these. */
export const findCampaign = (id: string, all: readonly Campaign[]): Campaign | undefined => {
  const [, question] = /^question-(.+)$/.exec(id) ?? [];
  return question ? { id, popup: 'question', intent: null, question } : all.find((one) => one.id === id);
};

/**
 * Campaigns ready to use: each speaks only when the shop's own facts are there. Of those for one intent the first is the one
 * whose hold is told.
 */
export const campaigns: readonly Campaign[] = [
  { id: 'delivery-promise', popup: 'delivery-promise', intent: 'delivery' },
  { id: 'limited-points', popup: 'offer', intent: 'price' },
  { id: 'free-shipping', popup: 'free-shipping', intent: 'price' },
  { id: 'budget-alternative', popup: 'alternatives', intent: 'price' },
  { id: 'form-help', popup: 'form-help', intent: 'effort' },
  { id: 'fit-help', popup: 'fit-help', intent: 'fit' },
  { id: 'returns-promise', popup: 'returns-promise', intent: ['returns', 'fit'] },
  { id: 'payment-help', popup: 'payment-help', intent: 'payment' },
  { id: 'trust', popup: 'trust', intent: 'trust' },
  {
    id: 'save-for-later',
    popup: 'save-for-later',
    intent: ['price', 'fit', 'trust'],
    triggers: ['exit-intent', 'tab-away', 'cart-idle'],
  },
  { id: 'question', popup: 'question', intent: null, question: 'priority', priority: 1 },
  { id: 'preference-invitation', popup: 'preference-invitation', intent: null },
];

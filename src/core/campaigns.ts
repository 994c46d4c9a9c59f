import type { Campaign } from '../types';

/** Campaigns ready to use: each speaks only when the shop's own facts are there. */
export const campaigns: readonly Campaign[] = [
  { id: 'delivery-promise', popup: 'delivery-promise', intent: 'delivery' },
  { id: 'limited-points', popup: 'limited-points', intent: 'price' },
  { id: 'form-help', popup: 'form-help', intent: 'effort' },
  { id: 'question', popup: 'question', intent: null, question: 'priority' },
];

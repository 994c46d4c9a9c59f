import type { Visit } from '../../types';

/** Where an order is filled in. Elsewhere fields sort, filter, count pieces and subscribe. */
export const isForm = ({ kind }: Visit): boolean => /^(checkout|account)$/.test(kind);

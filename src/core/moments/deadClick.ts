import { tally } from './tally';

/** Clicks that nothing answers. 2 on a page (judgement): what counts as an answer cannot be known for sure from one. */
export const deadClick = tally(2, ({ type }) => (type === 'dead-click' ? '' : undefined));

/** What the shop promises, by its options and its page: the entry of `facts.js`, loaded when something is about to be stated. */
export { readDelivery } from './readDelivery';
export { readFacts } from './readFacts';

/** The actions of Universal Analytics' enhanced ecommerce, by the GA4 events that took their place. */
const ACTIONS = [
  ['add', 'add_to_cart'],
  ['remove', 'remove_from_cart'],
  ['checkout', 'begin_checkout'],
  ['purchase', 'purchase'],
] as const;

type Loose = Record<string, unknown>;

/**
 * A message in the older form that many themes still send, `{ ecommerce: { currencyCode, add: { products } } }`, as a GA4
 * one; undefined for all others. Told by its shape, since its events have free names.
 */
export const legacyCommerce = (message: object): object | undefined => {
  const ecommerce = Object((message as Loose).ecommerce) as Loose;
  const [key = '', event] = ACTIONS.find(([action]) => Object(ecommerce[action]).products) ?? [];
  // Pushed in both forms at once, the newer one is heard by the tag.
  if (!event || ACTIONS.some(([, name]) => name === (message as Loose).event)) return;
  const { products: items, actionField } = ecommerce[key] as Loose;
  const { id: transaction_id, revenue: value } = Object(actionField) as Loose;
  return { event, ecommerce: { currency: ecommerce.currencyCode, items, value, transaction_id } };
};

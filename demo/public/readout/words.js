/** Plain words for what Waver's records say in keys. A key that is not here is shown as it is. */

const plain = (key) => String(key ?? '').replaceAll('-', ' ');
/** What a table says of a key, and nothing that every object has anyway. */
const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const intents = {
  price: 'Price',
  delivery: 'Delivery time',
  effort: 'Effort of the form',
  fit: 'Right for me?',
  returns: 'Returns',
  payment: 'Payment',
  trust: 'Trust',
};
export const intentWords = (intent) => own(intents, intent) ?? capital(plain(intent));

const campaigns = {
  'delivery-promise': 'When it would arrive',
  'limited-points': 'Points for a limited time',
  'free-shipping': 'Free shipping within reach',
  'budget-alternative': 'Products within the budget',
  'form-help': 'Help with the form',
  'fit-help': 'Help with the size',
  'returns-promise': 'How long it can be sent back',
  'payment-help': 'Ways to pay',
  trust: 'Rating and contact',
  'save-for-later': 'Keep the cart for later',
  question: 'One question',
  'preference-invitation': 'Answers kept from earlier',
};
export const campaignWords = (campaign) => campaigns[campaign] ?? capital(plain(campaign));

const holds = {
  purchased: 'the shopper has already bought',
  'below-threshold': 'the shopper is likely to buy anyway',
  'no-campaign': 'no popup answers this hesitation',
  conditions: 'it is for another occasion',
  'no-facts': 'the shop has given no facts to state, and Waver invents none',
  'no-storage': 'a deadline that cannot be kept is not promised',
  clock: 'the clock of this device was moved, and a deadline cannot be told by it',
  'incentive-budget': 'this shopper has had what may be given',
  'not-worth-it': 'nothing that could be said is worth the interruption',
  capped: 'the shop’s own tools hold it back',
  delay: 'it is due, and waits a moment',
  page: 'this is not a page to interrupt',
  typing: 'the shopper is typing',
  paying: 'the shopper is paying',
  hidden: 'the page is not in view',
  dialog: 'a dialog or the cookie banner is open',
  'popup-open': 'a popup is already open',
  muted: 'the shopper wants no popups for a time',
  cooldown: 'the shopper has seen this one already',
  'visit-budget': 'this visit has had its popup',
  holdout: 'this visitor belongs to the group that sees none, for comparison',
};
export const holdWords = (hold) => holds[hold] ?? plain(hold);

const features = {
  stage: 'Step of the visit',
  'cart-count': 'Pieces in the cart',
  'dwell-shipping': 'Seconds reading about shipping',
  'dwell-returns': 'Seconds reading about returns',
  'dwell-payment': 'Seconds reading about payment',
  'dwell-size-guide': 'Seconds in the size guide',
  'field-errors': 'Times a field was refused',
  'cart-idle': 'Seconds idle on the cart page',
  exits: 'Moves towards leaving',
  'trust-seeking': 'Seconds checking the shop',
  'field-hesitation': 'Pauses in an empty field',
  'field-refill': 'Changes to the same field',
  'form-abandonment': 'Forms begun and left',
  'coupon-hunt': 'Stops at the discount code',
  'coupon-rejected': 'Discount codes refused',
  'price-recheck': 'Returns to the cart',
  'price-copy': 'Copies of a name or price',
  'price-shock': 'Rises of the total at the checkout',
  'cart-wavering': 'In and out of the cart',
  'back-and-forth': 'To and fro between two pages',
  'quick-back': 'Wrong turns',
  'rage-click': 'Bursts of clicks in vain',
  'dead-click': 'Clicks without effect',
  'tab-away': 'Times away and back',
  'slow-page': 'Slow responses',
  'payment-failure': 'Failed payments',
  priority: 'Said to matter most',
  hesitation: 'Said to hold back',
  horizon: 'Said about when to buy',
  'budget-share': 'Cart over what was to be spent',
};
export const featureWords = (feature) => own(features, feature) ?? capital(plain(feature));

export const valueWords = (value) => {
  if (value === null || value === undefined) return 'unknown';
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : plain(value);
};

const moments = {
  'policy-dwell': ({ topic, seconds }) => `Read about ${plain(topic ?? 'terms')}${seconds ? ` for ${seconds} s` : ''}`,
  'field-error': ({ field, count }) => `Field “${field ?? '?'}” refused${count > 1 ? ` ${count} times` : ''}`,
  'cart-idle': ({ seconds }) => `Waited on the cart page${seconds ? ` for ${seconds} s` : ''}`,
  'exit-intent': () => 'Moved towards leaving',
  'trust-seeking': ({ topic, seconds }) => `Checked the shop: ${plain(topic)}, ${seconds} s`,
  'field-hesitation': ({ field, seconds }) => `Paused ${seconds} s in the empty field “${field}”`,
  'field-refill': ({ field, count }) => `Changed the field “${field}” ${count} times`,
  'form-abandonment': () => 'Began a form and left it',
  'coupon-hunt': () => 'Stopped at the discount code without one',
  'coupon-rejected': ({ count }) => `Discount code refused${count > 1 ? ` ${count} times` : ''}`,
  'price-recheck': () => 'Came back to the cart once more',
  'price-copy': () => 'Copied the name or price of a product',
  'price-shock': () => 'The total rose at the checkout',
  'cart-wavering': () => 'In and out of the cart',
  'back-and-forth': () => 'To and fro between two pages',
  'quick-back': () => 'Straight back out of a page',
  'rage-click': ({ count }) => `Clicked ${count} times, and nothing answered`,
  'dead-click': ({ count }) => `${count} clicks on this page without effect`,
  'tab-away': ({ seconds }) => `Away for ${seconds} s, and back`,
  'slow-page': () => 'The page was slow to respond',
  'payment-failure': () => 'The payment failed',
};

const outcomes = {
  shown: 'Popup shown',
  withheld: 'Popup withheld, for comparison',
  accepted: 'Popup accepted',
  dismissed: 'Popup closed',
  answered: 'Question answered',
  expired: 'Offer ran out',
  purchased: 'The visit ended in a purchase',
  churned: 'The visit ended without a purchase',
};

const lines = {
  moment: (record) => moments[record.kind]?.(record) ?? capital(plain(record.kind)),
  decision: ({ show, hold, campaign }) =>
    show ? `Decided: ${campaignWords(campaign)}` : `Held back: ${holdWords(hold)}`,
  outcome: ({ outcome, campaign }) =>
    `${outcomes[outcome] ?? capital(plain(outcome))}${campaign ? `: ${campaignWords(campaign)}` : ''}`,
  preference: ({ key, value }) =>
    value === null
      ? `Preference erased: ${plain(key)}`
      : `Said: ${plain(key)} is ${plain(own(intents, value) ?? value).toLowerCase()}`,
  purchase: ({ order, value, currency }) => `Bought: ${order}${value ? `, ${value} ${currency ?? ''}` : ''}`,
  ready: ({ version }) => `Waver ${version ?? ''} is ready`,
};
export const lineOf = (record) => lines[record.type]?.(record) ?? plain(record.type);

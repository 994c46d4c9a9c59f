/**
 * English, and the list of all that can be said; what only a lazy part says stands with it. `{word}` is filled with a
 * fact, as text.
 */
export const en = {
  close: 'Close',
  later: 'Not now',
  units: {
    second: ['{n} second', '{n} seconds'],
    minute: ['{n} minute', '{n} minutes'],
    hour: ['{n} hour', '{n} hours'],
    day: ['{n} day', '{n} days'],
  },
  today: '{time} today',
  zone: '{time} ({city} time)',

  deliveryTitle: 'Order now, arrives {when}',
  dash: ' – ',
  deliveryBy: 'Order by {time} for these dates.',
  deliveryNote: 'An estimate by the shop’s own delivery terms.',
  deliveryTo: 'Destination: {place}.',
  deliveryAction: 'Good to know',

  pointsTitle: '{n} points for this order',
  pointsBody: 'The shop can reserve them for you until {time}.',
  pointsTimer: '{time} left',
  pointsAction: 'Reserve my points',
  pointsAsking: 'Asking the shop…',
  pointsAgain: 'Try again',
  pointsSame: 'Your cart stays just as it is.',
  granted: 'Your {n} points are reserved',
  refused: 'The shop could not reserve the points',
  expired: 'This offer has ended',
  'already-used': 'This offer has already been used',
  unreachable: 'The shop could not be reached',

  asks: { priority: 'What matters most for this order?' },
  options: {
    price: 'A good price',
    delivery: 'Fast delivery',
    fit: 'Right fit',
    returns: 'Easy returns',
    trust: 'Trust',
    effort: 'Little effort',
    payment: 'Ways to pay',
  },
  askNote: 'Used to show you what helps. Kept for {n}, on this device only.',
  thanks: 'Thank you',

  why: 'Why am I seeing this?',
  whyHere: 'Decided on this device. Nothing was sent for it.',
  whyOther: 'The shop shows this at this point of a visit.',
  because: {
    'dwell-shipping': 'You read about delivery for at least {n}.',
    'dwell-returns': 'You read about returns for at least {n}.',
    'dwell-payment': 'You read about payment for at least {n}.',
    'dwell-size-guide': 'You read about sizes for at least {n}.',
    'cart-idle': 'You have been looking at the cart for at least {n}.',
    'field-errors': 'The same field was not accepted (at least {n}×).',
    exits: 'The mouse left the page at the top (at least {n}×).',
    'cart-count': 'Items in your cart: {n}.',
    'stage-0': 'You are still looking around.',
    'stage-1': 'You have been to the cart.',
    'stage-2': 'You have been to the checkout.',
    priority: 'You said what matters most: {n}.',
    told: 'The shop’s own page suggested it.',
  },
};

import type { Forms } from '../counted';

/**
 * English, and the list of all that can be said; what only a lazy part says stands with it. `{word}` is filled with a
 * fact, as text.
 */
export const en = {
  close: 'Close',
  later: 'Not now',
  smaller: 'Make smaller',
  larger: 'Show again: {title}',
  units: {
    second: { one: '{n} second', other: '{n} seconds' } as Forms,
    minute: { one: '{n} minute', other: '{n} minutes' } as Forms,
    hour: { one: '{n} hour', other: '{n} hours' } as Forms,
    day: { one: '{n} day', other: '{n} days' } as Forms,
  },
  /** Between hours and minutes. */
  joint: ' ',
  today: '{time} today',
  at: '{day} at {time}',
  zone: '{time} ({city} time)',

  deliveryAction: 'Good to know',

  options: {
    price: 'A good price',
    delivery: 'Fast delivery',
    fit: 'Right fit',
    returns: 'Easy returns',
    trust: 'Trust',
    effort: 'Little effort',
    payment: 'Ways to pay',
  },

  why: 'Why am I seeing this?',
  whyHere: 'Decided on this device. Nothing was sent for it.',
  whyOther: 'The shop shows this at this point of a visit.',
};

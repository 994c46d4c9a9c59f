import type { Forms } from '../counted';

/** English for what is offered until a deadline, and for the shop's answer; loaded with it. */
export const enOffer = {
  offerPoints: { one: '{n} point', other: '{n} points' } as Forms,
  offers: {
    points: '{points} for this order',
    code: 'A discount code for this order',
    'free-shipping': 'Free shipping for this order',
    gift: 'A gift with this order',
  },
  offerGranted: 'Reserved for you: {offer}',
  offerCode: 'Your discount code',
  offerReserve: 'Reserve this',
  offerGet: 'Get the code',
  offerBody: 'The shop can reserve this for you until {time}.',
  offerEnds: 'This offer ends: {time}.',
  offerTimer: '{time} left',
  offerAsking: 'Asking the shop…',
  offerAgain: 'Try again',
  offerSame: 'Your cart stays just as it is.',
  offerEnter: 'Enter it where the shop asks for a code. It is shown only here.',
  offerCopy: 'Copy the code',
  offerCopied: 'Copied',
  refused: 'The shop could not reserve this for you',
  expired: 'This offer has ended',
  'already-used': 'This offer has already been used',
  unreachable: 'The shop could not be reached.',
};

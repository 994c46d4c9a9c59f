import type { Forms } from '../counted';

/** English for the popups that state what the shop has to say, loaded with them. */
export const enNotice = {
  fitTitle: 'Finding your size',
  fitSize: 'You told the shop that you usually take size {size}.',
  fitGuide: 'The shop’s size guide can help you choose.',
  fitReturn: 'If it does not fit, you can return it within {days}.',
  fitAction: 'See size guide',

  returnsTitle: 'You can return it within {days}',
  returnsFree: 'Returning it is free of charge.',
  returnsPaid: 'Returning it is not free of charge.',
  returnsNote: 'By the shop’s own return terms.',

  payTitle: 'Ways to pay',
  payBody: 'The shop accepts {list}.',

  rated: '{value} of {best} from {n}',
  ratings: { one: '{n} rating', other: '{n} ratings' } as Forms,
  ratedShop: 'Ratings of this shop, as the shop states them.',
  ratedProduct: 'Ratings of “{name}”, as the shop states them.',
  contactTitle: 'If you have a question',
  contactBody: 'You can reach the shop here:',

  inviteTitle: 'What you told the shop',
  inviteCount: 'Answers kept on this device: {n}.',
  inviteBody: 'You can look at them, change them or delete them.',
  inviteAction: 'See my answers',

  saveTitle: 'Keep your cart for later',
  saveBody: 'There is no need to decide now. The shop can save your cart.',
  saveAction: 'Save my cart',

  shipMissing: '{amount} more and shipping is free',
  shipFree: 'Shipping is free for this order',
  shipBody: 'The shop ships free of charge from {amount}.',

  lessTitle: 'Products up to {amount}',
  lessBody: 'They fit the budget you told the shop.',
};

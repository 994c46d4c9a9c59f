import { expect, test } from 'vitest';
import { upliftOf } from '../../src/core/upliftOf';

const LEARNED = { trust: { any: [4, 90], price: [20, 180] }, constructor: { price: [9, 9] } } as const;
const START = [6, 94];

test.each([
  ['for this intent', 'trust', 'price', [20, 180]],
  ['else for any', 'trust', 'fit', [4, 90]],
  ['for any, where no intent stands out', 'trust', null, [4, 90]],
  ['nothing known of the campaign: what all start from', 'fit-help', 'fit', START],
  ['nothing known for the intent or any', 'constructor', 'fit', START],
  ['a name that objects have anyway', 'toString', null, START],
] as const)('%s', (_, campaign, intent, expected) => {
  expect(upliftOf(LEARNED, campaign, intent)).toEqual(expected);
});

test('without a model of the shop all start alike', () => {
  expect(upliftOf(undefined, 'trust', 'price')).toEqual(START);
});

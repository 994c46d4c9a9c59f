import { expect, test } from 'vitest';
import { bareName } from '../../src/core/bareName';

test.each([
  [' Kr. ', 'kr'],
  ['US $', 'us$'],
  ['د.إ.‏', 'دإ'],
  ['$.', '$.'],
])('%j is compared as %j', (name, bare) => {
  expect(bareName(name)).toBe(bare);
});

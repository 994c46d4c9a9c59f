import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { readLink } from '../../src/readLink';

const NOW = 1_800_000_000_000;
const shop = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = shop.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** As the shop's server makes it: docs/IDENTITY.md. */
const linkOf = (claim: unknown, by = shop.privateKey) => {
  const payload = Buffer.from(JSON.stringify(claim)).toString('base64url');
  return `${payload}.${sign('sha256', Buffer.from(payload), { key: by, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};
const good = { id: 'customer-7', until: NOW + 1 };

test('signed by the shop and in time: its id', async () => {
  expect(await readLink(linkOf(good), key, NOW)).toEqual({ id: 'customer-7' });
  expect(await readLink(linkOf({ ...good, id: 'ключ 7 é' }), key, NOW)).toEqual({ id: 'ключ 7 é' });
});

test.each([
  [
    'signed by somebody else',
    linkOf(good, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    key,
    'its signature',
  ],
  [
    'with another payload',
    `${linkOf({ ...good, id: 'x' }).split('.')[0]}.${linkOf(good).split('.')[1]}`,
    key,
    'its signature',
  ],
  ['not signed', linkOf(good).split('.')[0] ?? '', key, 'its signature'],
  ['too old', linkOf({ ...good, until: NOW }), key, 'too old'],
  ['without an end', linkOf({ id: 'x' }), key, 'too old'],
  ['for nobody', linkOf({ until: NOW + 1 }), key, 'names nobody'],
  ['an id that is no text', linkOf({ id: { a: 1 }, until: NOW + 1 }), key, 'names nobody'],
  ['an id as it stands', 'customer-7', key, 'its signature'],
  ['what is no base64', '#.#', key, 'cannot be read'],
  ['nothing', '', key, 'its signature'],
  ['no key', linkOf(good), undefined, 'shop-link-key is not set'],
  ['a key that is none', linkOf(good), 'secret', 'cannot be read'],
])('%s: refused', async (_, text, by, reason) => {
  expect(await readLink(text, by, NOW)).toEqual({ refused: expect.stringContaining(reason) });
});

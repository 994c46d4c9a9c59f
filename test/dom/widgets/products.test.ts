import { afterEach, expect, test } from 'vitest';
import { closeAll, host, open } from './stage';

afterEach(closeAll);

test('a picture that does not come leaves no hole; the product stays', async () => {
  await open({
    popup: 'alternatives',
    budget: 50,
    currency: 'EUR',
    products: [{ name: 'Tin kettle', url: '/tin', price: 19.9, picture: '/gone.jpg' }],
  });
  const picture = host()?.shadowRoot?.querySelector('img');
  expect(picture?.hidden).toBe(false);
  picture?.dispatchEvent(new Event('error'));
  expect(picture?.hidden).toBe(true);
  expect(picture?.closest('a')?.textContent).toBe('Tin kettle€19.90');
});

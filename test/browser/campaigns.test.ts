import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop, servePage, told, until, waver } from './shop';

/** Campaigns of a shop's own, from the JSON behind the tag to the words on the page. */

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const CONFIG = {
  holdout: 0,
  returnsDays: 30,
  campaigns: [
    {
      id: 'gold',
      popup: 'notice',
      intent: 'price',
      triggers: ['asked-for-price'],
      when: { cartTotal: [50, null], tags: { member: ['gold'] }, products: ['p-1'], devices: ['desktop'] },
      delay: '2s',
      copy: {
        en: { title: 'Thank you for being a member', body: '{cart.total}, and {returns.days} days to think about it.' },
        de: { title: 'Schön, dass Sie Mitglied sind', body: '{cart.total}, und {returns.days} Tage Bedenkzeit.' },
      },
    },
    { id: 'limited-points', off: true },
    { id: 'broken', popup: 'notice', intent: 'prise', copy: { en: { title: 'Never' } } },
  ],
};
const CART = { items: [{ id: 'p-1', quantity: 2 }], total: 60, currency: 'EUR' };

const open = async (given: { readonly head?: string; readonly locale?: string; readonly tags?: string } = {}) => {
  const one = await shop.shopper({ locale: given.locale ?? 'en-GB' });
  await one.page.route('**/shop.json', (route) => route.fulfill({ json: CONFIG }));
  const tag = `<script async src="/dist/waver.js" data-config="/shop.json" data-consent="granted" ${
    given.tags ?? 'data-tag-member="gold"'
  }></script>`;
  const body = `<body data-waver-page="cart" data-waver-cart='${JSON.stringify(CART)}'><h1>Cart</h1></body>`;
  await servePage(one, '/own-cart', `${given.head ?? ''}${tag}${body}`);
  await one.page.goto('/own-cart');
  await told(one, 'ready');
  const ask = () =>
    waver(one.page, (w) => {
      for (let i = 0; i < 3; i++) w.moment('asked-for-price', { intent: 'price', strength: 1 });
    });
  return { ...one, ask };
};
const popup = 'waver-popup[data-campaign=gold]';

describe('a campaign from a file', () => {
  test.concurrent('comes after its delay, in words that are filled, and what is broken is named', async () => {
    const one = await open();
    await one.ask();
    expect(await told(one, 'decision')).toMatchObject({ show: false, hold: 'delay', campaign: 'gold' });
    await one.page.locator(popup).waitFor();
    expect(await one.page.locator(`${popup} [part=title]`).innerText()).toBe('Thank you for being a member');
    expect(await one.page.locator(`${popup} [part=body]`).innerText()).toBe('€60.00, and 30 days to think about it.');
    const [held, shown] = one.records.filter(({ type }) => type === 'decision');
    expect(Number(shown?.at) - Number(held?.at)).toBeGreaterThanOrEqual(2000);
    expect(one.warnings.join('\n')).toMatch(/campaigns\[2\]\.intent: "prise", expected one of price, delivery/);
    expect(one.errors).toEqual([]);
  });

  test.concurrent('speaks the shopper’s language', async () => {
    const one = await open({ locale: 'de-DE' });
    await one.ask();
    await one.page.locator(popup).waitFor();
    expect(await one.page.locator(`${popup} [part=body]`).innerText()).toMatch(/^60,00\s€, und 30 Tage Bedenkzeit\.$/);
    expect(await one.page.locator(`${popup} [part=dismiss]`).innerText()).toBe('Jetzt nicht');
  });

  test.concurrent('does not wait on from page to page: on the next one it begins anew', async () => {
    const one = await open();
    await one.ask();
    expect(await told(one, 'decision')).toMatchObject({ hold: 'delay', page: '/own-cart' });
    await one.page.evaluate(() => {
      document.body.dataset.waverPage = 'product';
      history.pushState(null, '', '/own-product');
    });
    await one.page.locator(popup).waitFor();
    const decisions = one.records.filter(({ type }) => type === 'decision');
    expect(decisions).toMatchObject([
      { hold: 'delay', page: '/own-cart' },
      { hold: 'delay', page: '/own-product' },
      { show: true, page: '/own-product' },
    ]);
    const [, begun, shown] = decisions;
    expect(Number(shown?.at) - Number(begun?.at)).toBeGreaterThanOrEqual(2000);
  });

  test.concurrent('does not come where a condition does not hold, and can() says so', async () => {
    const one = await open({ tags: 'data-tag-member="silver"' });
    await one.ask();
    await told(one, 'decision');
    expect(await waver(one.page, (w) => w.can('gold'))).toEqual({ eligible: false, reason: 'conditions' });
    expect(await waver(one.page, (w) => w.can('limited-points'))).toEqual({ eligible: false, reason: 'no-campaign' });
  });

  test.concurrent('is held back by the shop’s own tools', async () => {
    const one = await open({
      head: `<script>window.waverOptions = { mayShow: (campaign) => campaign !== 'gold' };</script>`,
    });
    await one.ask();
    expect(await told(one, 'decision')).toMatchObject({ show: false, hold: 'capped', campaign: 'gold' });
    const tape = await until(
      () => waver(one.page, (w) => w.record()),
      (found) => !!found?.campaigns,
    );
    expect(tape?.campaigns?.map(({ id }) => id)).toContain('gold');
    expect(tape?.campaigns?.map(({ id }) => id)).not.toContain('limited-points');
  });
});

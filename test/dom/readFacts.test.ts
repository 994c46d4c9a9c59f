import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readOptions } from '../../src/options';
import { readFacts } from '../../src/shops/facts';
import { hasFacts } from '../../src/shops/markup';
import type { Cart } from '../../src/types';
import { createWarnSpy, PROTOTYPE_KEYS } from './given';

beforeEach(() => {
  document.head.innerHTML = '';
  document.body.innerHTML = '';
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const page = (...blocks: unknown[]) => {
  for (const block of blocks) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = typeof block === 'string' ? block : JSON.stringify(block);
    document.head.append(script);
  }
};
const EUR: Cart = { count: 1, total: 30, currency: 'EUR' };
/** By the same way as the tag's: what the options refuse never comes here. */
const read = async (options: Record<string, unknown> = {}, cart: Cart | null = EUR, preferences = {}) => {
  const warn = createWarnSpy();
  const { settings, wrong } = readOptions(options);
  expect(wrong).toEqual([]);
  const facts = await readFacts(settings.options, warn, { cart, preferences });
  return { facts, warnings: warn.mock.calls.map(([text]) => text) };
};
const factsOf = async (...blocks: unknown[]) => {
  page(...blocks);
  return (await read()).facts;
};

const policy = (more: object = {}) => ({
  '@type': 'MerchantReturnPolicy',
  applicableCountry: 'DE',
  returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
  merchantReturnDays: 30,
  returnFees: 'https://schema.org/FreeReturn',
  ...more,
});
const shop = (more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'OnlineStore',
  name: 'Shop',
  ...more,
});
const product = (more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Kettle',
  ...more,
});
const stars = (more: object = {}) => ({ '@type': 'AggregateRating', ratingValue: '4.6', reviewCount: 312, ...more });
const conditions = (...more: object[]) =>
  shop({
    hasShippingService: {
      '@type': 'ShippingService',
      fulfillmentType: 'FulfillmentTypeDelivery',
      shippingConditions: more.map((one) => ({
        shippingDestination: { '@type': 'DefinedRegion', addressCountry: 'DE' },
        shippingRate: { value: 0, currency: 'EUR' },
        ...one,
      })),
    },
  });

test('nothing said, nothing known', async () => {
  expect(await read()).toEqual({ facts: {}, warnings: [] });
});

describe('options', () => {
  test('all that can be said, as the tag says it', async () => {
    const { facts, warnings } = await read({
      returnsDays: '30',
      shopReturnsFree: 'true',
      shopPaymentMethods: 'Visa, PayPal ,, Visa',
      shopContact: '+49 30 1234567, help@shop.example',
      freeShippingOver: '49.9',
      shopSizeGuide: '/sizes',
      shopSaveCart: 'https://shop.example/save',
    });
    expect(warnings).toEqual([]);
    expect(facts).toEqual({
      returns: { days: 30, free: true },
      payments: ['Visa', 'PayPal'],
      contact: { phone: '+49 30 1234567', email: 'help@shop.example' },
      freeShippingOver: 49.9,
      sizeGuide: `${location.origin}/sizes`,
      saveCart: 'https://shop.example/save',
    });
  });

  test('they go before the page', async () => {
    page(
      shop({ hasMerchantReturnPolicy: policy(), telephone: '030 111111', acceptedPaymentMethod: 'Visa' }),
      conditions({ orderValue: { minValue: 50, currency: 'EUR' } }),
    );
    const { facts } = await read({
      returnsDays: 14,
      shopPaymentMethods: 'Klarna',
      shopContact: 'a@shop.example',
      freeShippingOver: 20,
    });
    expect(facts).toEqual({
      // The page's costs belong to the page's days.
      returns: { days: 14 },
      payments: ['Klarna'],
      contact: { email: 'a@shop.example' },
      freeShippingOver: 20,
    });
  });

  test('free by the options, days by the page', async () => {
    page(shop({ hasMerchantReturnPolicy: policy({ returnFees: undefined }) }));
    expect((await read({ shopReturnsFree: true })).facts).toEqual({ returns: { days: 30, free: true } });
    expect((await read({ shopReturnsFree: 'false' })).facts).toEqual({ returns: { days: 30, free: false } });
  });

  test('0 is none, whatever the page says', async () => {
    page(shop({ hasMerchantReturnPolicy: policy() }), conditions({ orderValue: { minValue: 50, currency: 'EUR' } }));
    expect((await read({ returnsDays: 0, freeShippingOver: 0 })).facts).toEqual({});
  });

  test.each([
    ['shopReturnsFree', 'perhaps', 'shop-returns-free="perhaps": expected true or false'],
    ['shopPaymentMethods', ' , ', 'shop-payment-methods=",": expected names such as Visa, PayPal'],
    ['shopContact', 'call us', 'shop-contact="call us": expected a telephone number, an e-mail address, or both'],
    ['shopContact', '030 123456, 030 654321', 'shop-contact="030 123456, 030 654321": expected a telephone'],
    ['shopContact', 'a@b.example?bcc=c@d.example', 'shop-contact="a@b.example?bcc=c@d.example": expected'],
    ['shopContact', 'javascript:alert(1)', 'shop-contact="javascript:alert(1)": expected'],
    [
      'shopSizeGuide',
      'javascript:alert(1)',
      'shop-size-guide="javascript:alert(1)": expected a path or an https address',
    ],
    ['shopSizeGuide', 'http://elsewhere.example/', 'shop-size-guide="http://elsewhere.example/": expected a path or'],
    ['shopSaveCart', 'data:text/html,x', 'shop-save-cart="data:text/html,x": expected a path or an https address'],
    ['shopAlternatives', 'blob:x', 'shop-alternatives="blob:x": expected a path or an https address'],
    ['shopFeedback', '1', 'shop-feedback is no option of Waver and does nothing'],
  ])('%s: %j is said, and not used', async (name, raw, warning) => {
    const { facts, warnings } = await read({ [name]: raw });
    expect(facts).toEqual({});
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });

  test('an option from code that throws, or is an object', async () => {
    const bad = {
      toString() {
        throw new Error('no text');
      },
    };
    const { facts, warnings } = await read({ shopContact: bad, shopSizeGuide: {}, shopPaymentMethods: 'Visa' });
    expect(facts).toMatchObject({ payments: ['Visa'] });
    expect(facts.contact).toBeUndefined();
    expect(warnings).toContainEqual(expect.stringContaining('shop-contact'));
  });

  test('a list from code is a list', async () => {
    const { facts } = await read({ shopPaymentMethods: ['Visa', 'PayPal'] });
    expect(facts).toEqual({ payments: ['Visa', 'PayPal'] });
  });

  test.each(PROTOTYPE_KEYS)('%s is no option', async (key) => {
    const warn = createWarnSpy();
    expect(await readFacts(JSON.parse(`{"${key}":"x"}`), warn, { cart: EUR, preferences: {} })).toEqual({});
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('returns', () => {
  test.each<[string, object, object | undefined]>([
    ['days, and nothing to pay', {}, { days: 30, free: true }],
    [
      'no schema.org address before the terms',
      { returnPolicyCategory: 'MerchantReturnFiniteReturnWindow' },
      { days: 30, free: true },
    ],
    ['days as text', { merchantReturnDays: '30' }, { days: 30, free: true }],
    ['no category', { returnPolicyCategory: undefined }, { days: 30, free: true }],
    ['costs not stated', { returnFees: undefined }, { days: 30 }],
    ['the shopper pays', { returnFees: 'ReturnFeesCustomerResponsibility' }, { days: 30, free: false }],
    ['a fee', { returnFees: 'schema:ReturnShippingFees' }, { days: 30, free: false }],
    ['free for defects alone', { returnFees: undefined, itemDefectReturnFees: 'FreeReturn' }, { days: 30 }],
    ['not free for a change of mind', { customerRemorseReturnFees: 'RestockingFees' }, { days: 30, free: false }],
    ['free, with a fee', { restockingFee: { value: 5, currency: 'EUR' } }, { days: 30 }],
    ['free, with a fee in percent', { restockingFee: 10 }, { days: 30 }],
    ['free, with a fee of nothing', { returnShippingFeesAmount: { value: 0 } }, { days: 30, free: true }],
    ['a longer season', { returnPolicySeasonalOverride: { merchantReturnDays: 60 } }, { days: 30, free: true }],
    ['a shorter season', { returnPolicySeasonalOverride: [{ merchantReturnDays: 14 }] }, undefined],
    ['a season without days', { returnPolicySeasonalOverride: { startDate: '2026-12-01' } }, undefined],
    ['not permitted', { returnPolicyCategory: 'MerchantReturnNotPermitted' }, undefined],
    ['without an end', { returnPolicyCategory: 'MerchantReturnUnlimitedWindow' }, undefined],
    ['not specified', { returnPolicyCategory: 'MerchantReturnUnspecified' }, undefined],
    ['until a date', { merchantReturnDays: '2026-12-24' }, undefined],
    ['no days', { merchantReturnDays: 0 }, undefined],
    ['less than none', { merchantReturnDays: -30 }, undefined],
    ['half a day', { merchantReturnDays: 1.5 }, undefined],
    ['forever and a day', { merchantReturnDays: 100_000 }, undefined],
    ['words', { merchantReturnDays: '30 days' }, undefined],
    ['several', { merchantReturnDays: [30, 14] }, undefined],
    ['for members', { validForMemberTier: { '@type': 'MemberProgramTier' } }, undefined],
  ])('%s', async (_, more, returns) => {
    expect((await factsOf(shop({ hasMerchantReturnPolicy: policy(more) }))).returns).toEqual(returns);
  });

  test('of one offer not to be returned, none', async () => {
    const offers = [policy(), policy({ returnPolicyCategory: 'MerchantReturnNotPermitted' })].map((one) => ({
      hasMerchantReturnPolicy: one,
    }));
    expect(await factsOf(product({ offers }))).toEqual({});
  });

  test('countries that agree', async () => {
    expect(await factsOf(shop({ hasMerchantReturnPolicy: [policy(), policy({ applicableCountry: 'AT' })] }))).toEqual({
      returns: { days: 30, free: true },
    });
  });

  test('countries that differ', async () => {
    const two = [policy(), policy({ applicableCountry: 'AT', merchantReturnDays: 14 })];
    expect(await factsOf(shop({ hasMerchantReturnPolicy: two }))).toEqual({});
  });

  test('countries that differ in the costs alone', async () => {
    const two = [policy(), policy({ applicableCountry: 'AT', returnFees: 'ReturnShippingFees' })];
    expect(await factsOf(shop({ hasMerchantReturnPolicy: two }))).toEqual({ returns: { days: 30 } });
  });

  test('the shop’s own country, where it is stated', async () => {
    const two = [policy(), policy({ applicableCountry: ['AT', 'CH'], merchantReturnDays: 14 })];
    expect(await factsOf(shop({ address: { addressCountry: { name: 'de' } }, hasMerchantReturnPolicy: two }))).toEqual({
      returns: { days: 30, free: true },
    });
  });

  test('by reference, in one block of many', async () => {
    expect(
      await factsOf(
        '{ "broken',
        { '@graph': [{ '@type': 'Organization', hasMerchantReturnPolicy: { '@id': '#returns' } }] },
        { '@id': '#returns', ...policy() },
      ),
    ).toEqual({ returns: { days: 30, free: true } });
  });
});

describe('the rating', () => {
  test('of the shop', async () => {
    expect(await factsOf(shop({ aggregateRating: stars() }))).toEqual({ rating: { value: 4.6, best: 5, count: 312 } });
  });

  test.each(['Organization', 'LocalBusiness', 'ShoeStore', ['Thing', 'https://schema.org/OnlineStore']])(
    'of a shop that is called %j',
    async (type) => {
      expect(await factsOf({ '@type': type, aggregateRating: stars() })).toHaveProperty('rating.value', 4.6);
    },
  );

  test.each(['Recipe', 'Movie', 'Brand', 'Service', 'Course', undefined])('not of a %s', async (type) => {
    expect(await factsOf({ '@type': type, name: 'x', aggregateRating: stars() })).toEqual({});
  });

  test('of the product, which is named', async () => {
    expect(await factsOf(product({ aggregateRating: stars({ ratingCount: 400, bestRating: '10' }) }))).toEqual({
      rating: { value: 4.6, best: 10, count: 400, of: 'Kettle' },
    });
  });

  test('the shop’s own goes before a product’s', async () => {
    const facts = await factsOf(
      product({ aggregateRating: stars({ ratingValue: 5 }) }),
      shop({ aggregateRating: stars() }),
    );
    expect(facts.rating).toEqual({ value: 4.6, best: 5, count: 312 });
  });

  test('of several products the one of this page', async () => {
    const others = ['/a', '/b'].map((url) => product({ url, aggregateRating: stars({ ratingValue: 2 }) }));
    const mine = product({ name: 'Pot', offers: { url: location.href }, aggregateRating: stars() });
    expect((await factsOf(...others, mine)).rating).toEqual({ value: 4.6, best: 5, count: 312, of: 'Pot' });
  });

  test('of several products that differ none', async () => {
    const facts = await factsOf(
      product({ aggregateRating: stars() }),
      product({ name: 'Pot', aggregateRating: stars({ ratingValue: 4 }) }),
    );
    expect(facts).toEqual({});
  });

  test('told from the rating’s side', async () => {
    expect(await factsOf({ ...stars(), itemReviewed: shop() })).toHaveProperty('rating.count', 312);
  });

  test('of the maker of a product, or of a seller on a marketplace: not of the shop', async () => {
    const maker = shop({ aggregateRating: stars(), telephone: '030 123456' });
    expect(await factsOf(product({ manufacturer: maker, offers: { seller: maker } }))).toEqual({});
  });

  test('of the shop that sells its own product', async () => {
    const facts = await factsOf(shop({ '@id': '/#shop', aggregateRating: stars() }), {
      ...product(),
      offers: { seller: { '@id': '/#shop' } },
    });
    expect(facts).toHaveProperty('rating.value', 4.6);
  });

  test.each([
    ['above its scale', { ratingValue: 5.1 }],
    ['of a scale that is not named', { ratingValue: 92 }],
    ['zero', { ratingValue: 0 }],
    ['below zero', { ratingValue: -1 }],
    ['no number', { ratingValue: 'great' }],
    ['a fraction in words', { ratingValue: '4.6/5' }],
    ['by nobody', { reviewCount: 0 }],
    ['by nobody knows how many', { reviewCount: undefined }],
    ['by half a person', { reviewCount: 2.5 }],
    ['by "many"', { reviewCount: 'many' }],
    ['on a scale upside down', { worstRating: 5, bestRating: 1 }],
    ['below the worst', { worstRating: 5, bestRating: 10 }],
    ['on a scale of a thousand', { bestRating: 1000 }],
  ])('%s is refused', async (_, more) => {
    expect(await factsOf(shop({ aggregateRating: stars(more) }))).toEqual({});
  });

  test('a comma is a decimal point', async () => {
    expect(await factsOf(shop({ aggregateRating: stars({ ratingValue: '4,6' }) }))).toHaveProperty('rating.value', 4.6);
  });
});

describe('how to reach the shop', () => {
  test('by its own number and address', async () => {
    expect(await factsOf(shop({ telephone: 'tel:+49-30-1234567', email: 'mailto:help@shop.example' }))).toEqual({
      contact: { phone: '+49-30-1234567', email: 'help@shop.example' },
    });
  });

  test('the number for customers goes first, the press office does not count', async () => {
    const contactPoint = [
      { '@type': 'ContactPoint', contactType: 'press', email: 'press@shop.example' },
      { '@type': 'ContactPoint', contactType: 'Customer Service', telephone: '030 222222' },
    ];
    expect(await factsOf(shop({ telephone: '030 111111', contactPoint }))).toEqual({
      contact: { phone: '030 222222' },
    });
  });

  test('branches that each have their own: none', async () => {
    expect(await factsOf(shop({ telephone: '030 111111' }), shop({ telephone: '040 222222' }))).toEqual({});
  });

  test.each(['0', '110', 'see below', '+49 30 1234567 1234567 1234567', '+49 30\u202e1234567x', '<b>030 123456</b>'])(
    '%j is no number',
    async (telephone) => {
      expect(await factsOf(shop({ telephone }))).toEqual({});
    },
  );

  test.each([
    'help',
    'help@shop',
    'a b@shop.example',
    'a@shop.example?subject=x',
    'a@shop.example,b@shop.example',
    'a@shop.example\nbcc:x@y.example',
  ])('%j is no address', async (email) => {
    expect(await factsOf(shop({ email }))).toEqual({});
  });

  test('what turns the direction of the text is taken out', async () => {
    expect(await factsOf(shop({ telephone: '\u202e030 123456\u202c' }))).toEqual({ contact: { phone: '030 123456' } });
  });
});

describe('ways to pay', () => {
  test('addresses become names, names stay', async () => {
    const acceptedPaymentMethod = [
      'http://purl.org/goodrelations/v1#PayPal',
      'http://purl.org/goodrelations/v1#VISA',
      { '@type': 'PaymentMethod', name: 'Apple Pay' },
      { '@id': 'gr:MasterCard' },
      'https://schema.org/CreditCard',
      'http://purl.org/goodrelations/v1#ByInvoice',
    ];
    expect(await factsOf(product({ offers: { acceptedPaymentMethod } }))).toEqual({
      payments: ['PayPal', 'Visa', 'Apple Pay', 'Mastercard'],
    });
  });

  test('only what all offers take', async () => {
    const offers = [['Visa', 'PayPal'], 'PayPal'].map((acceptedPaymentMethod) => ({ acceptedPaymentMethod }));
    expect(await factsOf(product({ offers }))).toEqual({ payments: ['PayPal'] });
  });

  test.each([[[]], [''], [null], [{}], ['x'.repeat(1000)], ['https://shop.example/pay']])(
    '%j: none',
    async (accepted) => {
      expect(await factsOf(product({ offers: { acceptedPaymentMethod: accepted } }))).toEqual({});
    },
  );
});

describe('free shipping', () => {
  const from = (minValue: unknown, more: object = {}) => ({ orderValue: { minValue, currency: 'EUR' }, ...more });

  test('from an order value, at no other condition', async () => {
    expect(
      await factsOf(conditions(from('50.00'), { orderValue: { maxValue: 49.99 }, shippingRate: { value: 4.9 } })),
    ).toEqual({
      freeShippingOver: 50,
    });
  });

  test('by a threshold', async () => {
    const shippingRate = { '@type': 'ShippingRateSettings', freeShippingThreshold: { value: 35, currency: 'EUR' } };
    expect(await factsOf(product({ offers: { shippingDetails: { shippingRate } } }))).toEqual({ freeShippingOver: 35 });
  });

  test.each<[string, object[]]>([
    ['always', [from(50), {}]],
    ['in another currency', [{ orderValue: { minValue: 50, currency: 'USD' } }]],
    ['at a weight', [from(50, { weight: { maxValue: 5 } })]],
    ['for a number of items', [from(50, { numItems: { minValue: 2 } })]],
    ['in a season', [from(50, { seasonalOverride: { validFrom: '2026-12-01' } })]],
    ['in a part of the country', [from(50, { shippingDestination: { addressCountry: 'DE', addressRegion: 'BE' } })]],
    ['up to an order value', [{ orderValue: { minValue: 50, maxValue: 100, currency: 'EUR' } }]],
    ['for what is not sent', [from(50, { doesNotShip: true })]],
    ['from different values', [from(50), from(80, { shippingDestination: { addressCountry: 'AT' } })]],
    ['from nothing that can be read', [from('a lot')]],
    ['at a cost', [from(50, { shippingRate: { value: 2, currency: 'EUR' } })]],
  ])('%s: not stated', async (_, options) => {
    expect(await factsOf(conditions(...options))).toEqual({});
  });

  test('from different values, of which one holds in the shop’s own country', async () => {
    page(conditions(from(50), from(80, { shippingDestination: { addressCountry: 'AT' } })));
    page({ '@type': 'Organization', address: { addressCountry: 'AT' } });
    expect((await read()).facts).toEqual({ freeShippingOver: 80 });
  });

  test('picked up by oneself: not stated', async () => {
    const service = {
      fulfillmentType: 'FulfillmentTypePickupInStore',
      shippingConditions: { shippingRate: { value: 0 }, ...from(50) },
    };
    expect(await factsOf(shop({ hasShippingService: service }))).toEqual({});
  });

  test('no cart, no currency: nothing to compare with', async () => {
    page(conditions(from(50)));
    expect((await read({}, null)).facts).toEqual({});
  });
});

describe('other products', () => {
  const serve = (answer: () => Promise<Partial<Response>>) => {
    const fetch = vi.fn(answer);
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };
  const json =
    (list: unknown, ok = true) =>
    async () =>
      ({
        ok,
        status: ok ? 200 : 500,
        text: async () => (typeof list === 'string' ? list : JSON.stringify(list)),
      }) as Response;
  const options = { shopAlternatives: '/less' };
  const wants = { budget: 50 };

  test('asked for only where there is a budget', async () => {
    const fetch = serve(json([]));
    expect((await read(options)).facts).toEqual({});
    expect(fetch).not.toHaveBeenCalled();
  });

  test('those that can be named, priced and gone to', async () => {
    serve(
      json([
        { name: ' Tin  kettle ', url: '/tin', price: 19.9, picture: '/tin.jpg' },
        { name: 'Pot', url: 'https://cdn.example/pot', price: '12', picture: 'javascript:alert(1)' },
        { name: 'Script', url: 'javascript:alert(1)', price: 1 },
        { name: 'Gift', url: '/gift', price: 0 },
        { name: 'Debt', url: '/debt', price: -5 },
        { name: 'Riddle', url: '/riddle', price: 'ask' },
        { name: '', url: '/nameless', price: 5 },
        { name: 'Nowhere', price: 5 },
        null,
        'x',
        ['y'],
      ]),
    );
    const { facts, warnings } = await read(options, EUR, wants);
    expect(warnings).toEqual([]);
    expect(facts.alternatives).toEqual([
      { name: 'Tin kettle', url: `${location.origin}/tin`, price: 19.9, picture: `${location.origin}/tin.jpg` },
      { name: 'Pot', url: 'https://cdn.example/pot', price: 12 },
    ]);
  });

  test('a long name ends with an ellipsis', async () => {
    serve(json([{ name: 'x'.repeat(500), url: '/x', price: 1 }]));
    const { facts } = await read(options, EUR, wants);
    expect(facts.alternatives?.[0]?.name).toBe(`${'x'.repeat(79)}…`);
  });

  test.each([
    ['offline', async () => Promise.reject(new Error('offline'))],
    ['an error', json([], false)],
    ['no JSON', json('<!doctype html>')],
    ['no list', json({ products: [] })],
    ['too much', json(`["${'x'.repeat(300_000)}"]`)],
  ])('%s: said, and without them', async (_, answer) => {
    serve(answer as () => Promise<Response>);
    const { facts, warnings } = await read({ ...options, shopPaymentMethods: 'Visa' }, EUR, wants);
    expect(facts).toEqual({ payments: ['Visa'] });
    expect(warnings).toEqual([expect.stringMatching(/^shop-alternatives=".*\/less" is not used: /)]);
  });

  test('a shop that does not answer is not waited for', async () => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'fetch',
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const reading = read(options, EUR, wants);
    await vi.advanceTimersByTimeAsync(3000);
    expect((await reading).facts).toEqual({});
  });
});

describe('strange pages', () => {
  test('circles, wrong kinds and depths do no harm to what is sound', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`);
    const facts = await factsOf(
      'null',
      '[]',
      '{"@graph": 5}',
      deep,
      {
        '@id': '#a',
        '@type': 'OnlineStore',
        name: { '@id': '#a' },
        telephone: { '@id': '#a' },
        aggregateRating: { '@id': '#a' },
      },
      product({ offers: 'none', aggregateRating: 4.6, url: 'http://[' }),
      { '@type': { '@id': '#a' }, merchantReturnDays: { '@id': '#a' } },
      shop({ acceptedPaymentMethod: ['Visa'] }),
    );
    expect(facts).toEqual({ payments: ['Visa'] });
  });

  test('the cheap look sees what the reader would read', () => {
    expect(hasFacts()).toBe(false);
    page(shop({ name: 'Ratings, telephones and returns' }), product());
    expect(hasFacts()).toBe(false);
  });

  test.each([
    shop({ hasMerchantReturnPolicy: policy() }),
    shop({ aggregateRating: stars() }),
    shop({ telephone: '030 123456' }),
    shop({ email: 'a@b.example' }),
    product({ offers: { acceptedPaymentMethod: 'Visa' } }),
    conditions({ orderValue: { minValue: 50, currency: 'EUR' } }),
    { freeShippingThreshold: { value: 50, currency: 'EUR' } },
  ])('the cheap look: %j', async (block) => {
    page(block);
    expect(hasFacts()).toBe(true);
    expect(Object.keys((await read()).facts)).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { deliveryWindow } from '../../src/core/delivery';
import { readDeliveryTerms } from '../../src/shops/deliveryTerms';

const TOKYO = { timeZone: 'Asia/Tokyo' };
const DAILY = [0, 1, 2, 3, 4, 5, 6];
const MON_FRI = [1, 2, 3, 4, 5];

const page = (...blocks: unknown[]): Document => {
  const doc = document.implementation.createHTMLDocument('shop');
  for (const block of blocks) {
    const script = doc.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = typeof block === 'string' ? block : JSON.stringify(block);
    doc.body.append(script);
  }
  return doc;
};
const read = (...blocks: unknown[]) => readDeliveryTerms(page(...blocks), TOKYO);

const days = (minValue: unknown, maxValue: unknown = minValue, unitCode: unknown = 'DAY') => ({
  '@type': 'QuantitativeValue',
  minValue,
  maxValue,
  unitCode,
});
const details = (more: object = {}, time: object = {}) => ({
  '@type': 'OfferShippingDetails',
  shippingRate: { '@type': 'MonetaryAmount', value: 490, currency: 'JPY' },
  shippingDestination: { '@type': 'DefinedRegion', addressCountry: 'JP' },
  deliveryTime: {
    '@type': 'ShippingDeliveryTime',
    handlingTime: days(0, 1),
    transitTime: days(1, 2),
    cutoffTime: '14:00:00+09:00',
    ...time,
  },
  ...more,
});
const rate = (value: unknown) => ({ '@type': 'MonetaryAmount', value, currency: 'JPY' });
const product = (shippingDetails: unknown, more: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Kettle',
  offers: {
    '@type': 'Offer',
    price: '4980',
    availability: 'https://schema.org/InStock',
    shippingDetails,
    ...more,
  },
});
const period = (least: number, most: number, more: object = {}) => ({
  '@type': 'ServicePeriod',
  duration: days(least, most),
  ...more,
});
const service = (conditions: unknown, more: object = {}) => ({
  '@type': 'Organization',
  hasShippingService: {
    '@type': 'ShippingService',
    fulfillmentType: 'FulfillmentTypeDelivery',
    handlingTime: period(0, 1, { cutoffTime: '15:00+09:00', businessDays: ['Monday', 'Tuesday', 'Wednesday'] }),
    shippingConditions: conditions,
    ...more,
  },
});

const TERMS = {
  handling: [0, 1],
  transit: [1, 2],
  cutoff: '14:00',
  timeZone: 'Asia/Tokyo',
  handlingDays: MON_FRI,
  transitDays: MON_FRI,
  holidays: [],
  destination: 'JP',
  source: 'schema.org',
};

describe('where the markup stands', () => {
  test.each<[string, unknown[]]>([
    ['one block', [product(details())]],
    ['an array', [[{ '@type': 'BreadcrumbList' }, product(details())]]],
    ['a graph', [{ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, product(details())] }]],
    ['deep in a page', [{ '@type': 'WebPage', mainEntity: { '@type': 'Thing', about: [product(details())] } }]],
    ['a variant', [{ '@type': 'ProductGroup', hasVariant: [product(details()), product(details())] }]],
    ['lists of one', [product([{ ...details(), deliveryTime: [details().deliveryTime] }])]],
    ['types as addresses and lists', [product({ ...details(), '@type': ['https://schema.org/OfferShippingDetails'] })]],
    ['types with a prefix', [product({ ...details(), '@type': 'schema:OfferShippingDetails' })]],
    ['without an offer', [details()]],
    ['beside a broken block', ['{"@type": "Product",', product(details()), '<!-- -->', '']],
    ['beside what is no object', ['null', '"text"', '[[], null, 7]', product(details())]],
    [
      'by reference, earlier in the page',
      [{ '@id': '#ship', ...details() }, product({ '@id': '#ship', '@type': 'OfferShippingDetails' })],
    ],
    [
      'by reference, later in the page',
      [product([{ '@id': '#ship' }]), { '@graph': [{ '@id': '#ship', ...details() }] }],
    ],
    ['referring to itself', [{ '@id': '#a', about: { '@id': '#a' } }, product(details())]],
    ['beside more depth than a stack', [`{"a":${'['.repeat(99_000)}${']'.repeat(99_000)}}`, product(details())]],
    [
      'beside a node that would be its own prototype',
      ['{"@id":"#a","a":1,"__proto__":{"@id":"#a"}}', product(details())],
    ],
    ['beside a name of every object', ['{"__proto__": {"a": 1}, "constructor": {"@id": "#x"}}', product(details())]],
  ])('%s', (_name, blocks) => {
    expect(read(...blocks)).toEqual(TERMS);
  });

  test('references lead to what they name, the last of that name', () => {
    const named = (id: string, most: number) => ({ '@id': id, ...details({}, { transitTime: days(1, most) }) });
    const reference = { '@id': '#b', '@type': 'OfferShippingDetails' };
    const graph = { '@graph': [named('#b', 9), named('#a', 3), named('#b', 4), reference] };
    for (const details of [reference, [reference]]) {
      expect(read(product(details), graph)?.transit).toEqual([1, 4]);
      expect(read(graph, product(details))?.transit).toEqual([1, 4]);
    }
  });

  test('a MIME type with parameters is still JSON-LD', () => {
    const doc = page(product(details()));
    doc.querySelector('script')?.setAttribute('type', 'application/ld+json; charset=utf-8');
    expect(readDeliveryTerms(doc, TOKYO)).toEqual(TERMS);
  });

  test('other scripts are none of our business', () => {
    const doc = page(product(details()));
    doc.querySelector('script')?.setAttribute('type', 'application/json');
    expect(readDeliveryTerms(doc, TOKYO)).toBeNull();
  });

  test.each<[string, unknown[]]>([
    ['no markup', []],
    ['no shipping', [product(undefined)]],
    ['a dangling reference', [product({ '@id': '#nowhere' })]],
    ['text for details', [product('https://shop.example/shipping')]],
    ['a block too large', [product(details(), { description: 'x'.repeat(200_001) })]],
    [
      'markup too deep',
      [
        JSON.stringify({ a: 0 }).replace(
          '0',
          `${'['.repeat(30)}${JSON.stringify(product(details()))}${']'.repeat(30)}`,
        ),
      ],
    ],
    ['more depth than a stack', [`${'['.repeat(99_000)}${']'.repeat(99_000)}`]],
    ['more nodes than are read', [[...Array(5000).fill({}), product(details())]]],
  ])('nothing: %s', (_name, blocks) => {
    expect(read(...blocks)).toBeNull();
  });

  test('a name within a name within a name … does no harm', () => {
    const nested = `:${'{"name":'.repeat(20_000)}0${'}'.repeat(20_000)}}`;
    const block = JSON.stringify(product(details({}, { cutoffTime: 0 }))).replace(':0}', nested);
    expect(() => read(block)).not.toThrow();
  });

  test('hostile keys stay where they are', () => {
    const evil = '{"@type":"Product","__proto__":{"polluted":1},"offers":{"__proto__":{"@id":"#x"}}}';
    read(evil, '{"@id":"#x","polluted":1}');
    expect('polluted' in {}).toBe(false);
  });
});

describe('days', () => {
  const handlingOf = (handlingTime: unknown) => read(product(details({}, { handlingTime })))?.handling ?? null;

  test.each<[string, unknown, [number, number] | null]>([
    ['least and most', days(1, 3), [1, 3]],
    ['strings', days('1', ' 3 '), [1, 3]],
    ['one value', { value: 2, unitCode: 'DAY' }, [2, 2]],
    ['a value from JSON-LD’s long form', { value: { '@value': '2' } }, [2, 2]],
    ['no unit', { minValue: 1, maxValue: 2 }, [1, 2]],
    ['D', days(1, 2, 'D'), [1, 2]],
    ['d', days(1, 2, 'd'), [1, 2]],
    ['days', days(1, 2, 'days'), [1, 2]],
    ['unit in words', { minValue: 1, maxValue: 2, unitText: 'Days' }, [1, 2]],
    ['hours are rounded up', days(24, 49, 'HUR'), [1, 3]],
    ['weeks', days(1, 2, 'WEE'), [7, 14]],
    ['fractions are rounded up', days('0,5', 1.2), [1, 2]],
    ['a service period', period(2, 3), [2, 3]],
    ['none at all', days(0, 0), [0, 0]],
    ['only a maximum', { maxValue: 3, unitCode: 'DAY' }, null],
    ['only a minimum', { minValue: 3, unitCode: 'DAY' }, null],
    ['months', days(1, 2, 'MON'), null],
    ['decades', days(1, 2, 'DEC'), null],
    ['unit in other words', { minValue: 1, maxValue: 2, unitText: 'weeks' }, null],
    ['least over most', days(3, 1), null],
    ['negative', days(-1, 1), null],
    ['words', days('one', 'two'), null],
    ['a range in one', days('1-2', '1-2'), null],
    ['empty', days('', ''), null],
    ['blank', days(' ', ' '), null],
    ['null', days(null, null), null],
    ['true', days(true, true), null],
    ['an object in disguise', days({ toString: 1, valueOf: 1 }), null],
    ['missing', undefined, null],
    ['a bare text', '1-2 days', null],
  ])('%s', (_name, handlingTime, expected) => {
    expect(handlingOf(handlingTime)).toEqual(expected);
  });
});

describe('the cutoff and its zone', () => {
  const at = (cutoffTime: unknown, base: { timeZone?: string } = TOKYO) => {
    const terms = readDeliveryTerms(page(product(details({}, { cutoffTime }))), base);
    return terms && [terms.cutoff, terms.timeZone];
  };

  test.each<[unknown, string | undefined]>([
    ['15:00:00+09:00', '15:00'],
    ['15:00:30.5+09:00', '15:00'],
    ['15:00', '15:00'],
    ['9:30', '09:30'],
    ['T15:00:00', '15:00'],
    ['15:00:00Z', '15:00'],
    ['15:00:00z', '15:00'],
    ['15:00:00+0530', '15:00'],
    ['15:00:00-8:00', '15:00'],
    // An offset of winter or of another season: the zone in the options and the hour on the wall are right.
    ['15:00:00+10:00', '15:00'],
    ['24:00:00+09:00', '24:00'],
    ['3 pm', undefined],
    ['', undefined],
    [undefined, undefined],
    [{ '@type': 'Time' }, undefined],
  ])('%j is read off the wall', (written, cutoff) => {
    expect(at(written)).toEqual([cutoff, 'Asia/Tokyo']);
  });

  test.each([
    ['15:00:00+09:00', 'Etc/GMT-9'],
    ['15:00:00-05:00', 'Etc/GMT+5'],
    ['15:00+01', 'Etc/GMT-1'],
    ['15:00:00Z', 'Etc/GMT-0'],
    ['15:00:00+00:00', 'Etc/GMT-0'],
  ])('without a zone, that of %s', (written, timeZone) => {
    expect(at(written, {})).toEqual(['15:00', timeZone]);
  });

  test.each(['15:00', '15:00:00+05:30', undefined])('without a zone, %s gives no today', (written) => {
    expect(at(written, {})).toBeNull();
  });

  test('ends at the very instant the shop means', () => {
    const terms = readDeliveryTerms(page(product(details())), {});
    const window = terms && deliveryWindow(terms, Date.parse('2026-11-24T04:59Z'));
    expect(window).toMatchObject({
      earliest: '2026-11-25',
      orderBefore: Date.parse('2026-11-24T05:00Z'),
      cutoff: true,
    });
  });

  test('may stand with the handling time', () => {
    const handlingTime = period(0, 1, { cutoffTime: '11:00' });
    expect(read(product(details({}, { handlingTime, cutoffTime: undefined })))?.cutoff).toBe('11:00');
  });
});

describe('working days', () => {
  const daysOf = (businessDays: unknown) => read(product(details({}, { businessDays })))?.handlingDays;

  test.each<[string, unknown, number[]]>([
    ['names', ['Monday', 'Saturday'], [1, 6]],
    ['one name', 'Friday', [5]],
    ['any order, twice', ['Friday', 'Monday', 'Friday'], [1, 5]],
    ['abbreviations', ['Mo', 'tue', 'WED'], [1, 2, 3]],
    ['addresses', ['https://schema.org/Sunday', 'http://schema.org/Monday', 'schema:Tuesday'], [0, 1, 2]],
    ['nodes', [{ '@id': 'https://schema.org/Monday' }, { '@type': 'DayOfWeek', name: 'Tuesday' }], [1, 2]],
    ['opening hours without hours', { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'Tuesday'] }, [1, 2]],
    ['opening hours', [{ dayOfWeek: 'Monday', opens: '09:00', closes: '17:00' }, { dayOfWeek: ['Tuesday'] }], [1, 2]],
    [
      'hours that never begin',
      [
        { dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '17:00' },
        { dayOfWeek: 'Saturday', opens: '00:00', closes: '00:00' },
      ],
      [1, 2],
    ],
    [
      'a season’s longer week is not everyone’s',
      [
        { dayOfWeek: ['Monday', 'Tuesday'] },
        { dayOfWeek: 'Sunday', opens: '09:00', closes: '17:00', validFrom: '2026-12-01', validThrough: '2026-12-24' },
      ],
      [1, 2],
    ],
    ['public holidays are no weekday', ['Monday', 'PublicHolidays'], [1]],
    ['unknown', ['someday'], MON_FRI],
    ['missing', undefined, MON_FRI],
    ['null', null, MON_FRI],
  ])('%s', (_name, businessDays, expected) => {
    expect(daysOf(businessDays)).toEqual(expected);
  });

  test('the carrier works as the warehouse does, unless it says otherwise', () => {
    const businessDays = ['Monday', 'Tuesday'];
    expect(read(product(details({}, { businessDays })))?.transitDays).toEqual([1, 2]);
    const transitTime = period(1, 2, { businessDays: ['Saturday'] });
    expect(read(product(details({}, { businessDays, transitTime })))).toMatchObject({
      handlingDays: [1, 2],
      transit: [1, 2],
      transitDays: [6],
    });
    const handlingTime = period(0, 1, { businessDays: ['Thursday'] });
    expect(read(product(details({}, { handlingTime })))?.handlingDays).toEqual([4]);
  });
});

describe('closed seasons', () => {
  const closedOver = (season: object, base: { holidays?: string[] } = {}) => {
    const businessDays = [{ dayOfWeek: 'Monday' }, season];
    const doc = page(product(details({}, { businessDays })));
    return readDeliveryTerms(doc, { ...TOKYO, ...base })?.holidays;
  };

  test.each<[string, object, string[]]>([
    ['no hours', { validFrom: '2026-12-30', validThrough: '2027-01-01' }, ['2026-12-30', '2026-12-31', '2027-01-01']],
    [
      'hours that never begin, times and zones',
      { validFrom: '2026-12-31T00:00:00+09:00', validThrough: '2027-01-01T23:59', opens: '00:00', closes: '00:00' },
      ['2026-12-31', '2027-01-01'],
    ],
    ['one day', { validFrom: '2027-02-28', validThrough: '2027-02-28' }, ['2027-02-28']],
    ['the wrong way round', { validFrom: '2027-02-28', validThrough: '2027-02-27' }, []],
    ['open hours', { validFrom: '2027-02-28', validThrough: '2027-03-02', opens: '09:00', closes: '12:00' }, []],
  ])('%s', (_name, season, dates) => {
    expect(closedOver(season)).toEqual(dates);
  });

  test('join the holidays of the options', () => {
    const season = { validFrom: '2027-01-01', validThrough: '2027-01-02' };
    expect(closedOver(season, { holidays: ['2026-12-25', '2027-01-01'] })).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-01-02',
    ]);
  });

  test('are read from the carrier too', () => {
    const transitTime = period(1, 2, { businessDays: { validFrom: '2027-01-01', validThrough: '2027-01-01' } });
    expect(read(product(details({}, { transitTime })))).toMatchObject({
      holidays: ['2027-01-01'],
      transitDays: MON_FRI,
    });
  });

  test('sixty days are told, more are not: no date may fall into what is left out', () => {
    expect(closedOver({ validFrom: '2027-01-01', validThrough: '2027-03-01' })).toHaveLength(60);
    expect(closedOver({ validFrom: '2027-01-01', validThrough: '2027-03-02' })).toBeUndefined();
  });

  test.each([
    { validFrom: '2027-01-01' },
    { validThrough: '2027-01-01' },
    { validFrom: '29.12.2026', validThrough: '2027-01-01' },
    { validFrom: '12/29/2026', validThrough: '12/31/2026' },
  ])('no terms where nobody knows when: %j', (season) => {
    expect(closedOver(season)).toBeUndefined();
  });
});

describe('which option', () => {
  const slow = (value: unknown, more: object = {}) =>
    details({ shippingRate: rate(value), ...more }, { transitTime: days(5, 7) });
  const fast = (value: unknown, more: object = {}) =>
    details({ shippingRate: rate(value), ...more }, { transitTime: days(1, 1) });
  const transitOf = (...options: unknown[]) => read(product(options))?.transit ?? null;

  test('the cheapest, with its own speed', () => {
    expect(transitOf(fast(900), slow(300))).toEqual([5, 7]);
    expect(transitOf(slow(900), fast('300,00'))).toEqual([1, 1]);
    expect(transitOf(fast('4.90'), slow(0))).toEqual([5, 7]);
  });

  test('at the same price the slowest', () => {
    expect(transitOf(fast(0), slow(0))).toEqual([5, 7]);
    expect(transitOf(slow('0'), fast(0))).toEqual([5, 7]);
  });

  test('a price not told may be the lowest', () => {
    expect(transitOf(fast(300), slow(undefined))).toEqual([5, 7]);
    expect(transitOf(fast(undefined), slow(undefined))).toEqual([5, 7]);
    expect(transitOf(fast(300, { shippingRate: { maxValue: 300 } }), slow(900))).toEqual([1, 1]);
  });

  test('a price at a condition may be the shopper’s', () => {
    const freeOver = { orderValue: { '@type': 'MonetaryAmount', minValue: 5000, currency: 'JPY' } };
    expect(transitOf(slow(300), fast(0, freeOver))).toEqual([5, 7]);
    expect(transitOf(fast(300), slow(0, freeOver))).toEqual([5, 7]);
    expect(transitOf(slow(300), fast(0, { validForMemberTier: { '@type': 'MemberProgramTier' } }))).toEqual([5, 7]);
    const islands = { shippingDestination: { addressCountry: 'JP', addressRegion: 'Okinawa' } };
    expect(transitOf(fast(300), slow(1500, islands))).toEqual([5, 7]);
  });

  test('vague terms of the cheapest are not made up for by a dearer one', () => {
    expect(transitOf(fast(900), details({ shippingRate: rate(300), deliveryTime: undefined }))).toBeNull();
    expect(transitOf(fast(900), details({ shippingRate: rate(300) }, { transitTime: { maxValue: 5 } }))).toBeNull();
  });

  test.each([true, 'true', 'https://schema.org/True'])('not where it does not ship: %s', (doesNotShip) => {
    expect(transitOf(fast(0, { doesNotShip }), slow(300))).toEqual([5, 7]);
    expect(transitOf(fast(0, { doesNotShip }))).toBeNull();
    expect(transitOf(fast(0, { doesNotShip: false }))).toEqual([1, 1]);
  });

  test('another country’s price is not compared with the same country’s speed', () => {
    const korea = { shippingDestination: { addressCountry: 'KR' } };
    expect(read(product([fast(0), slow(0, korea)]))).toMatchObject({ transit: [1, 1], destination: 'JP' });
    expect(read(product([fast(300), slow(100, korea)]))).toMatchObject({ transit: [5, 7], destination: 'KR' });
  });

  test.each<[unknown, string | undefined]>([
    [{ addressCountry: 'JP' }, 'JP'],
    [{ addressCountry: { '@type': 'Country', name: 'JP' } }, 'JP'],
    [[{ addressCountry: ['JP', 'KR'] }, { addressCountry: 'KR' }], 'JP'],
    [{}, undefined],
    [undefined, undefined],
    ['worldwide', undefined],
  ])('goes to %j', (shippingDestination, destination) => {
    expect(read(product(details({ shippingDestination })))?.destination).toBe(destination);
  });
});

describe('several products', () => {
  test('make one parcel, as slow as its slowest piece', () => {
    const a = product(details({}, { handlingTime: days(3, 4), transitTime: days(1, 1) }));
    const b = product(details({}, { handlingTime: days(0, 1), transitTime: days(2, 5) }));
    for (const blocks of [[a, b], [b, a], [[a, b]]])
      expect(read(...blocks)).toEqual({ ...TERMS, handling: [3, 4], transit: [2, 5] });
  });

  test('each by its own default option', () => {
    const a = product([
      details({ shippingRate: rate(0) }, { transitTime: days(3, 4) }),
      details({ shippingRate: rate(900) }, { transitTime: days(9, 9) }),
    ]);
    expect(read(a, product(details()))?.transit).toEqual([3, 4]);
  });

  test('have no date where one of them has none', () => {
    expect(read(product(details()), product(details({}, { transitTime: { maxValue: 3 } })))).toBeNull();
  });

  test('have no date where they leave by different clocks', () => {
    expect(read(product(details()), product(details({}, { cutoffTime: '10:00' })))).toBeNull();
    const abroad = page(product(details()), product(details({}, { cutoffTime: '14:00:00+01:00' })));
    expect(readDeliveryTerms(abroad, {})).toBeNull();
  });

  test('have no date where they go to different countries', () => {
    expect(read(product(details()), product(details({ shippingDestination: { addressCountry: 'KR' } })))).toBeNull();
  });

  test('are packed and driven on days that suit all of them', () => {
    const a = product(
      details({}, { businessDays: ['Monday', 'Tuesday', { validFrom: '2027-01-01', validThrough: '2027-01-01' }] }),
    );
    const b = product(
      details({}, { businessDays: ['Saturday', 'Tuesday', { validFrom: '2027-01-02', validThrough: '2027-01-02' }] }),
    );
    const days = { handlingDays: [2], transitDays: [2], holidays: ['2027-01-01', '2027-01-02'] };
    expect(read(a, b)).toEqual({ ...TERMS, ...days });
  });
});

describe('availability', () => {
  const offered = (availability: unknown) => read(product(details(), { availability }));

  test.each([
    'https://schema.org/InStock',
    'http://schema.org/LimitedAvailability',
    'InStock',
    'in stock',
    'OnlineOnly',
    undefined,
  ])('%s has a date', (availability) => {
    expect(offered(availability)).toEqual(TERMS);
  });

  test.each([
    ...['OutOfStock', 'SoldOut', 'Discontinued', 'PreOrder', 'PreSale', 'BackOrder', 'MadeToOrder', 'InStoreOnly'],
    ...[
      'https://schema.org/OutOfStock',
      'https://online.example/OutOfStock',
      'schema:PreOrder',
      'http://schema.org/SoldOut',
    ],
  ])('%s has none', (availability) => {
    expect(offered(availability)).toBeNull();
    expect(offered({ '@id': availability })).toBeNull();
  });

  test('what cannot be had does not stand in the way of what can', () => {
    const gone = product(details({}, { transitTime: days(9, 9) }), { availability: 'OutOfStock' });
    expect(read(gone, product(details()))).toEqual(TERMS);
    expect(read(gone, gone)).toBeNull();
  });

  test('a product that is sold out is not sent by the shop’s general terms either', () => {
    const organization = service({ transitTime: period(1, 2) });
    expect(read(product(undefined, { availability: 'SoldOut' }), organization)).toBeNull();
    expect(read(product(undefined), organization)).not.toBeNull();
  });

  test('counts by offer, not by the heading above them', () => {
    const { offers } = product(details(), { availability: 'OutOfStock' });
    const above = { '@type': 'AggregateOffer', availability: 'InStock', lowPrice: 1, offers: [offers] };
    expect(read({ '@type': 'Product', offers: above })).toBeNull();
  });
});

describe('shipping services', () => {
  const standard = {
    '@type': 'ShippingConditions',
    shippingDestination: { addressCountry: 'JP' },
    shippingRate: rate(300),
    transitTime: period(2, 3, { businessDays: DAILY.map((day) => new Date(day * 864e5 + 3 * 864e5).toDateString()) }),
  };

  test('speak for products that do not', () => {
    expect(read(product(undefined), service(standard))).toEqual({
      ...TERMS,
      transit: [2, 3],
      cutoff: '15:00',
      handlingDays: [1, 2, 3],
      transitDays: DAILY,
    });
  });

  test('speak for products that only tell a price', () => {
    expect(read(product({ shippingRate: rate(300) }), service(standard))?.transit).toEqual([2, 3]);
  });

  test('are silent where the product speaks', () => {
    expect(read(product(details()), service(standard))).toEqual(TERMS);
  });

  test('may be referred to', () => {
    const { hasShippingService } = service(standard);
    const blocks = [
      { '@type': 'Organization', hasShippingService: { '@id': '#s' } },
      { '@id': '#s', ...hasShippingService },
    ];
    expect(read(...blocks)?.transit).toEqual([2, 3]);
  });

  test('are the cheapest, and where the price depends on the order the slowest', () => {
    const express = { ...standard, shippingRate: rate(900), transitTime: period(1, 1) };
    expect(read(service([express, standard]))?.transit).toEqual([2, 3]);
    const over = (minValue: number, maxValue?: number) => ({ orderValue: { minValue, maxValue, currency: 'JPY' } });
    const free = { ...standard, ...over(5000), shippingRate: rate(0), transitTime: period(1, 1) };
    expect(read(service([free, { ...standard, ...over(0, 4999) }]))?.transit).toEqual([2, 3]);
  });

  test('that bring nothing to the door are none', () => {
    for (const fulfillmentType of ['FulfillmentTypePickupInStore', 'https://schema.org/FulfillmentTypeCollectionPoint'])
      expect(read(service(standard, { fulfillmentType }))).toBeNull();
    expect(read(service({ ...standard, doesNotShip: true }))).toBeNull();
    expect(read(service(standard, { handlingTime: undefined }))).toBeNull();
    expect(read(service([]))).toBeNull();
  });
});

test('hundreds of variants are read in no time', () => {
  const variants = Array.from({ length: 150 }, () => product(details()));
  const doc = page({ '@type': 'ProductGroup', hasVariant: variants });
  const start = performance.now();
  expect(readDeliveryTerms(doc, TOKYO)).toEqual(TERMS);
  expect(performance.now() - start).toBeLessThan(200);
});

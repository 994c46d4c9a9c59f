import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillCopy } from '../../src/core/fillCopy';
import { type Known, PLACEHOLDERS } from '../../src/core/placeholders';
import type { PopupContent, ShopFacts, Visit } from '../../src/types';
import { aVisit, DELIVERY, NOW } from './given';

const FACTS: ShopFacts = {
  returns: { days: 30 },
  payments: ['Visa', 'PayPal'],
  rating: { value: 4.6, best: 5, count: 1312 },
  contact: { phone: '+44 20 1234', email: 'help@shop.example' },
  freeShippingOver: 50,
};
const OFFER: PopupContent = { popup: 'offer', kind: 'points', amount: 1500, endsAt: NOW + 1000 };

interface Given {
  readonly visit?: Partial<Visit>;
  readonly facts?: ShopFacts;
  readonly content?: PopupContent;
  readonly at?: number;
}

const knownOf = ({ visit, facts = FACTS, content = OFFER, at = NOW }: Given = {}): Known => ({
  visit: aVisit({
    cart: { count: 2, total: 1249.9, currency: 'EUR' },
    delivery: DELIVERY,
    preferences: { size: '42', budget: 80.5, style: ['classic', 'sporty'], 'delivery-by': '2026-12-24' },
    ...visit,
  }),
  occasion: { at, busy: null, canKeep: true, facts },
  content,
});
const fill = (body: string, given?: Given, locale = 'en') =>
  fillCopy({ [locale]: { body } }, [locale], knownOf(given))?.body ?? null;
/** Intl writes spaces that do not break. */
const plain = (text: string | null) => text?.replace(/\s/g, ' ');

/** Each placeholder, in English and in German, and without what it is not known. Held to the table by the first test below. */
const PLACES: Readonly<Record<string, readonly [string, string, Given]>> = {
  'cart.total': ['€1,249.90', '1.249,90 €', { visit: { cart: { count: 2, total: 1249.9 } } }],
  'cart.count': ['2', '2', { visit: { cart: null } }],
  'returns.days': ['30', '30', { facts: {} }],
  'rating.value': ['4.6', '4,6', { facts: {} }],
  'rating.best': ['5', '5', { facts: {} }],
  'rating.count': ['1,312', '1.312', { facts: {} }],
  payments: ['Visa, PayPal', 'Visa, PayPal', { facts: { payments: [] } }],
  'contact.phone': ['+44 20 1234', '+44 20 1234', { facts: { contact: { email: 'a@b.example' } } }],
  'contact.email': ['help@shop.example', 'help@shop.example', { facts: { contact: { phone: '1' } } }],
  'shipping.free-over': ['€50.00', '50,00 €', { facts: {} }],
  'delivery.earliest': ['November 25, 2026', '25. November 2026', { at: DELIVERY.orderBefore }],
  'delivery.latest': ['November 27, 2026', '27. November 2026', { visit: { delivery: null } }],
  amount: ['1,500', '1.500', { content: { popup: 'notice' } }],
  budget: ['€80.50', '80,50 €', { visit: { preferences: {} } }],
};

test('every placeholder has its row here', () => {
  expect(Object.keys(PLACES)).toEqual(Object.keys(PLACEHOLDERS));
});

describe.each(Object.entries(PLACES))('{%s}', (name, [english, german, unknown]) => {
  test('in the language of the words', () => {
    expect(plain(fill(`It is {${name}}.`))).toBe(`It is ${english}.`);
    expect(plain(fill(`Es sind {${name}}.`, {}, 'de'))).toBe(`Es sind ${german}.`);
  });

  test('keeps the popup back where it is not known', () => {
    expect(fill(`It is {${name}}.`, unknown)).toBeNull();
  });
});

describe('{preferences.…}', () => {
  test.each([
    ['size', '42'],
    ['budget', '80.5'],
    ['style', 'classic, sporty'],
    ['delivery-by', 'December 24, 2026'],
  ])('%s', (key, text) => {
    expect(fill(`{preferences.${key}}`)).toBe(text);
  });

  test.each(['horizon', 'constructor', '__proto__', ''])('"%s" was not answered', (key) => {
    expect(fill(`{preferences.${key}}`)).toBeNull();
  });

  test('a date there is not stays as it is', () => {
    expect(fill('{preferences.size}', { visit: { preferences: { size: '2026-99-99' } } })).toBe('2026-99-99');
  });
});

describe('not known', () => {
  test.each(['nonsense', 'constructor', 'toString', '', ' cart.count'])(
    '{%s}: there is no such placeholder',
    (name) => {
      expect(fill(`{${name}}`)).toBeNull();
    },
  );

  test('a currency there is none of, a cart that was hardly read', () => {
    expect(fill('{cart.total}', { visit: { cart: { count: 1, total: 1, currency: 'Euro' } } })).toBeNull();
    expect(fill('{cart.count}', { visit: { cart: { count: 1, confidence: 0.3 } } })).toBeNull();
    expect(fill('{budget}', { visit: { preferences: { budget: '80' } } })).toBeNull();
  });

  test('one of several is enough', () => {
    const copy = { en: { title: 'Hello', body: '{preferences.horizon} {cart.count}' } };
    expect(fillCopy(copy, ['en'], knownOf())).toBeNull();
  });
});

test('no facts at all', () => {
  const { visit, content } = knownOf();
  const occasion = { at: NOW, busy: null, canKeep: true };
  expect(fillCopy({ en: { body: '{payments}' } }, ['en'], { visit, content, occasion })).toBeNull();
});

describe('braces', () => {
  test.each([
    ['{{cart.count}}', '{cart.count}'],
    ['{{{cart.count}}}', '{2}'],
    ['a {{ b }} c', 'a { b } c'],
    // What is open at one end is refused where the campaign is tried, and does no harm here.
    ['a { b', 'a { b'],
    ['}', '}'],
  ])('%s becomes %s', (raw, text) => {
    expect(fill(raw)).toBe(text);
  });
});

describe('the language', () => {
  const COPY = {
    fr: { title: 'fr' },
    en: { title: 'en' },
    de: { title: 'de' },
    'de-AT': { title: 'de-AT' },
    'zh-Hant': { title: 'zh' },
  };
  test.each([
    [['de-AT'], 'de-AT'],
    [['DE-at'], 'de-AT'],
    [['de-CH'], 'de'],
    [['zh-Hant-TW'], 'zh'],
    [['ja', 'en-GB'], 'en'],
    [['ja'], 'fr'],
    [['zh'], 'fr'],
    [[], 'fr'],
    [['constructor'], 'fr'],
  ])('%j: %s', (locales, title) => {
    expect(fillCopy(COPY, locales, knownOf())).toEqual({ title });
  });

  test('numbers stand as in the words: the region is heard, another language is not', () => {
    const copy = { en: { body: '{cart.total}' }, de: { body: '{cart.total}' } };
    const body = (locale: string) => plain(fillCopy(copy, [locale], knownOf())?.body ?? null);
    expect(body('de-CH')).toMatch(/^EUR 1['’]249[.]90$/);
    expect(body('fr')).toBe('€1,249.90');
  });

  test('no words: undefined', () => {
    expect(fillCopy(undefined, ['en'], knownOf())).toBeUndefined();
    expect(fillCopy({}, ['en'], knownOf())).toBeUndefined();
  });
});

test('every part is filled, what is absent stays absent, and the link stays as it is', () => {
  const copy = { en: { title: 'T {cart.count}', body: undefined, action: 'A {{', link: '/sizes', dismiss: 'D' } };
  expect(fillCopy(copy, ['en'], knownOf())).toEqual({ title: 'T 2', action: 'A {', link: '/sizes', dismiss: 'D' });
});

test('nothing that turns the direction of what stands around it, and no line breaks', () => {
  const visit = { preferences: { size: '4\u202e2\u2066\n\t\u0000<b>' } };
  expect(fill('Size {preferences.size}.', { visit })).toBe('Size 42 <b>.');
  expect(fill('Size {preferences.size}.', { visit: { preferences: { size: ' \u202e' } } })).toBeNull();
});

test('a value that looks like a placeholder is none', () => {
  expect(fill('{preferences.size}', { visit: { preferences: { size: '{cart.total}$&' } } })).toBe('{cart.total}$&');
});

test('whatever the words and whatever is known, the result is text, and never the word undefined', () => {
  const name = fc.oneof(fc.constantFrom(...Object.keys(PLACES), 'preferences.size'), fc.string());
  const template = fc
    .array(
      fc.oneof(
        name.map((one) => `{${one}}`),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((parts) => parts.join(''));
  const preferences = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.double()));
  fc.assert(
    fc.property(template, preferences, fc.string(), (body, said, locale) => {
      const filled = fillCopy({ en: { body } }, [locale], knownOf({ visit: { preferences: said } }));
      if (filled === null || filled === undefined) return;
      expect(Object.keys(filled)).toEqual(body ? ['body'] : []);
      if (!body.includes('undefined')) expect(filled.body ?? '').not.toContain('undefined');
    }),
  );
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CampaignCopy, PopupContent } from '../../../src/types';
import { closeAll, delivery, host, open, part, parts, press, text } from './stage';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<button id="link">Next</button>';
});
afterEach(() => {
  closeAll();
  vi.useRealTimers();
});

const fit: PopupContent = { popup: 'fit-help', size: '42', guide: '/sizes', days: 30 };
const returns: PopupContent = { popup: 'returns-promise', days: 30, free: true };
const payment: PopupContent = { popup: 'payment-help', payments: ['Visa', 'PayPal', 'Klarna'] };
const trust: PopupContent = {
  popup: 'trust',
  rating: { value: 4.6, best: 5, count: 1312 },
  contact: { phone: '+49 (0)30 123-456', email: 'help@shop.example' },
};
const invitation: PopupContent = { popup: 'preference-invitation', count: 3 };
const save: PopupContent = { popup: 'save-for-later', url: 'https://shop.example/save' };
const shipping: PopupContent = { popup: 'free-shipping', over: 50, missing: 12.4, currency: 'EUR' };
const less: PopupContent = {
  popup: 'alternatives',
  budget: 50,
  currency: 'EUR',
  products: [
    { name: 'Tin kettle', url: '/tin', price: 19.9, picture: '/tin.jpg' },
    { name: 'Pot', url: 'https://shop.example/pot', price: 12 },
    { name: 'Cup', url: '/cup', price: 5 },
    { name: 'Fourth', url: '/fourth', price: 4 },
  ],
};
const notice: PopupContent = { popup: 'notice' };
const all = [fit, returns, payment, trust, invitation, save, shipping, less];
const centre = () => ({ openPreferences: vi.fn() });

const links = () => [...(host()?.shadowRoot?.querySelectorAll('a') ?? [])];
const lines = () => [...part('body').querySelectorAll('p')].map((p) => p.textContent);
/** A link that leads nowhere in a test. */
const follow = (link: HTMLElement | undefined) => {
  link?.addEventListener('click', (event) => event.preventDefault());
  link?.click();
};

describe('what it says', () => {
  test('fit help: the shopper’s own size, the guide, the days', async () => {
    await open(fit);
    expect(text('title')).toBe('Finding your size');
    expect(lines()).toEqual([
      'You told the shop that you usually take size 42.',
      'The shop’s size guide can help you choose.',
      'If it does not fit, you can return it within 30 days.',
    ]);
    expect(part('action').getAttribute('href')).toMatch(/^http.*\/sizes$/);
    expect(text('action')).toBe('See size guide');
  });

  test('fit help: nothing of what is not known', async () => {
    await open({ popup: 'fit-help', guide: '/sizes' });
    expect(lines()).toEqual(['The shop’s size guide can help you choose.']);
    closeAll();
    await open({ popup: 'fit-help', size: 'M', days: 1 });
    expect(lines()).toEqual([
      'You told the shop that you usually take size M.',
      'If it does not fit, you can return it within 1 day.',
    ]);
    expect(text('action')).toBe('Good to know');
    expect(links()).toEqual([]);
  });

  test.each([
    [true, ['Returning it is free of charge.', 'By the shop’s own return terms.']],
    [false, ['Returning it is not free of charge.', 'By the shop’s own return terms.']],
    [undefined, ['By the shop’s own return terms.']],
  ])('returns, free: %s', async (free, said) => {
    await open({ popup: 'returns-promise', days: 30, free });
    expect(text('title')).toBe('You can return it within 30 days');
    expect(lines()).toEqual(said);
  });

  test.each([
    ['en-GB', 'The shop accepts Visa, PayPal and Klarna.'],
    ['de', 'Der Shop bietet an: Visa, PayPal und Klarna.'],
    ['ja', 'Visa、PayPal、Klarnaをご利用いただけます。'],
  ])('payment in %s', async (locale, said) => {
    await open(payment, { locales: [locale] });
    expect(lines()).toEqual([said]);
  });

  test('payment where the browser makes no lists', async () => {
    const ListFormat = Object.getOwnPropertyDescriptor(Intl, 'ListFormat') as PropertyDescriptor;
    Object.defineProperty(Intl, 'ListFormat', { value: undefined, configurable: true });
    await open(payment);
    Object.defineProperty(Intl, 'ListFormat', ListFormat);
    expect(lines()).toEqual(['The shop accepts Visa, PayPal, Klarna.']);
  });

  test('trust: the rating, whose it is, and how to reach the shop', async () => {
    await open(trust);
    expect(text('title')).toBe('4.6 of 5 from 1,312 ratings');
    expect(lines()).toEqual(['Ratings of this shop, as the shop states them.', 'You can reach the shop here:']);
    expect(links().map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['tel:+4930123456', '+49 (0)30 123-456'],
      ['mailto:help@shop.example', 'help@shop.example'],
    ]);
  });

  test('trust: of a product, which is named', async () => {
    await open({ popup: 'trust', rating: { value: 4, best: 5, count: 1, of: 'Kettle' } });
    expect(text('title')).toBe('4 of 5 from 1 rating');
    expect(lines()).toEqual(['Ratings of “Kettle”, as the shop states them.']);
  });

  test('trust: only a way to reach the shop', async () => {
    await open({ popup: 'trust', contact: { phone: '030 (0)12' } });
    expect(text('title')).toBe('If you have a question');
    expect(lines()).toEqual(['You can reach the shop here:']);
    expect(links()[0]?.getAttribute('href')).toBe('tel:030012');
  });

  test('an address can add nothing to the message', async () => {
    await open({ popup: 'trust', contact: { email: 'a+b@shop.example?bcc=x&body=y' } });
    expect(links()[0]?.getAttribute('href')).toBe('mailto:a%2Bb@shop.example%3Fbcc%3Dx%26body%3Dy');
  });

  test('the invitation tells how many answers, and none of them', async () => {
    await open(invitation, centre());
    expect(lines()).toEqual(['Answers kept on this device: 3.', 'You can look at them, change them or delete them.']);
  });

  test('save for later leads to the shop’s own page', async () => {
    await open(save);
    expect(part('action').getAttribute('href')).toBe('https://shop.example/save');
    expect(part('action').hasAttribute('target')).toBe(false);
  });

  test('free shipping: what is missing, and how far it is', async () => {
    await open(shipping);
    expect(text('title')).toBe('€12.40 more and shipping is free');
    expect(lines()).toEqual(['The shop ships free of charge from €50.']);
    const bar = part('body').querySelector('progress');
    expect(bar?.max).toBe(50);
    expect(bar?.value).toBeCloseTo(37.6);
    const root = host()?.shadowRoot;
    expect(root?.getElementById(bar?.getAttribute('aria-labelledby') ?? '')).toBe(part('title'));
  });

  test('free shipping: nothing is missing', async () => {
    await open({ ...shipping, missing: 0 });
    expect(text('title')).toBe('Shipping is free for this order');
    expect(part('body').querySelector('progress')).toBe(null);
  });

  test.each([
    ['de', 'EUR', 'Noch 12,40 € bis zum kostenlosen Versand'],
    ['ja', 'JPY', 'あと￥12で送料無料になります'],
    ['en', 'no currency', '12.4 no currency more and shipping is free'],
  ])('money in %s, %s', async (locale, currency, title) => {
    await open({ ...shipping, currency }, { locales: [locale] });
    expect(text('title').replace(/\u00a0/g, ' ')).toBe(title);
  });

  test('products: three at most, each with its price and a way to it', async () => {
    await open(less);
    expect(text('title')).toBe('Products up to €50');
    expect(links().map((link) => link.textContent)).toEqual(['Tin kettle€19.90', 'Pot€12', 'Cup€5']);
    expect(links().every((link) => /^https?:/.test(link.getAttribute('href') ?? ''))).toBe(true);
    const pictures = part('body').querySelectorAll('img');
    expect([...pictures].map((img) => [new URL(img.src).pathname, img.alt, img.width, img.height])).toEqual([
      ['/tin.jpg', '', 48, 48],
    ]);
    expect(parts('action')).toHaveLength(0);
  });

  test('products without a currency', async () => {
    await open({ popup: 'alternatives', budget: 50, products: [{ name: 'Pot', url: '/pot', price: 12.5 }] });
    expect(text('title')).toBe('Products up to 50');
    expect(links()[0]?.textContent).toBe('Pot12.5');
  });
});

describe('how it ends', () => {
  test.each(all)('$popup: a way out', async (content) => {
    const { door } = await open(content, centre());
    expect(text('dismiss')).toBe('Not now');
    part('dismiss').click();
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(host()).toBe(null);
  });

  test.each([returns, payment, trust, shipping, fit, save])('$popup: accepted by its action', async (content) => {
    const { door } = await open(content);
    expect(parts('action')).toHaveLength(1);
    follow(part('action'));
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(host()).toBe(null);
  });

  test('a product: accepted', async () => {
    const { door } = await open(less);
    follow(links()[1]);
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(host()).toBe(null);
  });

  test('a call leaves the popup, with the number, where it is', async () => {
    const { door, popup } = await open(trust);
    follow(links()[0]);
    follow(links()[1]);
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(host()).not.toBe(null);
    press('Escape');
    expect(door.end).toHaveBeenCalledTimes(1);
    expect(host()).toBe(null);
    popup.close();
  });

  test('the invitation opens the preference centre, once it is gone itself', async () => {
    const openPreferences = vi.fn(() => expect(host()).toBe(null));
    const { door } = await open(invitation, { openPreferences });
    part('action').click();
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(openPreferences).toHaveBeenCalledTimes(1);
  });
});

describe('nothing to say, or nowhere to go: not shown', () => {
  test.each<[string, PopupContent, CampaignCopy?]>([
    ['a notice without words', notice],
    ['a notice without a title', notice, { body: 'Only this.' }],
    ['a preference centre that cannot be opened', invitation],
    ['a script for a size guide', { popup: 'fit-help', guide: 'javascript:alert(1)' }],
    ['a page elsewhere without https', { popup: 'save-for-later', url: 'http://shop.elsewhere.example/' }],
    ['a script for a link', returns, { action: 'Go', link: 'javascript:alert(1)' }],
    [
      'products that cannot be gone to',
      { ...less, products: [{ name: 'x', url: 'data:x', price: 1 }] } as PopupContent,
    ],
    ['a popup of another version', { popup: 'wheel-of-fortune' } as unknown as PopupContent],
  ])('%s', async (_, content, copy) => {
    await expect(open(content, {}, [], copy)).rejects.toThrow('nothing to show');
    expect(host()).toBe(null);
  });

  test('of several products those that can be gone to', async () => {
    const products = [
      { name: 'Script', url: 'javascript:alert(1)', price: 1 },
      { name: 'Pot', url: '/pot', price: 12, picture: 'javascript:alert(1)' },
    ];
    await open({ popup: 'alternatives', budget: 50, products });
    expect(links().map((link) => link.textContent)).toEqual(['Pot12']);
    expect(part('body').querySelector('img')?.getAttribute('src') ?? '').not.toContain('javascript');
  });
});

describe('the shop’s own words', () => {
  const copy: CampaignCopy = {
    title: 'Hello <b>you</b>',
    body: 'In our {own} words & more.',
    action: 'See it',
    link: '/see',
    dismiss: 'No, thanks',
  };

  test.each([...all, notice])('$popup: in the place of the ready ones, as text', async (content) => {
    const { door } = await open(content, centre(), [], copy);
    expect(text('title')).toBe(copy.title);
    expect(lines()[0]).toBe(copy.body);
    expect(part('title').querySelector('b')).toBe(null);
    expect(text('action')).toBe('See it');
    expect(part('action').getAttribute('href')).toMatch(/^http.*\/see$/);
    expect(text('dismiss')).toBe('No, thanks');
    follow(part('action'));
    expect(door.end.mock.calls).toEqual([['accepted']]);
  });

  test.each([
    [returns, 'By the shop’s own return terms.'],
    [trust, 'help@shop.example'],
    [less, 'Tin kettle'],
  ])('$popup: its facts stay', async (content, fact) => {
    await open(content, {}, [], copy);
    expect(text('body')).toContain(fact);
  });

  test('the bar stays, and is named by the shop’s title', async () => {
    await open(shipping, {}, [], copy);
    expect(part('body').querySelector('progress')).toBeTruthy();
  });

  test('what stands beside them is in their language, where there is such', async () => {
    await open(notice, { locales: ['en'] }, [], { title: 'Montags zu.' }, 'de');
    expect(text('dismiss')).toBe('Jetzt nicht');
    expect(part('dialog').lang).toBe('de');
  });

  test('and of a language without ready ones, in the shopper’s', async () => {
    await open(notice, { locales: ['de'] }, [], { title: 'Stängt på måndag.' }, 'sv');
    expect(text('dismiss')).toBe('Jetzt nicht');
    expect(part('dialog').lang).toBe('sv');
  });

  test('a notice of a title alone has a way out and nothing else', async () => {
    await open(notice, {}, [], { title: 'We are closed on Monday.' });
    expect(parts('action')).toHaveLength(0);
    expect(text('body')).toBe('');
    expect(text('dismiss')).toBe('Not now');
  });

  test('an action without a link is a button', async () => {
    const { door } = await open(notice, {}, [], { title: 'We are closed on Monday.', action: 'I see' });
    expect(part('action').tagName).toBe('BUTTON');
    part('action').click();
    expect(door.end.mock.calls).toEqual([['accepted']]);
  });

  test('a link of the shop’s does not open the preference centre as well', async () => {
    const openPreferences = vi.fn();
    await open(invitation, { openPreferences }, [], copy);
    follow(part('action'));
    expect(openPreferences).not.toHaveBeenCalled();
  });

  test('empty words are none', async () => {
    await open(returns, {}, [], { title: '', body: '', action: '', dismiss: '' });
    expect(text('title')).toBe('You can return it within 30 days');
    expect(text('action')).toBe('Good to know');
  });

  test('the delivery promise: own words, and the estimate it is', async () => {
    const { door } = await open(delivery, {}, [], copy);
    expect(text('title')).toBe(copy.title);
    expect(lines()).toEqual([copy.body, 'An estimate by the shop’s own delivery terms. Destination: Germany.']);
    expect(part('action').getAttribute('href')).toMatch(/\/see$/);
    follow(part('action'));
    expect(door.end.mock.calls).toEqual([['accepted']]);
  });
});

test.each(all)('$popup: why, as ever', async (content) => {
  await open(content, centre(), [{ feature: 'dwell-returns', value: 24, weight: 1 }]);
  part('why').click();
  await vi.waitFor(() =>
    expect(host()?.shadowRoot?.getElementById('because')?.textContent).toContain(
      'You read about returns for at least 24 seconds.',
    ),
  );
});

describe.each(['en', 'de', 'ja'])('in %s', (locale) => {
  test.each(all)('$popup: no gap is left in a sentence', async (content) => {
    await open(content, { ...centre(), locales: [locale] });
    for (const name of ['title', 'body']) expect(text(name)).not.toMatch(/[{}]|undefined|null|NaN|\(\)|： *$/);
    expect(part('dialog').lang).toBe(locale);
  });
});

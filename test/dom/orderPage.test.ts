import { beforeEach, describe, expect, test } from 'vitest';
import { readOrderPage } from '../../src/shops/orderPage';
import { show } from './given';

beforeEach(() => {
  document.title = '';
  document.documentElement.lang = 'en';
});
const read = (html: string, path = '/x') => {
  show(html);
  return readOrderPage(document, path);
};

describe('the number beside its words', () => {
  test.each([
    ['Thank you for your order', '<p>Order number: <strong>ORD-10042</strong></p>', 'ORD-10042'],
    ['Thank you, Anna!', '<p>Order #1234</p>', '1234'],
    [
      'Order received',
      '<ul><li>Order number: <strong>4711</strong></li><li>Date: <strong>24 Nov 2026</strong></li></ul>',
      '4711',
    ],
    ['Order confirmed', '<p>Your order number is 000000123.</p>', '000000123'],
    ['Order confirmed', '<dl><dt>Confirmation number</dt><dd>AB12-99</dd></dl>', 'AB12-99'],
    ['Vielen Dank für Ihre Bestellung!', '<p>Ihre Bestellnummer lautet: 10045</p>', '10045'],
    ['Vielen Dank für Ihre Bestellung!', '<p>Bestell-Nr.: B-77</p>', 'B-77'],
    ['Merci pour votre commande', '<p>Numéro de commande : <b>CMD2024</b></p>', 'CMD2024'],
    ['Commande confirmée', '<p>Commande n° 5531</p>', '5531'],
    ['Gracias por tu compra', '<p>Número de pedido: 998-A</p>', '998-A'],
    ['Grazie per il tuo ordine', '<p>Numero d’ordine: 312</p>', '312'],
    ['Obrigado pela sua compra', '<p>Número do pedido: 88</p>', '88'],
    ['Bedankt voor je bestelling', '<p>Bestelnummer: W100</p>', 'W100'],
    ['ご注文ありがとうございました', '<p>ご注文番号：<b>２０２６１１２４</b></p>', '20261124'],
    ['주문이 완료되었습니다', '<p>주문번호 20261124-0001</p>', '20261124-0001'],
    ['感谢您的购买', '<p>订单编号：D2026</p>', 'D2026'],
    ['感謝您的訂購', '<p>訂單號碼：T2026</p>', 'T2026'],
  ])('%s %s', (heading, html, id) => {
    expect(read(`<main><h1>${heading}</h1>${html}</main>`)?.id).toBe(id);
  });
});

test('or in the address', () => {
  expect(read('<h1>Thank you for your order</h1>', '/checkout/order-received/4711/')?.id).toBe('4711');
  expect(read('<h1>Thank you for your order</h1>', '/done?orderId=abc-12')?.id).toBe('abc-12');
});

test('with what was paid', () => {
  const html = (lines: string) => `<main><h1>Thank you for your order</h1><p>Order number: 7</p>${lines}</main>`;
  expect(read(html('<p>Subtotal: £40.00</p><p>Shipping: £5.00</p><p>Total: <b>£45.00</b></p>'))).toEqual({
    id: '7',
    value: 45,
    currency: 'GBP',
  });
  expect(
    read(html('<table><tr><th>Order total (incl. VAT)</th><td><span>€</span>1.234,50</td></tr></table>'))?.value,
  ).toBe(1234.5);
  expect(read(html('<p>Total items 3</p>'))).toEqual({ id: '7' });
});

test.each([
  ['<h1>Order confirmed</h1><p>Call 0800 123456</p>', '/x'],
  ['<h1>Thank you for your message</h1><p>Order number: 12</p>', '/x'],
  ['<h1>My orders</h1><p>Order number: 12</p>', '/account/orders'],
  ['<h1>Your cart</h1><p>Order number: 12</p>', '/cart'],
  ['<h1>Thank you for your order</h1><p>Order date: 24 Nov 2026</p>', '/x'],
])('%s at %s: no order', (html, path) => {
  expect(read(html, path)).toBeUndefined();
});

test('a long word without a digit does not stall it', () => {
  const started = performance.now();
  read(`<h1>Thank you for your order</h1><p>Order number ${'a'.repeat(5000)}</p>`);
  expect(performance.now() - started).toBeLessThan(1000);
});

import { describe, expect, test } from 'vitest';
import { parseMoney, withoutMoney } from '../../src/shops/money';

describe('amounts', () => {
  test.each([
    ['1.234,56 €', 1234.56, 'EUR'],
    ['€1,234.56', 1234.56, 'EUR'],
    ['1 234,56 €', 1234.56, 'EUR'],
    ['1 234,56 €', 1234.56, 'EUR'],
    ["CHF 1'234.50", 1234.5, 'CHF'],
    ['CHF 1’234.50', 1234.5, 'CHF'],
    ['Fr. 12.–', 12, 'CHF'],
    ['12,- €', 12, 'EUR'],
    ['1,234円', 1234, 'JPY'],
    ['１，２３４円（税込）', 1234, 'JPY'],
    ['₩12,000', 12000, 'KRW'],
    ['12,000원', 12000, 'KRW'],
    ['R$ 1.234,56', 1234.56, 'BRL'],
    ['US$ 15', 15, 'USD'],
    ['NT$1,280', 1280, 'TWD'],
    ['£0.99', 0.99, 'GBP'],
    ['0,00 €*', 0, 'EUR'],
    ['1,234 EUR', 1234, 'EUR'],
    ['1.234 EUR', 1234, 'EUR'],
    ['KWD 1.234', 1.234, 'KWD'],
    ['1,234,567 INR', 1234567, 'INR'],
    ['₹1,23,456.50', 123456.5, 'INR'],
    ['Total: £45.00 incl. £7.50 VAT', 45, 'GBP'],
    ['1 item(s) - £123.20', 123.2, 'GBP'],
    ['3 £45.00', 45, 'GBP'],
    ['$123.20', 123.2, undefined],
    ['¥12,800', 12800, undefined],
    ['12 800 ¥', 12800, undefined],
    ['249 kr', 249, undefined],
    ['1,234', 1234, undefined],
    ['12.5', 12.5, undefined],
    ['0.125', 0.125, undefined],
  ])('%s', (text, amount, currency) => {
    expect(parseMoney(text)).toEqual(currency ? { amount, currency } : { amount });
  });

  test.each([
    '',
    'Free',
    '3 items',
    'SKU 1234',
    '-5,00 €',
    '−$5.00',
    'Discount -5 €',
    '10–20 €',
    '10 € – 20 €',
    '€10 - €20',
    'VAT 20',
  ])('%s is none', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });
});

describe('a sign that several currencies share', () => {
  test.each([
    ['$5', 'en-US', 'USD'],
    ['$5', 'en', undefined],
    ['$5', 'fr-CA', 'CAD'],
    ['$5', 'es-MX', 'MXN'],
    ['¥500', 'ja', 'JPY'],
    ['￥500', 'ja-JP', 'JPY'],
    ['¥500', 'zh-CN', 'CNY'],
    ['¥500', 'en', undefined],
    ['49 kr', 'sv', 'SEK'],
    ['49 kr', 'nb-NO', 'NOK'],
    ['49 kr', 'da', 'DKK'],
    ['500元', 'zh', 'CNY'],
    ['500元', 'zh-TW', 'TWD'],
  ])('%s in %s', (text, lang, currency) => {
    expect(parseMoney(text, lang)?.currency).toBe(currency);
  });
});

test('what is left without prices counts something', () => {
  expect(withoutMoney('1 item(s) - $123.20').match(/\d+/g)).toEqual(['1']);
  expect(withoutMoney('3 $45.00').match(/\d+/g)).toEqual(['3']);
});

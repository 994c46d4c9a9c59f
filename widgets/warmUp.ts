import type { PopupContent } from '../src/types';
import { country, listOf, money, shortDay } from './format';
import { letPageRun } from './letPageRun';

/** The first use of each format loads its data; together with the rest that would be a long task on a slow phone. */
export const warmUp = async ({ popup }: PopupContent, locale: string): Promise<void> => {
  const isMoney = popup === 'free-shipping' || popup === 'alternatives';
  await letPageRun();
  if (popup === 'delivery-promise' || popup === 'offer') shortDay(locale, '2000-01-01');
  if (isMoney || popup === 'trust') money(locale, 1, undefined);
  if (popup === 'payment-help') listOf(locale, ['', '']);
  await letPageRun();
  if (popup === 'delivery-promise') country(locale, 'US');
  if (isMoney) money(locale, 1, 'USD');
  await letPageRun();
};

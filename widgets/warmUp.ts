import type { PopupContent } from '../src/types';
import { country, listOf, money, shortDay } from './format';
import { letPageRun } from './letPageRun';

/** The first use of each format loads its data; together with the rest that would be a long task on a slow phone. */
export const warmUp = async ({ popup }: PopupContent, locale: string): Promise<void> => {
  const isMoney = popup === 'free-shipping' || popup === 'alternatives';
  const isDated = popup === 'delivery-promise';
  await letPageRun();
  if (isDated || popup === 'offer') shortDay(locale, '2000-01-01');
  if (popup === 'payment-help') listOf(locale, ['', '']);
  await letPageRun();
  if (isMoney || popup === 'trust' || popup === 'offer') money(locale, 1, undefined);
  if (isDated) country(locale, 'US');
  await letPageRun();
  if (isMoney) money(locale, 1, 'USD');
  await letPageRun();
};

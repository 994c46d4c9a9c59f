import { money, shortDay } from './format';
import { letPageRun } from './letPageRun';

/**
 * The browser loads its data for languages when the first amount or date is written: on a slow phone a long task, unless
 * it is done part by part. Comparing words loads what the two share.
 */
export const warmUp = async (locale: string): Promise<void> => {
  for (const use of [() => new Intl.Collator(), () => money(locale, 1, 'USD'), () => shortDay(locale, '2000-01-01')]) {
    await letPageRun();
    use();
  }
  await letPageRun();
};

import type { Reason } from '../src/types';
import { enWhy } from './copy/enWhy';
import type { Words } from './copy/loadWords';
import { figure } from './figure';
import { say } from './fill';
import { span } from './format';
import { own } from './own';

const MOST = 3;

/**
 * What spoke for this popup, in words, the strongest first. Counts and seconds fade with time in the evidence, so they
 * are rounded and told as "at least". What is unknown or zero is no reason to name.
 */
export const reasons = (because: readonly Reason[], words: Words): string[] => {
  const copy = { ...enWhy, ...words.copy };
  const said = (feature: string, value: number | string): string | undefined => {
    const template = own(copy.because, feature);
    if (feature === 'stage') return own(copy.because, `stage-${value}`);
    if (feature === 'priority') return say(copy.because.priority, { n: own(copy.options, `${value}`) ?? value });
    if (!value || typeof value === 'string') return;
    if (/^told/.test(feature)) return copy.because.told;
    const inSeconds = /^dwell|idle$|seeking$/.test(feature);
    return (
      template &&
      say(template, {
        n: inSeconds ? span(words, Math.round(value) * 1000) : figure(words.locale, Math.ceil(value)),
      })
    );
  };
  const lines = because
    .filter(({ value, weight }) => weight > 0 && value !== null)
    .sort((a, b) => b.weight - a.weight)
    .map(({ feature, value }) => said(feature, value ?? 0));
  const found = [...new Set(lines)].filter((line) => line !== undefined).slice(0, MOST);
  return found.length ? found : [copy.whyOther];
};

import type { Warn } from '../browser/warn';
import { own } from '../core/own';
import { contactIn } from './contactOf';
import { paymentsIn } from './paymentsOf';
import { safeAddress } from './safeAddress';

type FactType<T> = readonly [expected: string, read: (text: string) => T | undefined];

const ADDRESS: FactType<string> = ['a path or an https address', (text) => safeAddress(text)];

const TYPES = {
  shopReturnsFree: ['true or false', (text) => own({ '': true, true: true, false: false }, text)],
  shopPaymentMethods: [
    'names such as Visa, PayPal',
    (text) => {
      const names = paymentsIn(text);
      return names.length ? names : undefined;
    },
  ],
  shopContact: [
    'a telephone number, an e-mail address, or both with a comma between them',
    (text) => {
      const parts = text.split(',');
      const found = contactIn(parts);
      return found && Object.keys(found).length === parts.length ? found : undefined;
    },
  ],
  shopSizeGuide: ADDRESS,
  shopSaveCart: ADDRESS,
  shopAlternatives: ADDRESS,
} as const satisfies Readonly<Record<string, FactType<unknown>>>;

type Stated = { readonly [K in keyof typeof TYPES]?: NonNullable<ReturnType<(typeof TYPES)[K][1]>> };

/** What the shop states in its options `shop…`, each tried; says what cannot be taken and what was expected. */
export const statedFacts = (options: Readonly<Record<string, unknown>>, warn: Warn): Stated => {
  const stated: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(options)) {
    if (!/^shop[A-Z]/.test(name) || name === 'shopLinkKey') continue;
    const spelled = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const [expected, read]: Partial<FactType<unknown>> = own<FactType<unknown>>(TYPES, name) ?? [];
    let text = '';
    try {
      text = `${raw}`.trim();
      stated[name] = read?.(text);
    } catch {}
    if (!read) warn(`${spelled} is no option of Waver and does nothing`);
    else if (stated[name] === undefined)
      warn(`${spelled}="${text.slice(0, 80)}": expected ${expected}; it is not used`);
  }
  return stated;
};

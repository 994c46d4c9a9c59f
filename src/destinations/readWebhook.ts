import type { Warn } from '../browser/warn';
import { isObject } from '../core/isObject';
import { own } from '../core/own';
import type { WebhookOptions } from './webhook';

const RECORD = /^(moment|score|decision|experiment|outcome|preference|purchase|identity|ready)$/;
const ADDRESS = /^(https?:\/\/|\.{0,2}\/)\S+$/;

/** What may stand in each field, beside the address, without which there is no webhook. */
const FIELDS: Readonly<Record<string, readonly [expected: string, fits: (value: unknown) => boolean]>> = {
  shape: ['waver, cloudevents or segment', (value) => /^(waver|cloudevents|segment)$/.test(`${value}`)],
  records: [
    'a list of kinds of records such as outcome',
    (value) => Array.isArray(value) && value.every((one) => RECORD.test(`${one}`)),
  ],
  gzip: ['true or false', (value) => typeof value === 'boolean'],
  label: ['the name of the receiver', (value) => typeof value === 'string' && value !== ''],
  sign: ['a function', (value) => typeof value === 'function'],
};

/** The option `webhook`, an address or an object with one; undefined: nothing can be sent there. What is wrong is said. */
export const readWebhook = (given: unknown, warn: Warn): WebhookOptions | undefined => {
  const { url, ...rest } = isObject(given) ? given : { url: given };
  if (typeof url !== 'string' || !ADDRESS.test(url)) {
    warn(`webhook="${url}": expected an http(s) address or a path; nothing is sent`);
    return;
  }
  const fine = Object.entries(rest).filter(([name, value]) => {
    const [expected, fits] = own(FIELDS, name) ?? [];
    if (!expected) warn(`webhook.${name} is no option of the webhook and does nothing`);
    else if (!fits?.(value)) warn(`webhook.${name}="${value}": expected ${expected}; it is not used`);
    return fits?.(value);
  });
  return { url, ...Object.fromEntries(fine) };
};

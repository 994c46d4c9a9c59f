import type { Warn } from '../browser/warn';
import { checkSchema } from '../core/checkSchema';
import { isObject } from '../core/isObject';
import { nearest } from '../core/nearest';
import { sayWrong } from '../core/sayWrong';
import type { Destination, DestinationOptions } from './destination';
import { destinationSchema } from './destinationSchema';
import { loadDestination, NAMES } from './loadDestination';

/**
 * An entry of `destinations` that is more than a known name. One that is not what it should be is left out: with a default
 * in the place of what cannot be read, more might be told than the shop wanted.
 */
export const readDestination = async (entry: unknown, at: number, warn: Warn): Promise<Destination | undefined> => {
  const made: unknown = typeof entry === 'function' ? entry() : entry;
  const inCode = isObject(made) && typeof made.find === 'function' && typeof made.calls === 'function';
  const given = inCode ? { ...(made.options as object), name: made.name } : isObject(made) ? made : { name: made };
  const { name, beforeSend, ...rest } = given as Readonly<Record<string, unknown>>;
  const flaws: string[] = [];
  const note = (path: string, value: unknown, expected: string) => void flaws.push(sayWrong(path, value, expected));
  const where = `destinations[${at}]`;
  if (name === 'mailchimp') flaws.push(`${where}: Mailchimp takes such events from a server only: use the webhook`);
  else if (!NAMES.includes(`${name}`) && !inCode) {
    const meant = nearest(`${name}`, NAMES);
    note(where, made, meant ? `a destination: did you mean ${meant}?` : `one of ${NAMES.join(', ')}`);
  } else {
    checkSchema(destinationSchema(`${name}`, inCode), rest, where, note);
    if (beforeSend !== undefined && typeof beforeSend !== 'function')
      note(`${where}.beforeSend`, beforeSend, 'a function');
  }
  for (const flaw of flaws) warn(`${flaw}; nothing is told there`);
  if (flaws.length) return;
  const plain = { options: {}, purposes: ['marketing'], records: [], label: `${name}` };
  const destination = inCode
    ? ({ ...plain, ...made } as unknown as Destination)
    : (await loadDestination(`${name}`))?.({ ...rest, beforeSend } as DestinationOptions);
  for (const [option, how] of Object.entries({ identify: 'person', learn: 'traits' } as const))
    if (rest[option] && !destination?.[how]) warn(`${where}.${option} does nothing with ${name}`);
  return destination;
};

import type { Destination, DestinationOptions } from './destination';

type Methods = Readonly<Record<string, ((...given: unknown[]) => unknown) | undefined>>;

/** What Braze takes of a text. */
const MOST = 255;

/** https://js.appboycdn.com/web-sdk/latest/doc/modules/braze.html */
export const braze = (options: DestinationOptions = {}): Destination => ({
  name: 'braze',
  label: 'Braze',
  purposes: ['marketing'],
  records: ['decision', 'outcome'],
  options,
  find() {
    const { braze: vendor } = window as { braze?: Methods };
    // There is none before `initialize`, and nothing is taken down.
    const user = vendor?.getUser?.() as Methods | undefined;
    if (vendor && user)
      return ([method, ...given]) => (method === 'logCustomEvent' ? vendor : user)[method]?.(...given);
  },
  calls: ({ name, fields }) => [['logCustomEvent', name, fields]],
  answer: ({ properties }) =>
    Object.entries(properties).map(([key, value]) => [
      'setCustomUserAttribute',
      key,
      typeof value === 'string' ? value.slice(0, MOST) : value,
    ]),
});

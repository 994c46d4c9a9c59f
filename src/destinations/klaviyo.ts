import type { Destination, DestinationOptions } from './destination';

interface Page {
  readonly klaviyo?: Readonly<Record<string, (...given: unknown[]) => unknown>>;
  readonly _learnq?: { push(call: unknown): unknown };
}

/** https://developers.klaviyo.com/en/docs/introduction_to_the_klaviyo_object */
export const klaviyo = (options: DestinationOptions = {}): Destination => ({
  name: 'klaviyo',
  label: 'Klaviyo',
  purposes: ['marketing'],
  records: ['decision', 'outcome'],
  options,
  find() {
    const { klaviyo: vendor, _learnq: queue } = window as Page;
    if (vendor?.track) return ([method, ...given]) => vendor[method]?.(...given);
    return queue && ((call) => queue.push(call));
  },
  calls({ title, fields }) {
    // As Klaviyo spells its own: `ItemNames`.
    const spelled = (key: string) => key.replace(/(^|_)./g, (letter) => letter.slice(-1).toUpperCase());
    return [['track', title, Object.fromEntries(Object.entries(fields).map(([key, value]) => [spelled(key), value]))]];
  },
  answer: ({ properties }) => [['identify', properties]],
});

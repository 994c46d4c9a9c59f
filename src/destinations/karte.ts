import type { Destination, DestinationOptions } from './destination';

interface Page {
  readonly krt?: (...call: readonly unknown[]) => unknown;
  /** Of the tag's first version. */
  readonly tracker?: { track?(event: unknown, values: unknown): unknown };
}

/** https://support.karte.io/post/6qO99I3EWDpj58BDOwX0v5 */
export const karte = (options: DestinationOptions = {}): Destination => ({
  name: 'karte',
  label: 'KARTE',
  purposes: ['marketing'],
  records: ['decision', 'outcome'],
  options,
  find() {
    const { krt, tracker } = window as Page;
    if (typeof krt === 'function') return (call) => krt(...call);
    return tracker?.track && (([, event, values]) => tracker.track?.(event, values));
  },
  calls: ({ name, fields }) => [['send', name, fields]],
  // What is no personal data of its own goes by this event; KARTE keeps `identify` for what is.
  answer: ({ properties }) => [['send', 'attribute', properties]],
});

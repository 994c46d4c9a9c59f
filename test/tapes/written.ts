import { replay } from '../../src/core/replay';
import { startVisit } from '../../src/core/visit';
import type { Signal, Tape, Visit } from '../../src/types';
import { NOW, RULES, TREATED } from '../unit/given';

/**
 * Whole visits as JSON. A tape says only what is special about it: rules and start are filled up, and a signal comes
 * together with the one before it unless it says `afterMs`. `{ "repeat": 20, "everyMs": 1000, "signal": … }` stands for
 * twenty.
 */
type WrittenSignal =
  | { readonly repeat: number; readonly everyMs: number; readonly signal: Omit<Signal, 'at'> }
  | (Omit<Signal, 'at'> & { readonly afterMs?: number });

export interface WrittenTape {
  readonly rules?: object;
  readonly start?: Partial<Visit>;
  readonly signals: readonly WrittenSignal[];
}

const expand = (written: readonly WrittenSignal[]): Signal[] => {
  let at = NOW;
  return written.flatMap((one) => {
    if ('repeat' in one)
      return Array.from({ length: one.repeat }, () => {
        at += one.everyMs;
        return { ...one.signal, at } as Signal;
      });
    const { afterMs = 0, ...signal } = one;
    at += afterMs;
    return [{ ...signal, at } as Signal];
  });
};

export const wholeTape = ({ rules, start, signals }: WrittenTape): Tape => ({
  v: 1,
  rules: { ...RULES, ...rules },
  start: { ...startVisit('visit-1', TREATED, NOW), ...start },
  signals: expand(signals),
});

/** As in a bug report: written down, sent, and played elsewhere. */
export const replayFromJson = (tape: Tape) => replay(JSON.parse(JSON.stringify(tape)));

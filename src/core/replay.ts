import type { Model, Showing, Tape, Visit, WaverRecord } from '../types';
import { advance } from './advance';
import type { Step } from './draft';
import { heed } from './heed';
import { judge } from './judge';
import { recognise } from './recognise';
import { scenario } from './scenario';

/**
 * Plays a tape: the same records and the same popups as when it was recorded, anywhere. `model`: all is judged by this one
 * instead of what judged then.
 */
export const replay = (
  { rules, start, signals, model: recorded, campaigns }: Tape,
  model?: Model,
): { visit: Visit; records: WaverRecord[]; showings: Showing[] } => {
  const own = campaigns && { campaigns, scenario };
  let visit = start;
  const records: WaverRecord[] = [];
  const showings: Showing[] = [];
  for (const signal of signals) {
    const judging = (told: string | undefined) => model ?? (told === recorded?.name ? recorded : undefined);
    const step: Step =
      signal.type === 'decide'
        ? judge(visit, signal, rules, judging(signal.model), own)
        : signal.type === 'preference'
          ? heed(visit, signal)
          : signal.type === 'identity'
            ? recognise(visit, signal)
            : advance(visit, signal, rules);
    visit = step.visit;
    records.push(...step.records);
    if (step.showing) showings.push(step.showing);
  }
  return { visit, records, showings };
};

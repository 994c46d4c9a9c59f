import type { Model, Showing, Tape, Visit, WaverRecord } from '../types';
import { advance } from './advance';
import type { Step } from './draft';
import { judge } from './judge';

/** Plays a tape, by the prior or the model it was recorded with: the same records and the same popups as when it was recorded, anywhere. */
export const replay = (
  { rules, start, signals }: Tape,
  model?: Model,
): { visit: Visit; records: WaverRecord[]; showings: Showing[] } => {
  let visit = start;
  const records: WaverRecord[] = [];
  const showings: Showing[] = [];
  for (const signal of signals) {
    const step: Step = signal.type === 'decide' ? judge(visit, signal, rules, model) : advance(visit, signal, rules);
    visit = step.visit;
    records.push(...step.records);
    if (step.showing) showings.push(step.showing);
  }
  return { visit, records, showings };
};

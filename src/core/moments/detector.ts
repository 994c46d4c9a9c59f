import type { Moment, MomentRules, Signal, Visit } from '../../types';

/** A moment before it has a place in a visit. */
export type MomentBody = Omit<Moment, 'id' | 'at'>;

/**
 * Recognises one kind of micro-moment: a pure step over signals. `state` is what it returned last time, plain JSON,
 * undefined at the start of a visit. `visit` already holds what the signal says.
 */
export type Detector<State> = Step<State>['step'];

/** A method, so that detectors with different states fit into one list (methods are checked bivariantly). */
interface Step<State> {
  step(
    state: State | undefined,
    signal: Signal,
    visit: Visit,
    rules: MomentRules,
  ): { state: State | undefined; moment?: MomentBody | undefined };
}

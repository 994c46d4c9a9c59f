import type { Moment, Signal, Visit } from '../../types';

/** A moment before it has a place in a visit. */
type MomentBody = Omit<Moment, 'id' | 'at' | 'kind'>;

/**
 * Recognises one kind of micro-moment: a pure step over signals. `state` is what it returned last time, plain JSON,
 * undefined at the start of a visit. `visit` already holds what the signal says. `limit` is the threshold in force.
 */
type Step<State> = (
  state: State | undefined,
  signal: Signal,
  visit: Visit,
  limit: number,
) => readonly [state: State | undefined, moment?: MomentBody | null | undefined | false | 0];

export interface Detector {
  /** Default threshold; its unit and origin stand in the head comment of the moment's file. */
  readonly limit: number;
  readonly step: Step<unknown>;
}

export const detector = <State>(limit: number, step: Step<State>): Detector => ({ limit, step: step as Step<unknown> });

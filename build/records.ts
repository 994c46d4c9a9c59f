import type { WaverRecord } from '../src/types';

/** Each as `waver.on`, the events on `window` and the webhook tell it. */
export type Told = WaverRecord;

/** A score as the webhook sends it where the shop has not chosen: without what follows from evidence and model. */
export type SentScore = Omit<WaverRecord<'score'>, 'because' | 'intents' | 'intentBecause'>;

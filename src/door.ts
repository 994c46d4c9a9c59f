import type { Widgets } from './types';

/** What is loaded only when it is needed. */
export interface Chunks {
  readonly mind: typeof import('./mind');
  readonly widgets: Widgets;
  readonly campaigns: typeof import('./readCampaigns');
  readonly facts: typeof import('./shops/facts');
  readonly telling: typeof import('./telling');
  readonly reader: typeof import('./reader');
  readonly forms: typeof import('./forms');
  readonly platforms: typeof import('./shops/platforms');
  readonly consent: typeof import('./consent/watchConsent');
}

/** What a door hands in: where the chunks come from. */
export interface Door {
  readonly version: string;
  readonly nonce?: string;
  readonly load: <K extends keyof Chunks>(chunk: K) => Promise<Chunks[K]>;
}

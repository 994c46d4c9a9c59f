import { createWarn } from './browser/warn';
import { whenActivated } from './browser/whenActivated';
import { create } from './create';
import type { Door } from './door';
import { readOptions } from './options';
import type { Waver, WaverOptions } from './types';
import { VERSION } from './version';

export type * from './types';

const chunks = {
  mind: () => import('./mind'),
  widgets: () => import('../widgets'),
  facts: () => import('./shops/facts'),
  campaigns: () => import('./readCampaigns'),
  reader: () => import('./reader'),
  forms: () => import('./forms'),
  platforms: () => import('./shops/platforms'),
  consent: () => import('./consent/watchConsent'),
  telling: () => import('./telling'),
};
const load: Door['load'] = (chunk) => chunks[chunk]() as Promise<never>;

/** Starts Waver on this page. Options as in the tag, in camelCase. Call it in the browser; importing does nothing. */
export const createWaver = (options: WaverOptions = {}): Waver => {
  const warn = createWarn();
  const { settings, wrong } = readOptions(options as Record<string, unknown>);
  const { waver, begin } = create(settings, { version: VERSION, load }, warn);
  if (wrong[0])
    load('mind').then(
      ({ explainOptions }) => explainOptions(wrong, warn, false),
      (error) => warn('mind.js', error),
    );
  whenActivated(begin);
  return waver;
};

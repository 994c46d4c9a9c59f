import { createWarn } from './browser/warn';
import { whenActivated } from './browser/whenActivated';
import { create } from './create';
import { readOptions } from './options';
import type { Waver, WaverOptions } from './types';
import { VERSION } from './version';

export type * from './types';

/** Starts Waver on this page. Options as in the tag, in camelCase. Call it in the browser; importing does nothing. */
export const createWaver = (options: WaverOptions = {}): Waver => {
  const warn = createWarn();
  const { settings, wrong } = readOptions(options as Record<string, unknown>);
  const loadMind = () => import('./mind');
  const loadWidgets = () => import('../widgets');
  const loadDelivery = () => import('./shops/readDelivery');
  const { waver, begin } = create(settings, { version: VERSION, loadWidgets, loadDelivery, loadMind }, warn);
  if (wrong.length) loadMind().then(({ explainOptions }) => explainOptions(wrong, warn, false));
  whenActivated(begin);
  return waver;
};

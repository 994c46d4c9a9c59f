import { findScriptTag } from './browser/scriptTag';
import { createWarn } from './browser/warn';
import { whenActivated } from './browser/whenActivated';
import { whenIdle } from './browser/whenIdle';
import { create } from './create';
import { readOptions } from './options';
import type { Waver } from './types';
import { VERSION } from './version';

/** The script-tag door, and the only file that acts on import: reads the tag, creates, drains the queue. */

interface Page {
  waver?: Waver | ((waver: Waver) => void)[];
  waverOptions?: Record<string, unknown>;
}

const page = window as Page;
const { src, data, nonce } = findScriptTag();
const warn = createWarn();
// An absolute address: from a classic script, a relative import() may resolve against about:blank.
const load = (chunk: string) => import(new URL(`${chunk}.js`, src).href);
const own = { ...page.waverOptions, ...data };

const start = (config?: object) => {
  const { settings, wrong } = readOptions({ ...config, ...own });
  const door = {
    version: VERSION,
    nonce,
    loadMind: () => load('mind'),
    loadWidgets: () => load('widgets'),
    loadDelivery: () => load('delivery'),
  };
  const { waver, begin } = create(settings, door, warn);
  const queue = page.waver as ((waver: Waver) => void)[] | undefined;
  page.waver = waver;
  waver.push(...(queue ?? []));
  if (wrong.length) door.loadMind().then(({ explainOptions }) => explainOptions(wrong, warn, true));
  whenActivated(() => whenIdle(begin));
};

if (page.waver && !Array.isArray(page.waver)) warn('is here already: the second copy does nothing');
else if (own.config)
  fetch(`${own.config}`)
    .then((response) => response.json())
    .then(start, (error) => {
      warn(`data-config="${own.config}" is not used`, error);
      start();
    });
else start();

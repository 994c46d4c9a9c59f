import { findScriptTag } from './browser/scriptTag';
import { createWarn } from './browser/warn';
import { whenActivated } from './browser/whenActivated';
import { whenIdle } from './browser/whenIdle';
import { create } from './create';
import type { Door } from './door';
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
const load: Door['load'] = (chunk) => import(new URL(`${chunk}.js`, src).href);
const { config, ...own } = { ...page.waverOptions, ...data } as Record<string, unknown>;

const start = (found?: object) => {
  const { settings, wrong } = readOptions({ ...found, ...own });
  const { waver, begin } = create(settings, { version: VERSION, nonce, load }, warn);
  const queue = page.waver as ((waver: Waver) => void)[] | undefined;
  page.waver = waver;
  waver.push(...(queue ?? []));
  if (wrong[0])
    load('mind').then(
      ({ explainOptions }) => explainOptions(wrong, warn, true),
      (error) => warn('mind.js', error),
    );
  whenActivated(() => whenIdle(begin));
};

if (page.waver && !Array.isArray(page.waver)) warn('a second copy does nothing');
else if (config)
  fetch(`${config}`)
    .then((response) => response.json())
    .then(start, (error) => {
      warn(`data-config="${config}" is not used`, error);
      start();
    });
else start();

import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Shop } from '../shop';
import { type Instruments, instrument } from './instrument';

export interface OpenPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly session: CDPSession;
  /** Files of Waver that were asked for. */
  readonly files: Set<string>;
}

interface Opening {
  readonly path?: string;
  readonly instrumented?: boolean;
  /** How many times slower than this machine. */
  readonly slower?: number;
  /** Before the page is gone to. */
  readonly before?: (opened: OpenPage) => Promise<unknown>;
}

/** This page, on the shop's origin, in a browser context of its own: nothing is cached, compiled or remembered. */
export const openPage = async (
  { browser, url }: Shop,
  html: string,
  { path = '/checkout', instrumented, slower, before }: Opening = {},
): Promise<OpenPage> => {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1000, height: 700 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  if (instrumented) await context.addInitScript(instrument);
  const page = await context.newPage();
  const files = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/dist/')) files.add(pathname.slice(6));
  });
  await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const session = await context.newCDPSession(page);
  // From here on it counts.
  await session.send('Performance.enable');
  if (slower) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const opened = { context, page, session, files };
  await before?.(opened);
  await page.goto(path);
  return opened;
};

/** Until these chunks are there and have begun. */
export const chunksOf = async ({ page, files }: OpenPage, names: readonly string[], settleMs = 1500) => {
  for (let i = 0; names.some((name) => !files.has(`${name}.js`)); i++) {
    if (i > 100) throw new Error(`not loaded of ${names}: only ${[...files]}`);
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(settleMs);
};

/** Of the page's instruments. */
export const ask = <K extends keyof Instruments>(page: Page, what: K): Promise<ReturnType<Instruments[K]>> =>
  page.evaluate(`instruments.${what}()`);

const KINDS = ['ScriptDuration', 'TaskDuration', 'LayoutDuration', 'RecalcStyleDuration'] as const;
export type Metrics = Record<(typeof KINDS)[number], number>;

/** What the page has cost so far, in milliseconds. */
export const metricsOf = async (session: CDPSession): Promise<Metrics> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (kind: string) => 1000 * (metrics.find(({ name }) => name === kind)?.value ?? 0);
  return Object.fromEntries(KINDS.map((kind) => [kind, value(kind)])) as Metrics;
};

export const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { distFiles } from '../../demo/files.mjs';
import { createReceiver } from '../../demo/receiver.mjs';

/**
 * A thousand visits, each of a shop of its own (an origin has its own database), in a few tabs at a time, against the
 * demo's receiver, which fails in every way it can. Tabs are killed, closed and left, and the network goes away. Then
 * everybody comes back two hours later. What IndexedDB was seen to hold counts as kept.
 */

const VISITS = Number(process.env.VISITS ?? 1000);
const TABS = 4;
const LATER_MS = 7.2e6;
const MODES: readonly Readonly<Record<string, unknown>>[] = [
  { mode: 'ok' },
  { mode: 'status', status: 500 },
  { mode: 'ok' },
  { mode: 'status', status: 429, retryAfter: 1 },
  { mode: 'hang' },
  { mode: 'reset' },
  { mode: 'ok' },
  { mode: 'mute' },
  { mode: 'slow', ms: 200 },
];
const nameOf = ({ mode, status }: (typeof MODES)[number]) => `${status ?? mode}`;

const PAGE = `<!doctype html><meta charset=utf-8><title>Cart</title>
<script>if (location.search) { const now = Date.now; Date.now = () => now() + ${LATER_MS}; }</script>
<body data-waver-cart='{"items":2,"total":49.9,"currency":"EUR"}'><h1>Cart</h1>
<script async src="/dist/waver.js" data-consent="granted" data-threshold="1" data-webhook="/events"></script>`;

/** In the page: the ids that wait in its database, as another program would find them. */
const WAITING = `
  const waiting = async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'waver')) return [];
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open('waver'));
    const box = await done(database.transaction('keyval').objectStore('keyval').get('outbox')).catch(() => undefined);
    database.close();
    return box ? box.entries.map(({ id }) => id) : [];
  };
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));`;

let browser: Browser;
let folder: string;
let file: string;
let port: number;
let close: () => void;
let mode = MODES[0] as (typeof MODES)[number];
/** Batches that met the receiver in each mode. */
const met: Record<string, number> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'waver-outbox-'));
  file = join(folder, 'events.ndjson');
  const app = new Hono()
    .use('/events', async (_, next) => {
      met[nameOf(mode)] = (met[nameOf(mode)] ?? 0) + 1;
      await next();
    })
    .route('/events', createReceiver({ file, isTrial: true }))
    .route('/dist', distFiles())
    .get('/cart', (c) => c.html(PAGE));
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      port = info.port;
      resolve(started);
    });
  });
  close = () => {
    server.close();
    'closeAllConnections' in server && server.closeAllConnections();
  };
  browser = await chromium.launch({
    executablePath: inject('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.localhost 127.0.0.1'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
afterAll(async () => {
  await browser.close();
  close();
  rmSync(folder, { recursive: true });
});

const setMode = async (next: (typeof MODES)[number]) => {
  mode = next;
  await fetch(`http://127.0.0.1:${port}/events/mode`, { method: 'POST', body: JSON.stringify(next) });
};
const lines = () => readFileSync(file, 'utf8').trim().split('\n');
const addressOf = (visit: number, more = '') => `http://v${visit}.shop.localhost:${port}/cart${more}`;
/** Mulberry32. */
const chanceFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Tab {
  readonly page: Page;
  readonly cdp: CDPSession;
}
const openTab = async (context: BrowserContext): Promise<Tab> => {
  const page = await context.newPage();
  return { page, cdp: await context.newCDPSession(page) };
};
const setOffline = ({ cdp }: Tab, offline: boolean) =>
  cdp.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
/** The renderer dies at once: no event tells the page. */
const kill = async ({ page, cdp }: Tab) => {
  const crashed = page.waitForEvent('crash');
  cdp.send('Page.crash').catch(() => {});
  await crashed;
  await page.close();
};

/** Tells so many orders, two records each, and says what the database holds once the first of them is there. */
const tell = (page: Page, count: number, ms: number): Promise<string[]> =>
  page.evaluate(`(async () => {${WAITING}
    const before = new Set(await waiting());
    for (let i = 0; i < ${count}; i++) (window.waver ||= []).push((w) => w.purchase({ id: Math.random(), value: 49.9 }));
    for (let i = 0; i < 100; i++) {
      await rest(20);
      if ((await waiting()).some((id) => !before.has(id))) break;
    }
    await rest(${ms});
    return waiting();
  })()`);

test(`${VISITS} visits: nothing that was kept is lost, and nothing is counted twice`, {
  timeout: 900_000,
}, async () => {
  const start = Date.now();
  const kept = new Map<string, number>();
  const ends = { killed: 0, closed: 0, left: 0 };
  let wentOffline = 0;
  let pages = 0;
  let next = 0;
  const context = await browser.newContext();
  const warnings = new Set<string>();
  context.on('console', (message) => message.type() === 'warning' && warnings.add(message.text()));

  let isOver = false;
  const changing = (async () => {
    for (let i = 0; !isOver; i++) {
      await setMode(MODES[i % MODES.length] as (typeof MODES)[number]);
      await new Promise((done) => setTimeout(done, 150));
    }
  })();
  const visit = async (number: number, tab: Tab): Promise<Tab> => {
    const chance = chanceFrom(number);
    let seen: string[] = [];
    const keep = async (count: number) => {
      seen = await tell(tab.page, count, chance() * 100);
      for (const id of seen) kept.set(id, number);
    };
    for (let view = chance() < 0.5 ? 1 : 2; view > 0; view--) {
      await tab.page.goto(addressOf(number));
      pages++;
      const isOffline = chance() < 0.2;
      if (isOffline) {
        // Its files have come by then.
        await tell(tab.page, 1, 0);
        await setOffline(tab, true);
        wentOffline++;
      }
      await keep(1 + Math.floor(chance() * 3));
      if (isOffline && chance() < 0.5) await keep(1);
      if (isOffline && (view > 1 || chance() < 0.5)) await setOffline(tab, false);
    }
    const end = chance();
    if (end < 0.25) {
      ends.killed++;
      await kill(tab);
      return openTab(context);
    }
    await setOffline(tab, false);
    if (end > 0.5) {
      // The next visit's page takes its place.
      ends.left++;
      return tab;
    }
    ends.closed++;
    await tab.page.close();
    return openTab(context);
  };
  const inTabs = (work: (number: number, tab: Tab) => Promise<Tab>) => {
    next = 0;
    return Promise.all(
      Array.from({ length: TABS }, async () => {
        let tab = await openTab(context);
        while (next < VISITS) tab = await work(next++, tab);
        await tab.page.close();
      }),
    );
  };
  await inTabs(visit);
  isOver = true;
  await changing;
  const between = { received: lines().length, wallMs: Date.now() - start };

  await setMode({ mode: 'ok' });
  const idsOf = new Map<number, string[]>();
  for (const [id, number] of kept) idsOf.set(number, [...(idsOf.get(number) ?? []), id]);
  const early = new Set(lines().map((line) => JSON.parse(line).id));
  const missing = [...kept.keys()].filter((id) => !early.has(id)).length;
  await inTabs(async (number, tab) => {
    await tab.page.goto(addressOf(number, '?later'));
    const left = await tab.page.evaluate(`(async () => {${WAITING}
      const ids = new Set(${JSON.stringify(idsOf.get(number) ?? [])});
      for (let i = 0; i < 500; i++) {
        if (!(await waiting()).some((id) => ids.has(id))) return 0;
        await rest(20);
      }
      return (await waiting()).length;
    })()`);
    expect(left, `visit ${number}`).toBe(0);
    return tab;
  });

  const all = lines();
  const ids = new Set(all.map((line) => JSON.parse(line).id));
  const lost = [...kept.keys()].filter((id) => !ids.has(id));
  const counts = (await (await fetch(`http://127.0.0.1:${port}/events`)).json()) as Record<string, number>;
  console.log({
    visits: VISITS,
    pages,
    ...ends,
    wentOffline,
    met,
    kept: kept.size,
    missingBeforeTheReturn: missing,
    receivedBeforeTheReturn: between.received,
    receivedRaw: counts.received,
    receivedOnce: ids.size,
    twiceInTheFile: all.length - ids.size,
    lost: lost.length,
    dropped: counts.dropped,
    bytesPerVisit: Math.round((counts.bytes ?? 0) / VISITS),
    seconds: [between.wallMs, Date.now() - start].map((ms) => Math.round(ms / 1000)),
    warnings: [...warnings],
  });
  expect(lost).toEqual([]);
  expect(all.length).toBe(ids.size);
  expect(counts.dropped).toBe(0);
  // That it was about something.
  expect(idsOf.size).toBeGreaterThan(0.95 * VISITS);
  for (const one of MODES) expect(met[nameOf(one)], nameOf(one)).toBeGreaterThan(VISITS / 100);
  for (const count of Object.values(ends)) expect(count).toBeGreaterThan(VISITS / 10);
  expect(missing).toBeGreaterThan(VISITS / 100);
  expect(counts.received).toBeGreaterThan(ids.size);
});

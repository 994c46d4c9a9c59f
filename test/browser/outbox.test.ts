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
 * A thousand visits, each of a shop of its own (an origin has its own database), several in each of a few tabs, against
 * the demo's receiver, which fails in every way it can. Tabs are killed, pages left and gone on from, and the network
 * goes away. Then everybody comes back two hours later. What IndexedDB was seen to hold counts as kept.
 */

const VISITS = Number(process.env.VISITS ?? 1000);
const TABS = 3;
/** Frames in a tab, each a visit of its own: what kills the tab kills all of them. */
const FRAMES = 5;
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

/** In the page of a visit: the ids that wait in its database, as another program would find them. */
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
  const rest = (ms) => new Promise((done) => setTimeout(done, ms));
  const query = new URLSearchParams(location.search);
  const say = (what) => parent.postMessage({ ...what, visit: Number(query.get('visit')) }, '*');`;

/** Tells some orders, two records each, and says what the database was seen to hold once the first of them is there. */
const TELL = `
  const before = new Set(await waiting());
  const orders = 1 + Math.floor(Math.random() * 3);
  for (let i = 0; i < orders; i++) (window.waver ||= []).push((w) => w.purchase({ id: Math.random(), value: 49.9 }));
  const kept = new Set(before);
  while (kept.size === before.size) {
    await rest(20);
    for (const id of await waiting()) kept.add(id);
  }
  await rest(Math.random() * 150);
  for (const id of await waiting()) kept.add(id);
  say({ kept: [...kept] });`;

/** Two hours later: says when nothing of what was left waits any more. */
const COME_BACK = `
  const left = new Set(await waiting());
  while ((await waiting()).some((id) => left.has(id))) await rest(20);
  say({ left: left.size });`;

const visitPage = (isLater: boolean) => `<!doctype html><meta charset=utf-8><title>Shop</title>
<script>${isLater ? `{ const now = Date.now; Date.now = () => now() + ${LATER_MS}; }` : ''}
(async () => {${WAITING}${isLater ? COME_BACK : TELL}})()</script>
<body><script async src="http://cdn.shop.localhost:${port}/dist/waver.js" data-consent="granted" data-threshold="1"
data-webhook="/events"></script>`;

/** In a tab: visit after visit, each in a frame that is left, gone on from, or stays until the tab is killed. */
const TAB = `<!doctype html><meta charset=utf-8><title>Tab</title><body><script>
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const isLater = location.search === '?later';
const see = (frame, visit) => new Promise((resolve) => {
  const hear = ({ source, data }) => source === frame.contentWindow && data.visit === visit && resolve(data);
  addEventListener('message', hear);
  // Without the network it does not load.
  rest(15000).then(() => resolve()).then(() => removeEventListener('message', hear));
  frame.src = 'http://v' + visit + '.shop.localhost:' + location.port + (isLater ? '/later' : '/visit') + '?visit=' + visit + '&' + Math.random();
});
const run = async () => {
  for (;;) {
    const visit = await take();
    if (visit < 0) return;
    const frame = document.body.appendChild(document.createElement('iframe'));
    for (let pages = isLater || Math.random() < 0.5 ? 1 : 2; pages > 0; pages--) {
      const seen = await see(frame, visit);
      await report(visit, seen ?? null);
      if (!seen) break;
    }
    if (isLater || Math.random() < 0.8) frame.remove();
  }
};
Promise.all(Array.from({ length: ${FRAMES} }, run)).then(() => report(-1, null));
</script>`;

let browser: Browser;
/** One device: who comes back finds what was kept. */
let context: BrowserContext;
let folder: string;
let file: string;
let port: number;
let close: () => void;
let mode = MODES[0] as (typeof MODES)[number];
let kills = 0;
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
    .use('/dist/*', async (c, next) => {
      await next();
      c.header('Cache-Control', 'max-age=3600');
    })
    .route('/dist', distFiles())
    .get('/visit', (c) => c.html(visitPage(false)))
    .get('/later', (c) => c.html(visitPage(true)))
    .get('/tab', (c) => c.html(TAB));
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
  });
  context = await browser.newContext();
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

interface Tab {
  readonly page: Page;
  readonly cdp: CDPSession;
}
interface Seen {
  readonly kept?: readonly string[];
  readonly left?: number;
}
const setOffline = ({ cdp }: Tab, offline: boolean) =>
  cdp.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
/** The renderer dies at once: no event tells the page. */
const kill = async ({ page, cdp }: Tab) => {
  const crashed = page.waitForEvent('crash');
  cdp.send('Page.crash').catch(() => {});
  await crashed;
  kills++;
  await page.close();
};

/**
 * All visits, in tabs. `trouble` is made over and over in one tab after the other. What a visit has said is handed on;
 * one that could say nothing, its tab killed or its network gone, comes again.
 */
const playVisits = async (
  more: string,
  seen: (visit: number, what: Seen) => void,
  trouble?: (tab: Tab) => Promise<void>,
) => {
  const open: number[] = Array.from({ length: VISITS }, (_, i) => i);
  const said = new Set<number>();
  const running = new Map<Page, Set<number>>();
  const isDone = new Set<Page>();
  const take = ({ page }: { page: Page }) => {
    const visit = open.shift() ?? -1;
    if (visit >= 0) running.get(page)?.add(visit);
    return visit;
  };
  const report = ({ page }: { page: Page }, visit: number, what: Seen | null) => {
    if (visit < 0) isDone.add(page);
    else if (what) {
      said.add(visit);
      seen(visit, what);
    } else if (!said.has(visit)) open.push(visit);
  };
  const openTab = async (): Promise<Tab> => {
    const page = await context.newPage();
    running.set(page, new Set());
    await page.exposeBinding('take', take);
    await page.exposeBinding('report', report);
    const cdp = await context.newCDPSession(page);
    await page.goto(`http://tab.shop.localhost:${port}/tab${more}`);
    return { page, cdp };
  };
  await Promise.all(
    Array.from({ length: TABS }, async () => {
      while (said.size < VISITS) {
        const tab = await openTab();
        for (let life = 3 + Math.random() * 10; life > 0 && !isDone.has(tab.page); life--) {
          await new Promise((done) => setTimeout(done, 100 + Math.random() * 200));
          await trouble?.(tab);
          if (!trouble) life++;
        }
        if (isDone.has(tab.page)) await tab.page.close();
        else await kill(tab);
        for (const visit of running.get(tab.page) ?? []) if (!said.has(visit)) open.push(visit);
      }
    }),
  );
};

test(`${VISITS} visits: nothing that was kept is lost, and nothing is counted twice`, {
  timeout: 900_000,
}, async () => {
  const start = Date.now();
  const kept = new Map<string, number>();
  let offline = 0;
  let views = 0;

  let isOver = false;
  const changing = (async () => {
    for (let i = 0; !isOver; i++) {
      await setMode(MODES[i % MODES.length] as (typeof MODES)[number]);
      await new Promise((done) => setTimeout(done, 150));
    }
  })();
  const seen = (visit: number, what: Seen) => {
    views++;
    for (const id of what.kept ?? []) kept.set(id, visit);
  };
  await playVisits('', seen, async (tab) => {
    if (Math.random() > 0.2) return;
    offline++;
    await setOffline(tab, true);
    await new Promise((done) => setTimeout(done, 150));
    // Or killed without it.
    if (Math.random() < 0.7) await setOffline(tab, false);
  });
  isOver = true;
  await changing;
  const early = new Set(lines().map((line) => JSON.parse(line).id));
  const missing = [...kept.keys()].filter((id) => !early.has(id)).length;
  const between = Date.now() - start;

  await setMode({ mode: 'ok' });
  await playVisits('?later', () => {});

  const all = lines();
  const ids = new Set(all.map((line) => JSON.parse(line).id));
  const lost = [...kept.keys()].filter((id) => !ids.has(id));
  const counts = (await (await fetch(`http://127.0.0.1:${port}/events`)).json()) as Record<string, number>;
  console.log({
    visits: VISITS,
    pageViews: views,
    killedTabs: kills,
    withoutNetwork: offline,
    batchesMet: met,
    kept: kept.size,
    keptAndMissingBeforeTheReturn: missing,
    receivedRaw: counts.received,
    receivedOnce: ids.size,
    twiceInTheFile: all.length - ids.size,
    lost: lost.length,
    dropped: counts.dropped,
    bytesPerVisit: Math.round((counts.bytes ?? 0) / VISITS),
    seconds: [between, Date.now() - start].map((ms) => Math.round(ms / 1000)),
  });
  expect(lost).toEqual([]);
  expect(all.length).toBe(ids.size);
  expect(counts.dropped).toBe(0);
  // That it was about something.
  expect(new Set(kept.values()).size).toBe(VISITS);
  for (const one of MODES) expect(met[nameOf(one)], nameOf(one)).toBeGreaterThan(VISITS / 100);
  expect(Math.min(kills, offline)).toBeGreaterThan(VISITS / 100);
  expect(missing).toBeGreaterThan(VISITS / 100);
  expect(counts.received).toBeGreaterThan(ids.size);
});

import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { html } from 'hono/html';

/** Waver sends 16 KiB at most; who sends more than this is not Waver. */
const mostBytes = 262_144;
const latest = 20;

/** The records of a batch in any of the three shapes; undefined: it is none. */
const recordsOf = (body) =>
  Array.isArray(body)
    ? body.map(({ data }) => data)
    : (body?.records ?? body?.batch?.map(({ properties }) => properties));

const parse = (bytes, encoding) => {
  try {
    const body = JSON.parse(encoding === 'gzip' ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes);
    const records = recordsOf(body);
    const isRecord = (one) =>
      [one?.id, one?.type].every((part) => typeof part === 'string') && Math.abs(one.at) < 8.64e15;
    return records?.every(isRecord)
      ? { records, dropped: Number(body.dropped ?? body.context?.dropped ?? body[0]?.dropped ?? 0) }
      : undefined;
  } catch {}
};

/** Made when there is something to write. */
const newFile = () => join(mkdtempSync(join(tmpdir(), 'waver-events-')), 'events.ndjson');

/** One record a line. A line cut off when this program was killed was not acknowledged, and its record comes again. */
const openLog = (given) => {
  let file = given;
  const known = new Map();
  const text = file && existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const line of text.split('\n')) {
    try {
      const record = JSON.parse(line);
      known.set(record.id, record);
    } catch {}
  }
  if (text && !text.endsWith('\n')) appendFileSync(file, '\n');
  return {
    file: () => file,
    all: () => [...known.values()],
    /** Writes what is new, and only then knows it; says how many that were. */
    add(records) {
      const fresh = new Map(records.filter(({ id }) => !known.has(id)).map((record) => [record.id, record]));
      if (!fresh.size) return 0;
      file ??= newFile();
      appendFileSync(file, [...fresh.values()].map((record) => `${JSON.stringify(record)}\n`).join(''));
      for (const [id, record] of fresh) known.set(id, record);
      return fresh.size;
    },
  };
};

const cut = (c) => {
  c.env.incoming.socket.destroy();
  return c.body(null);
};

/** How it may fail, to try what is sent to it: told by `POST /events/mode`. What `instead` returns is the answer. */
const modes = {
  ok: {},
  /** `containing`: only batches with this text. */
  status: {
    instead: (c, text, { status = 500, retryAfter, containing = '' }) =>
      text.includes(containing) &&
      c.text('', status, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
  },
  hang: { instead: () => new Promise(() => {}) },
  slow: { instead: (_, __, { ms = 500 }) => new Promise((resolve) => setTimeout(resolve, ms)) },
  reset: { instead: cut },
  /** Takes the batch, and nobody hears of it. */
  mute: { after: cut },
};

/**
 * A shop's own receiver of Waver's records: acknowledges a batch once it is in the file, and writes each record once,
 * however often it comes. For a real shop put it behind your own server, and limit who may send how much.
 * @param {{ file?: string, isTrial?: boolean }} [given] `isTrial`: it may be told to fail
 */
export const createReceiver = ({ file, isTrial = false } = {}) => {
  const log = openLog(file);
  const counts = { batches: 0, bytes: 0, received: 0, twice: 0, dropped: 0 };
  /** The highest count told, by visitor. */
  const dropped = new Map();
  let mode = { mode: 'ok' };

  const take = (bytes, encoding) => {
    const batch = parse(bytes, encoding);
    if (!batch) return undefined;
    const { records } = batch;
    const fresh = log.add(records);
    for (const { visitor } of records) dropped.set(visitor, Math.max(dropped.get(visitor) ?? 0, batch.dropped));
    counts.batches++;
    counts.bytes += bytes.length;
    counts.received += records.length;
    counts.twice += records.length - fresh;
    counts.dropped = [...dropped.values()].reduce((sum, one) => sum + one, 0);
    return { received: records.length, fresh, twice: records.length - fresh };
  };

  /** Any shop may send; what came in is for nobody else's page to read. */
  const open = cors({ allowMethods: ['POST'], exposeHeaders: ['Retry-After'] });
  return new Hono()
    .use((c, next) => (c.req.method === 'GET' ? next() : open(c, next)))
    .post('/mode', async (c) => {
      if (!isTrial) return c.notFound();
      const next = { mode: 'ok', ...(await c.req.json().catch(() => null)) };
      if (!Object.hasOwn(modes, next.mode)) return c.text(`Expected one of ${Object.keys(modes).join(', ')}.\n`, 400);
      mode = next;
      return c.json(mode);
    })
    .post('/', async (c) => {
      const how = mode;
      const bytes = Buffer.from(await c.req.arrayBuffer());
      if (bytes.length > mostBytes) return c.text('Too large.\n', 413);
      const { instead, after } = modes[how.mode];
      const failed = await instead?.(c, bytes.toString(), how);
      if (failed) return failed;
      const answer = take(bytes, c.req.header('content-encoding'));
      return after?.(c) ?? (answer ? c.json(answer, 202) : c.text('Expected a batch of Waver.\n', 400));
    })
    .get('/', (c) => {
      const all = log.all();
      const seen = { file: log.file(), kept: all.length, ...counts, latest: all.slice(-latest).reverse() };
      if (!c.req.header('accept')?.includes('text/html')) return c.json(seen);
      const rows = seen.latest.map(
        ({ at, type, visit, page, id }) =>
          html`<tr><td>${new Date(at).toISOString()}</td><td>${type}</td><td>${visit}</td><td>${page}</td><td>${id}</td></tr>`,
      );
      const { latest: _, ...figures } = seen;
      return c.html(html`<!doctype html>
        <html lang="en">
          <meta charset="utf-8" />
          <title>What came in</title>
          <h1>What came in</h1>
          <dl>${Object.entries(figures).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
          <table>
            <caption>The latest records, the last one first</caption>
            <tr><th>at</th><th>type</th><th>visit</th><th>page</th><th>id</th></tr>
            ${rows}
          </table>
        </html>`);
    });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4180' },
      file: { type: 'string' },
      trial: { type: 'boolean' },
    },
  });
  const app = new Hono().route('/events', createReceiver({ file: values.file, isTrial: values.trial }));
  serve({ fetch: app.fetch, port: Number(values.port), hostname: '127.0.0.1' }, ({ port }) =>
    console.log(`Waver's records: http://127.0.0.1:${port}/events`),
  );
}

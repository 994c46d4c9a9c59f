import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReceiver } from '../../demo/receiver.mjs';
import { readRecords } from '../../lab/readRecords.mjs';
import { readVisits } from '../../lab/readVisits.mjs';
import type { Entry } from '../../src/core/outbox';
import { SHAPES } from '../../src/core/outboxBody';
import { entryOf } from '../../src/core/outboxEntry';
import { replay } from '../../src/core/replay';
import holdout from '../tapes/holdout.json';
import { type WrittenTape, wholeTape } from '../tapes/written';
import { NOW } from './given';

/** The demo's receiver gets what Waver sends, and the lab reads what the receiver has written. */

const records = replay(wholeTape(holdout.tape as unknown as WrittenTape)).records;
const entries = records.flatMap((record) => entryOf(record, undefined, false) ?? []);
const bodyOf = (shape: keyof typeof SHAPES, some: readonly Entry[] = entries, dropped = 0) =>
  SHAPES[shape].body(some, { sentAt: NOW, dropped, purposes: { analytics: true }, source: 'https://shop.example' });

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waver-receiver-'));
  file = join(folder, 'events.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true }));

type Receiver = ReturnType<typeof createReceiver>;
const post = (to: Receiver, body: BodyInit, headers: Record<string, string> = {}) =>
  to.request('/', { method: 'POST', body, headers });
const setMode = (to: Receiver, mode: object) => to.request('/mode', { method: 'POST', body: JSON.stringify(mode) });
const lines = () =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each(['waver', 'cloudevents', 'segment'] as const)('%s: each record is a line, as it was told', async (shape) => {
  const receiver = createReceiver({ file });
  const answer = await post(receiver, bodyOf(shape));
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({ received: entries.length, fresh: entries.length, twice: 0 });
  expect(lines()).toEqual(entries.map(({ text }) => JSON.parse(text)));
});

test('what comes again is counted once, over restarts too', async () => {
  const first = createReceiver({ file });
  await post(first, bodyOf('waver', entries.slice(0, 3)));
  expect(await (await post(first, bodyOf('waver'))).json()).toMatchObject({ twice: 3 });
  const second = createReceiver({ file });
  expect(await (await post(second, bodyOf('waver'))).json()).toMatchObject({ fresh: 0, twice: entries.length });
  expect(lines()).toHaveLength(entries.length);
});

test('a line that was cut off costs no other', async () => {
  await post(createReceiver({ file }), bodyOf('waver', entries.slice(0, 2)));
  appendFileSync(file, '{"v":1,"id":"cut');
  await post(createReceiver({ file }), bodyOf('waver'));
  expect(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}')),
  ).toHaveLength(entries.length);
});

test('compressed batches, and of what was dropped the highest count', async () => {
  const receiver = createReceiver({ file });
  await post(receiver, gzipSync(bodyOf('waver', entries, 2)), { 'Content-Encoding': 'gzip' });
  await post(receiver, bodyOf('cloudevents', entries, 5));
  await post(receiver, bodyOf('segment', entries, 3));
  expect(await (await receiver.request('/')).json()).toMatchObject({
    kept: entries.length,
    batches: 3,
    received: 3 * entries.length,
    dropped: 5,
  });
});

describe('what is no batch is refused', () => {
  test.each(['', 'text', '{}', '[1]', '{"records":[{}]}', '{"records":[{"id":"a","type":"moment","at":1e99}]}'])(
    '%s',
    async (body) => {
      const receiver = createReceiver({ file });
      expect((await post(receiver, body)).status).toBe(400);
    },
  );

  test('nor what is too large, packed or not', async () => {
    const receiver = createReceiver({ file });
    const large = JSON.stringify({ records: [], pad: ' '.repeat(300_000) });
    expect((await post(receiver, large)).status).toBe(413);
    expect((await post(receiver, gzipSync(large), { 'Content-Encoding': 'gzip' })).status).toBe(400);
  });
});

test('any shop may send, and learn when to come again; nobody’s page may read what came in', async () => {
  const receiver = createReceiver({ file });
  const answer = await post(receiver, bodyOf('waver'), { Origin: 'https://shop.example' });
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  const look = await receiver.request('/', { headers: { Origin: 'https://shop.example' } });
  expect(look.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

test('fails as it is told to, where it is there to try', async () => {
  const receiver = createReceiver({ file, isTrial: true });
  await setMode(receiver, { mode: 'status', status: 429, retryAfter: 7 });
  const busy = await post(receiver, bodyOf('waver'));
  expect([busy.status, busy.headers.get('Retry-After')]).toEqual([429, '7']);
  await setMode(receiver, { mode: 'status', status: 422, containing: '"purchase"' });
  expect((await post(receiver, bodyOf('waver'))).status).toBe(422);
  expect((await post(receiver, bodyOf('waver', entries.slice(0, 1)))).status).toBe(202);
  expect((await setMode(receiver, { mode: 'constructor' })).status).toBe(400);
  await setMode(receiver, {});
  expect((await post(receiver, bodyOf('waver'))).status).toBe(202);
  expect((await setMode(createReceiver({ file }), { mode: 'hang' })).status).toBe(404);
});

test('its page shows the latest, as text', async () => {
  const receiver = createReceiver({ file });
  await post(receiver, JSON.stringify({ records: [{ id: 'a', type: '<b>', at: NOW, visitor: 'me' }] }));
  const page = await (await receiver.request('/', { headers: { Accept: 'text/html' } })).text();
  expect(page).toContain('&lt;b&gt;');
  expect(page).not.toContain('<b>');
});

test('the lab reads the file: for its report and to train on', async () => {
  await post(createReceiver({ file }), bodyOf('waver'));
  const { records: read, twice } = await readRecords(file);
  expect(read).toHaveLength(entries.length);
  expect(twice).toBe(0);
  const rows = lines().map((row, i) => ({ row, line: i + 1 }));
  const scores = rows.filter(({ row }) => row.type === 'score');
  expect(scores.length).toBeGreaterThan(0);
  const told = readVisits(rows, file);
  expect(told.records.length).toBeGreaterThan(0);
  expect(told.columns).toContain('cart-count');
});

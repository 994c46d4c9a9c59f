import { expect, test } from 'vitest';
import { readWebhook } from '../../src/destinations/readWebhook';
import { createWarnSpy } from './given';

const read = (given: unknown) => {
  const warn = createWarnSpy();
  return { config: readWebhook(given, warn), said: warn.mock.calls.map(([text]) => text) };
};
const sign = async () => ({});

test.each([
  ['/events', { url: '/events' }],
  ['https://shop.example/events', { url: 'https://shop.example/events' }],
  [{ url: '../events', shape: 'segment', records: ['outcome'], gzip: true, label: 'our warehouse', sign }, undefined],
])('takes %j', (given, config) => {
  expect(read(given)).toEqual({ config: config ?? given, said: [] });
});

test.each(['events', 'javascript:alert(1)', '', true, 7, {}, { url: 7 }, ['/a b', '/c'], null])(
  'nothing is sent to %j',
  (given) => {
    expect(read(given)).toEqual({
      config: undefined,
      said: [expect.stringMatching(/^webhook=".*": expected an http/)],
    });
  },
);

test.each([
  [{ shape: 'xml' }, 'webhook.shape="xml": expected waver, cloudevents or segment; it is not used'],
  [{ records: 'outcome' }, 'webhook.records="outcome": expected a list of kinds'],
  [{ records: ['outcome', 'decisions'] }, 'webhook.records="outcome,decisions": expected a list of kinds'],
  [{ gzip: 'yes' }, 'webhook.gzip="yes": expected true or false'],
  [{ label: '' }, 'webhook.label="": expected the name'],
  [{ sign: 'secret' }, 'webhook.sign="secret": expected a function'],
  [{ secret: 'x' }, 'webhook.secret is no option of the webhook'],
  [JSON.parse('{"__proto__":1,"constructor":1}'), 'is no option of the webhook'],
])('%j: said, and the rest holds', (more, text) => {
  const { config, said } = read({ url: '/events', ...more });
  expect(config).toEqual({ url: '/events' });
  expect(said[0]).toContain(text);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Model } from '../../src/types';
import { openShop, type Shop, servePage, told, until, waver } from './shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** What was looked at, pairs and all that a trained model has. */
const MODEL: Model = {
  v: 1,
  trained: true,
  name: 'trained-here',
  churn: {
    intercept: 1,
    tables: {
      'seconds-product': { edges: [1], weights: [3, 0.5], missing: 7 },
      hour: { edges: [], weights: [0.25], missing: 7 },
    },
    pairs: [
      {
        features: ['pages-product', 'weekend'],
        sides: [{ edges: [1] }, { edges: [1] }],
        weights: [
          [7, 7, 7],
          [0.5, 0.5, 7],
          [7, 7, 7],
        ],
      },
    ],
    calibration: { slope: 0.5, offset: -0.25 },
    average: { hour: 0.05 },
  },
};
const PAGE = `<main><h1>Bean</h1><p>A chair.</p></main>
  <script async src="/dist/waver.js" data-pages-product="/model-page" data-model="/own-model.json" data-holdout="0"></script>`;

const visit = async (model: object) => {
  const shopper = await shop.shopper();
  const { page, context } = shopper;
  await servePage(shopper, '/model-page', PAGE);
  await context.route('**/own-model.json', (route) => route.fulfill({ json: model }));
  await page.goto('/model-page');
  await told(shopper, 'ready');
  await waver(page, (w) => w.cart({ items: 2, total: 50, currency: 'EUR' }));
  return shopper;
};

test.concurrent('a trained model is loaded and scores a live visit, with exact reasons', async () => {
  const shopper = await visit(MODEL);
  const { page, requests, warnings } = shopper;
  // The first moment calls the mind, which asks for the model.
  expect(requests).not.toContain('/own-model.json');
  await waver(page, (w) => w.moment('hesitates'));
  await until(
    () => waver(page, (w) => w.explain()?.model.name),
    (name) => name === MODEL.name,
  );
  await until(
    async () => {
      await page.mouse.move(200 + 100 * Math.random(), 300);
      return waver(page, (w) => w.explain()?.evidence['seconds-product']);
    },
    (seconds) => Number(seconds) >= 2,
    30_000,
  );
  await waver(page, (w) => w.moment('hesitates'));
  // 0.5 (1 + 0.5 + 0.25 + 0.5) - 0.25
  const churn = 1 / (1 + Math.exp(-0.875));
  const score = await told(shopper, 'score', (record) => Math.abs(record.churn - churn) < 1e-9);
  const parts = score.because.reduce((sum, { weight }) => sum + weight, 0);
  expect(parts).toBeCloseTo(0.875 - (0.5 * 1.05 - 0.25), 9);
  expect(score.because.map(({ feature }) => feature).sort()).toEqual([
    'hour',
    'pages-product',
    'seconds-product',
    'weekend',
  ]);
  expect(warnings).toEqual([]);
  expect(requests.filter((path) => path === '/own-model.json')).toHaveLength(1);
});

test.concurrent('one that is wrong is refused with its path, and the prior scores', async () => {
  const { page, warnings } = await visit({ ...MODEL, churn: { ...MODEL.churn, pairs: [{ features: ['hour'] }] } });
  await waver(page, (w) => w.moment('hesitates'));
  await until(
    async () => warnings.join(),
    (said) => said.includes('/own-model.json is not used: Error: churn.pairs[0].features: 1 long, not 2'),
  );
  expect(await waver(page, (w) => w.explain()?.model)).toEqual({ name: 'prior-1', trained: false });
});

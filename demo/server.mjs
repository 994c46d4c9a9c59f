import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cspReports } from './csp.mjs';
import { distFiles, publicFiles } from './files.mjs';
import { createOrders } from './orders.mjs';
import { createPoints } from './points.mjs';
import { createReceiver } from './receiver.mjs';
import { shop } from './shop.mjs';
import { keepPoints } from './shopper.mjs';
import { createSigned } from './signed.mjs';

const app = () => {
  const points = createPoints();
  const signed = createSigned();
  const stores = { orders: createOrders(), points };
  return new Hono({ strict: false })
    .use(signed.give)
    .route('/dist', distFiles())
    .route('/public', publicFiles())
    .route('/csp-report', cspReports())
    .route('/events', createReceiver({ isTrial: true }))
    .post('/points/claim', async (c) => {
      const body = await c.req.json().catch(() => null);
      const answer = points.claim(body, await signed.read(c));
      if (answer.status === 'granted') keepPoints(c, body.offer);
      return c.json(answer, answer.status === 'refused' ? 400 : 200);
    })
    .route('/strict', shop('/strict', { ...stores, strict: true }))
    .route('/', shop('', stores));
};

// Only this machine: a demo has no business on the network.
const hostname = '127.0.0.1';

const listen = (fetch, port) =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, () => resolve(server));
    server.once('error', reject);
  });

const listenFrom = async (fetch, port, triesLeft = 20) => {
  try {
    return await listen(fetch, port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE' || !triesLeft) throw error;
    return listenFrom(fetch, port + 1, triesLeft - 1);
  }
};

/** Starts at `port`, or at the next one that is free; 0 is any. Every start has its own orders and offers. */
export const startDemo = async ({ port = 4173, quiet = false } = {}) => {
  const server = await listenFrom(app().fetch, port);
  const url = `http://${hostname}:${server.address().port}`;
  if (!quiet) console.log(`Halfbarrow, the demo shop: ${url}`);
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
};

import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

const from = (root, prefix, missing) =>
  new Hono()
    .use(etag())
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-cache');
      c.header('Access-Control-Allow-Origin', '*');
      await next();
    })
    .use(serveStatic({ root: folder(root), rewriteRequestPath: (path) => path.slice(prefix.length) }))
    .all('*', (c) => c.text(missing, 404));

export const publicFiles = () => from('./public', '/public', 'Not found.\n');

/** What the build has made. Any origin may load it, as from a CDN. */
export const distFiles = () => from('../dist', '/dist', 'Not built yet: run `npm run build`.\n');

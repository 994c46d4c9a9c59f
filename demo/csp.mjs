import { Hono } from 'hono';

/** As strict as a shop can be: no inline style at all, and no string may ever become script or markup. */
export const strictPolicy = (nonce) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    'report-uri /csp-report',
  ].join('; ');

const keep = 100;

export const cspReports = () => {
  const reports = [];
  let count = 0;
  return new Hono()
    .post('/', async (c) => {
      count += 1;
      const report = await c.req.json().catch(() => null);
      if (reports.length < keep) reports.push(report?.['csp-report'] ?? report);
      return c.body(null, 204);
    })
    .get('/', (c) => c.json({ count, reports }));
};

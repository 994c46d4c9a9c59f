import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';

/** What a shopper's browser asks such a shop, and what the shop remembers of this one shopper. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  /** null: a GET. */
  readonly form: URLSearchParams | null;
  readonly mem: { n: number; order: string; tries: number };
}

/**
 * A shop nobody told Waver of. Where hands go is marked by `data-t` with a letter that says nothing: `a` adds one, `c`
 * leads to the cart, `p` and `m` step the quantity, `n` turns the carousel, `d` is text to select, `t` leads to the terms,
 * `x` closes them, `r` empties the cart, `k` leads to the checkout, `f1` is the field that is refused as long as it holds a
 * canary, `f2` … the others, `s` sends, `y` confirms.
 */
export interface StrangeShop {
  readonly name: string;
  /** The product's page. */
  readonly product: string;
  /** Where the terms are read from, and what they are about. */
  readonly terms: { readonly from: 'cart' | 'product'; readonly topic: 'shipping' | 'returns' };
  /** The field that is refused. */
  readonly field: string;
  readonly others: number;
  readonly order: string;
  /** What the cart says after one add, if not 1. */
  readonly counted?: number;
  /** The first payment is declined. */
  readonly declines?: boolean;
  serve(asked: Asked): string | { readonly to: string };
}

export const TAG = '<script async src="/dist/waver.js" data-consent=granted data-holdout=0></script>';
export const CANARY = 'zqx7391canary';
/** Refused: the field still holds what no shop would take. */
export const isWrong = (value: string | null | undefined) => !value || value.includes('canary');

/** The same check, for the shops' own scripts. */
export const CHECK = `const isWrong = (v) => !v || v.includes('canary');`;

const bodyOf = async (request: IncomingMessage) => {
  let body = '';
  for await (const part of request) body += part;
  return new URLSearchParams(body);
};

/** One shopper's own copy of the shop, with the tag beside it. */
export const openStrangeShop = async ({ serve }: StrangeShop) => {
  const mem = { n: 0, order: '', tries: 0 };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const file = /^\/dist\/([\w.-]+\.js)$/.exec(url.pathname)?.[1];
    if (file) {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      return void response.end(await readFile(new URL(`../../../dist/${file}`, import.meta.url)));
    }
    if (url.pathname === '/favicon.ico') return void response.writeHead(404).end();
    const form = request.method === 'POST' ? await bodyOf(request) : null;
    const answer = serve({ path: url.pathname, query: url.searchParams, form, mem });
    if (typeof answer !== 'string') return void response.writeHead(303, { location: answer.to }).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>${answer}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};

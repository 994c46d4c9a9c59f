import type { Answer } from '../core/outboxAnswer';

/** A receiver that has not answered by then does not: the lock is needed, and the next try brings the same. */
const PATIENCE_MS = 10_000;

interface PostParts {
  readonly url: string;
  readonly media: string;
  readonly gzip?: boolean;
  readonly sign?: (body: string) => Promise<Readonly<Record<string, string>>>;
}

const pack = (body: string) =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

/** Sends one batch and says how it ended; never rejects. */
export const createPost = ({ url, media, gzip, sign }: PostParts) => {
  // Any other media type than this would have the browser ask the other origin first.
  const type = new URL(url).origin === location.origin ? media : 'text/plain;charset=UTF-8';
  return async (body: string, controller: AbortController): Promise<Answer> => {
    const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
    const { signal } = controller;
    try {
      const packed = gzip && !!window.CompressionStream;
      const headers = {
        'Content-Type': type,
        ...(packed && { 'Content-Encoding': 'gzip' }),
        ...(sign &&
          (await Promise.race([sign(body), new Promise<never>((_, no) => signal.addEventListener('abort', no))]))),
      };
      const { status, headers: told } = await fetch(url, {
        method: 'POST',
        body: packed ? await pack(body) : body,
        headers,
        keepalive: true,
        // Followed, it would come by GET and without the batch, and any page's 200 would be taken for an answer.
        redirect: 'error',
        signal,
      });
      return { status, retryAfter: told.get('Retry-After') };
    } catch {
      return { status: 0 };
    } finally {
      clearTimeout(timer);
    }
  };
};

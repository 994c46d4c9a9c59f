import { randomBytes, randomUUID } from 'node:crypto';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';

const name = 'shopper';

/** Who has no basket is offered nothing, and needs no id. The single-page shop keeps its basket in the browser. */
const where = /\/(cart|checkout|spa)(\/|$)/;

/**
 * An id for whoever has a basket, signed by this server so that nobody can make one up, and out of reach of scripts. It tells
 * nothing but that two requests come from one browser.
 */
export const createSigned = (secret = randomBytes(32).toString('hex')) => {
  const read = async (c) => (await getSignedCookie(c, secret, name)) || undefined;
  return {
    /** Of this request; undefined where there is none, or a forged one. */
    read,
    async give(c, next) {
      if (where.test(c.req.path) && !(await read(c)))
        await setSignedCookie(c, name, randomUUID(), secret, {
          path: '/',
          sameSite: 'Lax',
          httpOnly: true,
          maxAge: 30 * 86_400,
        });
      await next();
    },
  };
};

/** A shop that takes longer answers when nobody wants to know any more. */
const PATIENCE_MS = 3000;

/**
 * GETs something from the shop's own server, as the shopper. The text, empty for "204 No Content"; undefined where the
 * answer is an error, late, or would come from elsewhere. The header is what shop systems tell scripts from people by.
 */
export const askShop = async (address: string): Promise<string | undefined> => {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), PATIENCE_MS);
  try {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return;
    const answer = await fetch(url.href, {
      credentials: 'same-origin',
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      signal: aborter.signal,
    });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    // No network, or no patience.
  } finally {
    clearTimeout(timer);
  }
};

/** The same for JSON. A login page at 200 is none. */
export const askShopJson = async (address: string): Promise<unknown> => parseJson(await askShop(address));

export const parseJson = (text: string | null | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    // Not JSON: not for us.
  }
};

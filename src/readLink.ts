/** Base64 or base64url → bytes. */
const bytes = (text: string) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

/**
 * What a link's `waver-id` says: `payload.signature`, both base64url. The payload is JSON, `{ id, until }` (ms since 1970);
 * the signature is the shop's, ECDSA P-256 with SHA-256 as 64 bytes r and s (IEEE P1363) over the payload as it stands.
 * `key`: the shop's public key, SPKI in base64. What is not signed, or too old, is nobody.
 */
export const readLink = async (
  text: string,
  key: unknown,
  now: number,
): Promise<{ readonly id: string } | { readonly refused: string }> => {
  if (typeof key !== 'string') return { refused: 'shop-link-key is not set' };
  const [payload = '', signature = ''] = text.split('.');
  try {
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const publicKey = await crypto.subtle.importKey('spki', bytes(key), curve, false, ['verify']);
    const isSigned = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      publicKey,
      bytes(signature),
      new TextEncoder().encode(payload),
    );
    if (!isSigned) return { refused: 'its signature is not the shop’s' };
    const { id, until } = JSON.parse(new TextDecoder().decode(bytes(payload)));
    if (!(until > now)) return { refused: 'it is too old' };
    return typeof id === 'string' && id ? { id } : { refused: 'it names nobody' };
  } catch (error) {
    return { refused: `it cannot be read (${error})` };
  }
};

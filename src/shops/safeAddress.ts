/** An address a shopper may be led to: over https, or in the shop itself, which on a developer's machine is without. */
export const safeAddress = (address: unknown): string | undefined => {
  if (typeof address !== 'string' || !address) return;
  try {
    const { protocol, origin, href } = new URL(address, document.baseURI);
    // `blob:` has the shop's origin too.
    return protocol === 'https:' || (protocol === 'http:' && origin === location.origin) ? href : undefined;
  } catch {
    return undefined;
  }
};

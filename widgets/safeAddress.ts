/** The address as the browser reads it, if it is safe to load or to go to: over https, or in the shop itself. */
export const safeAddress = (address: string | undefined): string | undefined => {
  if (!address) return;
  try {
    const { protocol, origin, href } = new URL(address, document.baseURI);
    // A shop on a developer's machine is without https, and `blob:` has the shop's origin too.
    return protocol === 'https:' || (protocol === 'http:' && origin === location.origin) ? href : undefined;
  } catch {
    return undefined;
  }
};

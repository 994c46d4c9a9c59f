import type { VNode } from 'preact';

/** The address as the browser reads it, if it is safe to load: over https, or from the shop itself. */
const safe = (address: string): string | undefined => {
  try {
    const { protocol, origin, href } = new URL(address, document.baseURI);
    // A shop on a developer's machine is without https, and `blob:` has the shop's origin too.
    return protocol === 'https:' || (protocol === 'http:' && origin === location.origin) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** A small picture beside its text, in a box of fixed size. Whoever serves it does not learn the page. */
export const pictureOf = (address: string | undefined): VNode | false => {
  const src = address && safe(address);
  return (
    !!src && (
      <img src={src} alt="" width={48} height={48} loading="lazy" decoding="async" referrerpolicy="no-referrer" />
    )
  );
};

import type { VNode } from 'preact';
import { safeAddress } from './safeAddress';

/**
 * A small picture beside its text, in a box of fixed size; one that does not come leaves no hole. Whoever serves it does
 * not learn the page. `Products` draws the same in another chunk: shared, it would be in the frame of every popup.
 */
export const pictureOf = (address: string | undefined): VNode | false => {
  const src = safeAddress(address);
  return (
    !!src && (
      <img
        src={src}
        alt=""
        width={48}
        height={48}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        onError={({ currentTarget }) => {
          currentTarget.hidden = true;
        }}
      />
    )
  );
};

import type { VNode } from 'preact';
import type { Alternative } from '../src/types';
import { safeAddress } from './safeAddress';

interface Props {
  readonly products: readonly Alternative[];
  price(amount: number): string;
  accept(): void;
}

/** A few products to go to, each with its price; a picture that does not come leaves no hole. */
export const Products = ({ products, price, accept }: Props): VNode => (
  <ul class="products">
    {products.map(({ name, url, price: amount, picture }) => (
      <li key={url}>
        <a href={safeAddress(url)} onClick={accept}>
          {picture && (
            <img
              src={safeAddress(picture)}
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
          )}
          <span dir="auto">{name}</span>
          <b>{price(amount)}</b>
        </a>
      </li>
    ))}
  </ul>
);

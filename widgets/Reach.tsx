import type { VNode } from 'preact';
import type { ShopFacts } from '../src/types';

interface Props extends NonNullable<ShopFacts['contact']> {
  readonly intro: string;
  /** A call or a message leaves the page where it is. */
  accept(): void;
}

/** What can be dialled: the zero in `+49 (0)30` is for those at home. */
const dialled = (phone: string): string =>
  (/^\+/.test(phone) ? phone.replace('(0)', '') : phone).replace(/[^\d+]/g, '');

/** How to reach the shop, as links a phone or a mail program takes up. */
export const Reach = ({ phone, email, intro, accept }: Props): VNode => (
  <div class="reach">
    <p>{intro}</p>
    {phone && (
      <a href={`tel:${dialled(phone)}`} dir="ltr" onClick={accept}>
        {phone}
      </a>
    )}
    {email && (
      <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} dir="ltr" onClick={accept}>
        {email}
      </a>
    )}
  </div>
);

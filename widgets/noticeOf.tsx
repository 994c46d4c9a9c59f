import type { ComponentChild, VNode } from 'preact';
import type { PopupContent } from '../src/types';
import { enNotice } from './copy/enNotice';
import { counted } from './counted';
import { figure } from './figure';
import { fill, say } from './fill';
import { listOf, money } from './format';
import { Products } from './Products';
import { Reach } from './Reach';
import { safeAddress } from './safeAddress';
import type { Scene } from './scene';

/** What a popup says in the ready words, and the facts that stay whoever words the rest. */
interface Said {
  readonly title?: ComponentChild;
  readonly lines?: readonly ComponentChild[];
  readonly facts?: VNode | false;
  /** Of the one thing that can be done; absent: it is only good to know. */
  readonly action?: string;
  readonly link?: string;
  run?(): void;
}

/** More would be a list to read. */
const MOST_PRODUCTS = 3;

export type NoticeContent = Exclude<
  PopupContent,
  { readonly popup: 'delivery-promise' | 'offer' | 'form-help' | 'question' }
>;

/** Each content in words. Nothing is said that is not in its facts; undefined: it would lead nowhere. */
export const noticeOf = ({ words, door, end }: Scene, content: NoticeContent): Said | undefined => {
  const { locale } = words;
  const copy = { ...enNotice, ...words.copy };
  const days = (n: number) => counted(locale, copy.units.day, n);
  switch (content.popup) {
    case 'fit-help':
      return {
        title: copy.fitTitle,
        lines: [
          content.size !== undefined && fill(copy.fitSize, { size: <bdi>{content.size}</bdi> }),
          content.guide && copy.fitGuide,
          content.days && fill(copy.fitReturn, { days: days(content.days) }),
        ],
        ...(content.guide && { action: copy.fitAction, link: content.guide }),
      };
    case 'returns-promise':
      return {
        title: fill(copy.returnsTitle, { days: days(content.days) }),
        lines: [content.free === undefined ? false : content.free ? copy.returnsFree : copy.returnsPaid],
        facts: <p class="small">{copy.returnsNote}</p>,
      };
    case 'payment-help':
      return {
        title: copy.payTitle,
        lines: [fill(copy.payBody, { list: listOf(locale, content.payments) })],
      };
    case 'trust': {
      const { rating, contact } = content;
      return {
        title: rating
          ? say(copy.rated, {
              value: rating.value.toLocaleString(locale),
              best: rating.best.toLocaleString(locale),
              n: counted(locale, copy.ratings, rating.count),
            })
          : copy.contactTitle,
        lines: [rating && (rating.of ? fill(copy.ratedProduct, { name: <bdi>{rating.of}</bdi> }) : copy.ratedShop)],
        facts: !!contact && <Reach {...contact} intro={copy.contactBody} accept={() => end('accepted', 'stays')} />,
      };
    }
    case 'preference-invitation': {
      const { openPreferences } = door;
      if (!openPreferences) return;
      return {
        title: copy.inviteTitle,
        lines: [say(copy.inviteCount, { n: figure(locale, content.count) }), copy.inviteBody],
        action: copy.inviteAction,
        run() {
          end('accepted');
          openPreferences();
        },
      };
    }
    case 'save-for-later':
      return { title: copy.saveTitle, lines: [copy.saveBody], action: copy.saveAction, link: content.url };
    case 'free-shipping': {
      const { over, missing, currency } = content;
      return {
        title: missing ? fill(copy.shipMissing, { amount: money(locale, missing, currency) }) : copy.shipFree,
        lines: [fill(copy.shipBody, { amount: money(locale, over, currency) })],
        facts: missing > 0 && <progress aria-labelledby="title" value={over - missing} max={over} />,
      };
    }
    case 'alternatives': {
      const { budget, currency } = content;
      const products = content.products.filter(({ url }) => safeAddress(url)).slice(0, MOST_PRODUCTS);
      if (!products.length) return;
      const price = (amount: number) => money(locale, amount, currency);
      return {
        title: fill(copy.lessTitle, { amount: price(budget) }),
        lines: [copy.lessBody],
        facts: <Products products={products} price={price} accept={() => end('accepted')} />,
        action: '',
      };
    }
    case 'notice':
      return { action: '' };
  }
};

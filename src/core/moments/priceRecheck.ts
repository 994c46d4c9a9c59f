import { detector } from './detector';
import { hasCart } from './hasCart';

/**
 * Back to the cart page for another look at the sum, without going on. The 3rd time (judgement). Coming from another page
 * only: shops load the cart anew after each change of a quantity. And the same cart only: many shops lead there after each
 * addition.
 */
interface State {
  readonly path: string;
  /** This page was known to be the cart page before: kinds may be known late. */
  readonly isCart: boolean;
  readonly count: number;
  readonly pieces?: number;
  readonly source?: string;
}

export const priceRecheck = detector<State>(
  3,
  (state = { path: '', isCart: false, count: 0 }, signal, visit, limit) => {
    const { path, kind } = visit;
    if (signal.type === 'cart') {
      const { count: pieces, source } = signal.cart;
      const isOther = source === state.source && pieces !== (state.pieces ?? pieces);
      return [{ ...state, pieces, source, ...(isOther && { count: +(kind === 'cart') }) }];
    }
    if (signal.type !== 'page') return [state];
    const was = path === state.path && state.isCart;
    const isCart = was || kind === 'cart';
    const count = kind === 'checkout' ? 0 : state.count + +(isCart && !was);
    const isOne = count > state.count && count === limit && hasCart(visit);
    return [{ ...state, path, isCart, count }, isOne && { count, strength: 0.5 }];
  },
);

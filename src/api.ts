import type { Guard } from './browser/guard';
import type { Warn } from './browser/warn';
import { detectors } from './core/moments';
import { own } from './core/own';
import type { Mind } from './mind';
import type { Said } from './runVisit';
import { amount } from './shops/platforms/stateCart';
import type { Waver } from './types';

export interface ApiParts
  extends Pick<Waver, 'version' | 'on' | 'page' | 'identify' | 'consent' | 'setLocale' | 'record' | 'stop'> {
  readonly guard: Guard;
  readonly warn: Warn;
  readonly feed: (said: Said) => void;
  readonly sayCart: (cart: unknown, where: () => string) => void;
  /** Loads the mind. undefined: it cannot be had, and that was said. */
  readonly think: () => Promise<Mind | undefined>;
  /** The mind, if it is there. */
  readonly mind: () => Mind | undefined;
}

/** Signals the shop may hand in itself; the others are Waver's own business. */
const OPEN_SIGNALS: readonly string[] = ['tick', 'exit', 'payment-failed'];

/** The public face: a wrong call warns and does nothing, and the shop's script goes on. */
export const createApi = ({ guard, warn, feed, sayCart, think, mind, ...parts }: ApiParts): Waver => {
  const call = (name: string, given: unknown) => {
    let text = given;
    try {
      text = JSON.stringify(given);
    } catch {
      // It goes in circles: its own words must do.
    }
    return `waver.${name}(${text})`;
  };
  const wrong = (name: string, given: unknown, expected: string) =>
    warn(`${call(name, given)}: expected ${expected}; nothing happens`);
  /** The mind's own methods, each loading it first. */
  const preferences: Record<string, unknown> = {};
  for (const name of 'all get set export import erase open'.split(' ') as (keyof Mind['preferences'])[])
    preferences[name] = guard(async (...given: [never, never]) => (await think())?.preferences[name](...given));
  const waver: Waver = {
    ...parts,
    push(...calls) {
      for (const one of calls) {
        if (typeof one !== 'function') wrong('push', one, 'a function');
        else
          try {
            one(waver);
          } catch (error) {
            // The shop's own error, not Waver's.
            warn('push threw', error);
          }
      }
    },
    cart: (cart) => sayCart(cart, () => call('cart', cart)),
    purchase(order) {
      const { id, value: raw, currency } = order ?? {};
      const value = raw == null ? undefined : amount(raw);
      // A currency that makes no sense does not undo the order.
      const text = typeof currency === 'string' ? currency : undefined;
      if ((id || id === 0) && (value ?? 0) >= 0) feed({ type: 'purchase', order: `${id}`, value, currency: text });
      else wrong('purchase', order, 'id, value, currency');
    },
    moment(name, detail) {
      // It is kept and told: no more of it than that can be.
      const fits = ([key, value]: [string, unknown]) => typeof value === (key === 'strength' ? 'number' : 'string');
      if (/^[a-z][a-z\d-]*$/.test(name ?? '') && !own(detectors, name))
        feed({ type: 'custom', name, detail: detail && Object.fromEntries(Object.entries(detail).filter(fits)) });
      else wrong('moment', name, 'kebab-case, not built-in');
    },
    signal(signal) {
      const { type, field } = signal ?? {};
      if (type === 'field-invalid' && field) feed({ type, field: { key: `${field}`, fails: 'custom' } });
      else if (OPEN_SIGNALS.includes(type)) feed({ type } as Said);
      else wrong('signal', signal, `${OPEN_SIGNALS},field-invalid`);
    },
    preferences: preferences as unknown as Waver['preferences'],
    score: () => mind()?.score() ?? null,
    explain: () => mind()?.explain() ?? null,
    async show(name) {
      const thinking = await think();
      const id = await thinking?.campaign(name);
      if (id) thinking?.act(id);
      else if (thinking) wrong('show', name, 'a campaign');
    },
    hide: () => mind()?.hide(),
    can(campaign) {
      const thinking = mind();
      const reason = thinking ? thinking.can(campaign) : 'nothing-noticed';
      return { eligible: !reason, reason };
    },
  };
  // Whatever a shop hands in, nothing throws back.
  for (const [name, call] of Object.entries(waver))
    if (typeof call === 'function') (waver as unknown as Record<string, unknown>)[name] = guard(call as () => unknown);
  preferences.ask = waver.show;
  return waver;
};

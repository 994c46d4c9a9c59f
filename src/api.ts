import type { Guard } from './browser/guard';
import type { Warn } from './browser/warn';
import { detectors } from './core/moments';
import { own } from './core/own';
import type { Mind } from './mind';
import type { Said } from './runVisit';
import type { Waver } from './types';

export interface ApiParts
  extends Pick<Waver, 'version' | 'on' | 'page' | 'identify' | 'consent' | 'setLocale' | 'record' | 'stop'> {
  readonly guard: Guard;
  readonly warn: Warn;
  readonly feed: (said: Said) => void;
  readonly sayCart: (cart: unknown, where: () => string) => void;
  /** Loads the mind. */
  readonly think: () => Promise<Mind>;
  /** The mind, if it is there. */
  readonly mind: () => Mind | undefined;
}

/** Signals the shop may hand in itself; the others are Waver's own business. */
const OPEN_SIGNALS = /^(tick|exit|payment-failed)$/;

/** The public face: a wrong call warns and does nothing, and the shop's script goes on. */
export const createApi = ({ guard, warn, feed, sayCart, think, mind, ...parts }: ApiParts): Waver => {
  const call = (name: string, given: unknown) => `waver.${name}(${JSON.stringify(given)})`;
  const wrong = (name: string, given: unknown, expected: string) =>
    warn(`${call(name, given)}: expected ${expected}; nothing happens`);
  const show = guard(async (name: string) => {
    const { campaign, act } = await think();
    const id = await campaign(name);
    if (id) act(id);
    else wrong('show', name, 'a campaign');
  });
  /** The mind's own methods, each loading it first. */
  const preferences: Record<string, unknown> = { ask: show };
  for (const name of ['all', 'get', 'set', 'export', 'import', 'erase', 'open'] as const)
    preferences[name] = guard(async (...given: [never, never]) => (await think()).preferences[name](...given));
  const waver: Waver = {
    ...parts,
    push(...calls) {
      for (const one of calls) {
        if (typeof one === 'function') guard(one)(waver);
        else wrong('push', one, 'a function');
      }
    },
    cart: (cart) => sayCart(cart, () => call('cart', cart)),
    purchase(order) {
      const { id, value, currency } = order ?? {};
      if ((id || id === 0) && (value ?? 0) >= 0) feed({ type: 'purchase', order: `${id}`, value, currency });
      else wrong('purchase', order, '{ id, value, currency }');
    },
    moment(name, detail) {
      if (/^[a-z][a-z\d-]*$/.test(name ?? '') && !own(detectors, name)) feed({ type: 'custom', name, detail });
      else wrong('moment', name, 'kebab-case, not built-in');
    },
    signal(signal) {
      const { type, field } = signal ?? {};
      if (type === 'field-invalid' && field) feed({ type, field: { key: `${field}`, fails: 'custom' } });
      else if (OPEN_SIGNALS.test(type)) feed({ type } as Said);
      else wrong('signal', signal, 'tick, exit, payment-failed, field-invalid');
    },
    preferences: preferences as unknown as Waver['preferences'],
    score: () => mind()?.score() ?? null,
    explain: () => mind()?.explain() ?? null,
    show,
    hide: () => mind()?.hide(),
    can(campaign) {
      const thinking = mind();
      const reason = thinking ? thinking.can(campaign) : 'nothing-noticed';
      return { eligible: !reason, reason };
    },
  };
  // Whatever a shop hands in, nothing throws back.
  for (const [name, call] of Object.entries(waver))
    if (typeof call === 'function') Object.assign(waver, { [name]: guard(call as () => unknown) });
  return waver;
};

import { randomId } from './browser/randomId';
import { sha256 } from './browser/sha256';
import type { Store } from './browser/store';
import type { Warn } from './browser/warn';
import { isObject } from './core/isObject';
import { mergePreferences } from './core/mergePreferences';
import { normalContact } from './core/normalContact';
import { WHOSE } from './core/readTraits';
import { recognise } from './core/recognise';
import { mergeHistory, startVisit } from './core/visit';
import type { Person } from './destinations/destination';
import { readPreferences } from './readKept';
import { readLink } from './readLink';
import type { RunningVisit } from './runVisit';
import type { Offers, Shown, Traits } from './types';

interface IdentityParts {
  readonly options: Readonly<Record<string, unknown>>;
  readonly warn: Warn;
  readonly store: Store;
  readonly visit: RunningVisit;
  readonly traits: Record<string, unknown>;
  /** Who hears of it. */
  readonly told: (person: Person | null) => void;
}

/** Held while one shopper's things are put aside for another's, so that two tabs do not do it at once. */
const LOCK = 'waver-identity';

/** Whose answers are in `preferences`, and the visit in which that was told. Written where answers may be. */
const OWNER = 'preferences:owner';

interface Owner {
  readonly person: string | null;
  readonly visit: string;
  /** What is theirs is put aside, and may be gone from its place. */
  readonly aside?: true;
}

const CONTACTS = {
  email: 'an address',
  phone: 'a number with its country, such as +49 30 123456',
} as const;

/** One after the other: who signs out and in again at once must not be mixed. */
let turn: Promise<void> = Promise.resolve();

/** One tab at a time. Where there are no locks (plain http, old browsers, storage refused) every tab does its own. */
const oneByOne = async (work: () => Promise<void>) => {
  let begun: Promise<void> | undefined;
  const once = () => {
    begun ??= work();
    return begun;
  };
  try {
    await navigator.locks.request(LOCK, once);
  } catch {
    // What failed is the lock, or the work, which is not done again: it fails here too.
    await once();
  }
};

/** What is known of one shopper is not known of the next. */
const empty = (traits: Record<string, unknown>) => {
  for (const name in traits) delete traits[name];
};

/** As far as it can be put together; it is tried where it is used. */
const readAttention = (raw: unknown): { history: readonly Shown[]; offers: Offers } => {
  const { history, offers } = Object(raw);
  return { history: [history].flat().filter((one) => one?.at), offers: { ...offers } };
};

/**
 * Who is signed in, by the SHA-256 of the shop's own id: the id itself is neither kept nor told. The first to sign in takes
 * over what was told before; whoever comes after another, or leaves, does not: what belongs to a shopper is put aside
 * under their hash and comes back with them.
 */
const become = async (person: string | null, { store, warn, visit, traits }: IdentityParts) => {
  const kept = (await store.read(OWNER)) as Owner | undefined;
  const before = kept?.person ?? null;
  const isSame = person === before && !kept?.aside;
  const answers = async (key: string) => readPreferences(await store.read(key), warn);
  const spent = async (key: string) => readAttention(await store.read(key));
  if (!isSame) {
    empty(traits);
    if (before && !kept?.aside) {
      const [mine, attention] = [await answers('preferences'), await spent('attention')];
      const { visitor } = visit.visit();
      await store.update(`preferences:${before}`, () => mine);
      await store.update(`attention:${before}`, () => attention);
      await store.update(`visitor:${before}`, () => visitor);
      // From here on a page that is left changes nothing of theirs.
      await store.update(OWNER, () => ({ person: before, visit: '', aside: true }));
    }
    const theirs = person ? await answers(`preferences:${person}`) : {};
    const attention = await spent(`attention:${person}`);
    if (before) {
      const visitor = ((await store.read(`visitor:${person}`)) as string | undefined) ?? randomId();
      await store.update('preferences', () => theirs);
      await store.update('attention', () => attention);
      await store.update('visitor', () => visitor);
      await store.update('visit', () => startVisit(randomId(), visitor, Date.now()));
    } else {
      // The visit goes on under the name its shopper has on this device: so the holdout's arm is not drawn anew.
      const visitor = (await store.read(`visitor:${person}`)) as string | undefined;
      if (visitor) {
        await store.update('visitor', () => visitor);
        await store.update('visit', () => ({ ...visit.visit(), visitor, preferences: {} }));
      }
      await store.update('preferences', (mine) => mergePreferences(readPreferences(mine, warn), theirs, Date.now()));
      await store.update('attention', (mine) => {
        const { history, offers } = readAttention(mine);
        return { history: mergeHistory(attention.history, history), offers: { ...attention.offers, ...offers } };
      });
    }
  }
  // Another tab may have been told first.
  if (!isSame || kept?.visit !== visit.visit().id) await visit.sync();
  const { id } = visit.visit();
  if (isSame && !person) return;
  await store.update(OWNER, () => ({ person, visit: id }));
  if (!isSame || kept?.visit !== id) visit.feed({ type: 'identity', person }, recognise);
};

/** Who is signed in, by the shop's word or by a link of the shop's that the shopper came by. */
export const createIdentity = (parts: IdentityParts) => {
  const { options, warn, traits, told, visit } = parts;

  const hashOf = async (name: 'email' | 'phone', raw: unknown) => {
    const text = normalContact[name](raw);
    if (text) return sha256(text);
    if (raw !== undefined) warn(`waver.identify: ${name} is not used: expected ${CONTACTS[name]}`);
  };
  const sayWho = async (id: unknown, given: unknown) => {
    const isId = (typeof id === 'string' && id.trim()) || Number.isFinite(id);
    if (id !== null && !isId)
      return warn(`waver.identify(${JSON.stringify(id)}): expected an id or null; nothing happens`);
    // What tools know of a guest still holds; who has a name is asked for anew.
    if (id !== null) empty(traits);
    const { email, phone, ...known } = isObject(given) ? given : {};
    const person = id === null ? null : await sha256(normalContact.address(id) ?? `${id}`.trim());
    if (person !== undefined) await oneByOne(() => become(person, parts));
    Object.assign(traits, known, { [WHOSE]: visit.visit().visitor });
    if (person === undefined) return warn('waver.identify: not served over https; nobody is linked');
    const [emailHash, phoneHash] = [await hashOf('email', email), await hashOf('phone', phone)];
    told(person === null ? null : { id: person, emailHash, phoneHash });
  };
  /** A wrong id or trait is named, and the rest goes on. */
  const identify = (id: unknown, given?: Traits): Promise<void> => {
    const work = () => sayWho(id, given);
    turn = turn.then(work, work);
    return turn;
  };

  return {
    identify,
    /** A link that nobody has signed, or that is too old, is refused. */
    async identifyByLink(link: string): Promise<void> {
      const read = await readLink(link, options.shopLinkKey, Date.now());
      if ('id' in read) await identify(read.id);
      else warn(`waver-id in the address is refused: ${read.refused}`);
    },
  };
};

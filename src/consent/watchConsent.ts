import type { Listen } from '../browser/listen';
import type { Level } from '../browser/store';
import type { ConsentState } from '../types';
import { combine } from './combine';
import { OPEN, type Opinion } from './opinion';
import { shopOpinion } from './shopOpinion';
import { watchCookiebot } from './sources/cookiebot';
import { watchCookieYes } from './sources/cookieYes';
import { watchDidomi } from './sources/didomi';
import { watchGlobalPrivacyControl } from './sources/globalPrivacyControl';
import { watchGoogle } from './sources/google';
import { watchGpp } from './sources/gpp';
import { watchKlaro } from './sources/klaro';
import { watchOneTrust } from './sources/oneTrust';
import { watchShopify } from './sources/shopify';
import { watchTcf } from './sources/tcf';
import { watchUsercentrics } from './sources/usercentrics';
import { watchWpConsent } from './sources/wpConsent';

const TOOLS = [
  watchGoogle,
  watchTcf,
  watchGpp,
  watchGlobalPrivacyControl,
  watchShopify,
  watchOneTrust,
  watchCookiebot,
  watchUsercentrics,
  watchDidomi,
  watchKlaro,
  watchCookieYes,
  watchWpConsent,
];

/** `open`: somebody asks the shopper, or will, and nothing may be kept before. */
const LEVELS = { granted: 2, open: 0, denied: -1 } as const;

/**
 * Tools come one after the other. What one has granted is not deleted while the next one is still looking up what it was
 * told. Judgement: a tool that takes longer is asking.
 */
const GRACE_MS = 5000;

/**
 * Every consent tool on the page, those that come late too. Tells how much may be kept by what they and the shop say
 * together, at once and whenever it is something else. Returns how to look again, to be called once a second. Nothing a
 * tool does wrong comes out of here.
 */
export const watchConsent = (
  listen: Listen,
  /** What was said of consent in the data layer, in order; it grows. */
  consents: readonly object[],
  /** What the shop said by its own switch. */
  said: () => ConsentState | null,
  hear: (level: Level, words: Opinion) => void,
) => {
  let known: Level | undefined;
  let told = '';
  let busy = false;
  const look = () => {
    if (busy) return;
    busy = true;
    for (const tool of tools) {
      try {
        // A tool that has gone takes nothing back.
        tool.opinion = tool.read() ?? tool.opinion;
      } catch {
        tool.opinion = OPEN;
      }
      if (tool.opinion) tool.since ||= Date.now();
      tool.spoke ||= !!tool.opinion && tool.opinion.functional !== 'open';
    }
    busy = false;
    const heard = tools.filter(({ spoke, since }) => spoke || known !== 2 || Date.now() - since >= GRACE_MS);
    const words = combine(
      shopOpinion(said()),
      heard.flatMap(({ opinion }) => opinion ?? []),
    );
    const level = words.functional ? LEVELS[words.functional] : 1;
    const now = JSON.stringify(words);
    if (level === known && now === told) return;
    known = level;
    told = now;
    hear(level, words);
  };
  const tools = TOOLS.map((watch) => ({
    ...watch({ listen, consents, changed: look }),
    opinion: undefined as Opinion | undefined,
    /** When it came. */
    since: 0,
    spoke: false,
  }));
  look();
  return {
    look,
    stop() {
      // Some tools keep who once listened; what they call then does nothing.
      busy = true;
      for (const { stop } of tools)
        try {
          stop?.();
        } catch {
          // The tool's own way to leave.
        }
    },
  };
};

import { OPEN, type Opinion, opine, type Source, type SourceParts } from '../opinion';
import { allNamed } from './named';

interface Second {
  isInitialized?(): boolean;
  isConsentRequired?(): boolean;
  getServicesBaseInfo(): readonly {
    readonly categorySlug?: string;
    readonly consent?: { readonly status?: boolean };
  }[];
}
interface Details {
  readonly consent?: { readonly required?: boolean; readonly type?: string };
  readonly categories?: Readonly<Record<string, { readonly state?: string }>>;
}
interface Third {
  getConsentDetails(): Promise<Details>;
}

/** `answered`: by the shopper, or nobody has to ask. Before that, what a tool calls granted was not. */
const say = (things: readonly (readonly [unknown, unknown])[], answered: boolean): Opinion =>
  opine(
    (purpose) => answered && allNamed(purpose, things),
    (purpose) => answered && allNamed(purpose, things) === false,
  );

const readSecond = (tool: Second): Opinion =>
  tool.isInitialized?.()
    ? say(
        tool.getServicesBaseInfo().map(({ categorySlug, consent }) => [categorySlug, consent?.status]),
        tool.isConsentRequired?.() === false,
      )
    : OPEN;

const readThird = ({ consent, categories }: Details): Opinion =>
  say(
    Object.entries(Object(categories) as NonNullable<Details['categories']>).map(([slug, { state }]) => [
      slug,
      state === 'ALL_ACCEPTED',
    ]),
    consent?.type === 'EXPLICIT' || consent?.required === false,
  );

/** Usercentrics, versions 2 and 3; the third still answers to the second's name. https://docs.usercentrics.com */
export const watchUsercentrics = ({ listen, changed }: SourceParts): Source => {
  let asked: Third | undefined;
  let details: Details | undefined;
  const ask = async () => {
    try {
      details = await asked?.getConsentDetails();
      changed();
    } catch {
      // It is not ready: it will say so.
    }
  };
  return {
    read() {
      const { UC_UI: second, __ucCmp: third } = window as { UC_UI?: Second; __ucCmp?: Third };
      if (!third) return second && readSecond(second);
      if (third !== asked) {
        asked = third;
        ask();
      }
      return details ? readThird(details) : OPEN;
    },
    stop: listen(window, 'ucEvent UC_UI_INITIALIZED UC_UI_CMP_EVENT UC_CONSENT', () => {
      ask();
      changed();
    }),
  };
};

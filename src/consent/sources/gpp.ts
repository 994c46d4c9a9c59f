import { combine, strictest } from '../combine';
import { OPEN, type Opinion, type Source, type SourceParts } from '../opinion';
import { tcfOpinion } from './tcfOpinion';

type Segment = Readonly<Record<string, unknown>>;

interface Ping {
  readonly signalStatus?: string;
  readonly applicableSections?: readonly number[];
  readonly parsedSections?: Readonly<Record<string, Segment | readonly Segment[]>>;
}
interface Heard {
  readonly listenerId?: number;
  readonly pingData?: Ping;
}
type Api = (command: string, hear: (data: Heard, success: boolean) => void, parameter?: unknown) => void;

/** Sections of the framework: 2 is Europe's and 5 Canada's, 6 the former and from 7 on the present ones of the United States. */
const EUROPE = 2;
const CANADA = 5;
const STATES = 6;
const OUT = /^(Sale|Sharing|TargetedAdvertising)OptOut$/;

const readSections = ({ applicableSections = [], parsedSections = {} }: Ping): Opinion => {
  // An array of segments, which some tools lay flat.
  const segments = (fits: RegExp) =>
    Object.entries(parsedSections).flatMap(([name, section]) => (fits.test(name) ? [section].flat() : [])) as Segment[];
  const opinions: Opinion[] = [];
  if (applicableSections.includes(CANADA)) opinions.push(OPEN);
  if (applicableSections.includes(EUROPE)) {
    const bits = segments(/^tcfeu/).find(({ PurposeConsents }) => Array.isArray(PurposeConsents))?.PurposeConsents;
    opinions.push(bits ? tcfOpinion((purpose) => (bits as unknown[])[purpose - 1]) : OPEN);
  }
  if (applicableSections.some((id) => id >= STATES)) {
    const said = segments(/^us/).flatMap((segment) =>
      Object.entries(segment).map(([name, value]) =>
        (OUT.test(name) && value === 1) ||
        (name === 'Gpc' && value === true) ||
        (name === 'OptOutSale' && value === 'Y')
          ? 'denied'
          : (OUT.test(name) && value === 2) || (name === 'OptOutSale' && value === 'N')
            ? 'granted'
            : undefined,
      ),
    );
    opinions.push({ marketing: strictest(said) ?? 'open' });
  }
  return combine({}, opinions);
};

/** The IAB's Global Privacy Platform 1.1. https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform */
export const watchGpp = ({ changed }: SourceParts): Source => {
  let bound: Api | undefined;
  let latest: Heard | undefined;
  let opinion = OPEN;
  return {
    read() {
      const { __gpp: api } = window as { __gpp?: Api };
      if (!api) return;
      if (api !== bound) {
        bound = api;
        api('addEventListener', (data, success) => {
          if (success) latest = data;
          changed();
        });
      }
      // While the shopper is at it, what was decided before stands.
      if (latest?.pingData?.signalStatus === 'ready') opinion = readSections(latest.pingData);
      return opinion;
    },
    stop() {
      if (latest) bound?.('removeEventListener', () => {}, latest.listenerId);
    },
  };
};

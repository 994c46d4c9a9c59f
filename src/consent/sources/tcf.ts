import { OPEN, type Source, type SourceParts } from '../opinion';
import { tcfOpinion } from './tcfOpinion';

type Consents = Readonly<Record<string, boolean>>;

interface TcData {
  readonly gdprApplies?: boolean;
  readonly eventStatus?: string;
  readonly listenerId?: number;
  readonly purpose?: { readonly consents?: Consents };
  readonly publisher?: { readonly consents?: Consents };
}
type Api = (command: string, version: 2, hear: (data: TcData, success: boolean) => void, parameter?: unknown) => void;

/**
 * The IAB's Transparency and Consent Framework 2.2 and 2.3.
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework
 */
export const watchTcf = ({ changed }: SourceParts): Source => {
  let bound: Api | undefined;
  let latest: TcData | undefined;
  let decided: TcData | undefined;
  return {
    read() {
      const { __tcfapi: api } = window as { __tcfapi?: Api };
      if (!api) return;
      if (api !== bound) {
        // The stub first, and again when the tool itself has taken its place.
        bound = api;
        api('addEventListener', 2, (data, success) => {
          if (success) latest = data;
          changed();
        });
      }
      // While the tool's window is open its answer is none: what was decided before stands.
      if (latest?.gdprApplies === false || /^(tcloaded|useractioncomplete)$/.test(`${latest?.eventStatus}`))
        decided = latest;
      if (!decided) return OPEN;
      if (decided.gdprApplies === false) return {};
      // A script of the shop's own is no vendor; some tools ask for the shop as publisher, which then is the nearer answer.
      const own = Object(decided.publisher?.consents) as Consents;
      const consents = Object.values(own).includes(true) ? own : (Object(decided.purpose?.consents) as Consents);
      return tcfOpinion((purpose) => consents[purpose]);
    },
    stop() {
      if (latest) bound?.('removeEventListener', 2, () => {}, latest.listenerId);
    },
  };
};

import { OPEN, opine, type Source, type SourceParts } from '../opinion';

/** The ids a new account has. A shop may name its categories otherwise; then it has to tell us itself. */
const NECESSARY = 'C0001';
const CATEGORY = { functional: 'C0003', analytics: 'C0002', marketing: 'C0004' };

interface Page {
  /** `,C0001,C0003,` */
  readonly OnetrustActiveGroups?: string;
  readonly OneTrust?: {
    IsAlertBoxClosed?(): boolean;
    GetDomainData?(): { readonly Groups?: readonly { readonly CustomGroupId?: string }[] };
  };
}

/** OneTrust: its list of active categories. Its one slot for a callback, `OptanonWrapper`, is the shop's. */
export const watchOneTrust = ({ listen, changed }: SourceParts): Source => ({
  read() {
    const { OneTrust: api, OnetrustActiveGroups: list } = window as Page;
    if (!api && list === undefined) return;
    const active = `${list}`.split(',');
    if (!active.includes(NECESSARY)) return OPEN;
    const answered = api?.IsAlertBoxClosed?.() === true;
    // A category that the shop does not ask about is no refusal.
    const asked = api?.GetDomainData?.().Groups?.map(({ CustomGroupId }) => CustomGroupId);
    return opine(
      (purpose) => active.includes(CATEGORY[purpose]),
      (purpose) => answered && (asked?.includes(CATEGORY[purpose]) ?? true),
    );
  },
  stop: listen(window, 'OneTrustGroupsUpdated OTConsentApplied', changed),
});

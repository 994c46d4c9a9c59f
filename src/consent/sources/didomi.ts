import { OPEN, opine, type Source, type SourceParts } from '../opinion';

interface Didomi {
  /** undefined or null: no answer yet, or nobody asks. */
  getUserConsentStatusForPurpose?(id: string): boolean | null | undefined;
  on?(event: string, hear: () => void): unknown;
}

/** Its own ids of the IAB's purposes, and what shops call theirs. */
const IDS = {
  functional: ['create_content_profile', 'select_personalized_content', 'functional', 'preferences'],
  analytics: ['measure_content_performance', 'analytics'],
  marketing: ['create_ads_profile', 'select_personalized_ads', 'measure_ad_performance', 'marketing', 'advertising'],
};

/** Didomi. https://developers.didomi.io */
export const watchDidomi = ({ changed }: SourceParts): Source => {
  let bound: Didomi | undefined;
  return {
    read() {
      const { Didomi: tool } = window as { Didomi?: Didomi };
      if (!tool) return;
      if (tool !== bound) {
        bound = tool;
        // There is no way to take a listener back; after our stop `changed` does nothing.
        tool.on?.('consent.changed', () => changed());
      }
      if (!tool.getUserConsentStatusForPurpose) return OPEN;
      const status = (id: string) => tool.getUserConsentStatusForPurpose?.(id);
      const answers = (ids: readonly string[]) => ids.map(status).filter((answer) => typeof answer === 'boolean');
      const refused = (ids: readonly string[]) => answers(['cookies', ...ids]).includes(false);
      return opine(
        (purpose) => answers(IDS[purpose]).length > 0 && !refused(IDS[purpose]),
        (purpose) => refused(IDS[purpose]),
      );
    },
  };
};

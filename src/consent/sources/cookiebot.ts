import { opine, type Source, type SourceParts } from '../opinion';

const CATEGORY = { functional: 'preferences', analytics: 'statistics', marketing: 'marketing' } as const;

interface Cookiebot {
  readonly consent?: Readonly<Partial<Record<(typeof CATEGORY)[keyof typeof CATEGORY], boolean>>>;
  readonly hasResponse?: boolean;
}

/** Cookiebot. https://www.cookiebot.com/en/developer/ */
export const watchCookiebot = ({ listen, changed }: SourceParts): Source => ({
  read() {
    const { Cookiebot: bot } = window as { Cookiebot?: Cookiebot };
    return (
      bot &&
      opine(
        (purpose) => bot.consent?.[CATEGORY[purpose]],
        () => bot.hasResponse,
      )
    );
  },
  stop: listen(window, 'CookiebotOnConsentReady CookiebotOnAccept CookiebotOnDecline', changed),
});

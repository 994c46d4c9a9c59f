const ads = ['ad_storage', 'ad_user_data', 'ad_personalization'];
const own = ['analytics_storage', 'functionality_storage', 'personalization_storage'];

const state = (adsAnswer, ownAnswer) =>
  Object.fromEntries([...ads.map((type) => [type, adsAnswer]), ...own.map((type) => [type, ownAnswer])]);

/** What Google Consent Mode is told before anybody chose: opt-out by default, opt-in with `?region=eu`. */
export const consentDefault = (region) => ({
  ...(region === 'eu' ? state('denied', 'denied') : state('denied', 'granted')),
  security_storage: 'granted',
});

/** The two buttons of the banner, by the words kept in the shop's cookie. */
export const consentChoices = { all: state('granted', 'granted'), necessary: state('denied', 'denied') };

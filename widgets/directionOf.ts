/** Languages written from right to left, by the first part of their tag, or whatever is written in one of their scripts. */
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b|-(arab|hebr)\b/i;

/** The direction of a text is its language's: its first letter may be a brand's. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (RTL.test(locale) ? 'rtl' : 'ltr');

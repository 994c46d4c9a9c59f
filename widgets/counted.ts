import { figure } from './figure';
import { say } from './fill';

/** A noun with its number, `{n}`, by the plural categories of the language; `other` stands in for those it lacks. */
export type Forms = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

export const counted = (locale: string, forms: Forms, n: number): string =>
  say(forms[new Intl.PluralRules(locale).select(n)] ?? forms.other, { n: figure(locale, n) });

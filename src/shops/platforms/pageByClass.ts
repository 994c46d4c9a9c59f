import type { PageKind } from '../../types';

/** What the first of these classes on `<body>` says of the page. `[class, kind]`, the more special ones first. */
export const pageByClass = (rows: readonly (readonly [string, PageKind])[]): PageKind | undefined =>
  rows.find(([name]) => document.body.classList.contains(name))?.[1];

export const textOf = (selector: string): string => document.querySelector(selector)?.textContent?.trim() ?? '';

/** An order by its number, as far as it is one: `#100-23`, `Your order # is: 000000012`. */
export const orderBy = (text: string | null | undefined): { id: string } | undefined => {
  const id = /(?:[A-Z]+[-_]?)?\d[\w-]*/.exec(text ?? '')?.[0];
  return id ? { id } : undefined;
};

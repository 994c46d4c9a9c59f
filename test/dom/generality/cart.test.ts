import { expect, test } from 'vitest';
import { createCartControl } from '../../../src/shops/cartControl';
import { type CartPage, makeCartPage } from './cartPages';
import { createRandom, render, tally } from './random';

const PAGES = 600;
const SURE = 0.5;

/** Why a page is missed, for the list below the rates. */
const because = ({ traits, html }: CartPage): string => {
  const has = (trait: string) => traits.includes(trait);
  if (has('anonymous')) return 'nothing names it: no label, and class names, icon or address that say nothing';
  return `unexplained: ${traits.join(', ')} ${process.env.SHOW ? html : ''}`;
};

test(`the cart on ${PAGES} pages made at random`, { timeout: 300_000 }, () => {
  const random = createRandom(20261124);
  const missed: string[] = [];
  const wrong: string[] = [];
  let shown = 0;
  let silent = 0;
  for (let i = 0; i < PAGES; i++) {
    const page = makeCartPage(random);
    document.documentElement.lang = page.lang;
    render(page.html);
    const { count, confidence = 0 } = createCartControl(document).read() ?? {};
    const said = confidence >= SURE ? count : undefined;
    // "99+" is read as 99; an attribute may still hold the number.
    const isTrue = said === page.count || (said === 99 && (page.count ?? 0) > 99);
    if (page.count !== null && page.shows) {
      shown++;
      if (said === undefined) missed.push(because(page));
    } else silent++;
    if (said !== undefined && !isTrue) wrong.push(`said ${said}, is ${page.count}: ${page.traits.join(', ')}`);
  }
  console.log(
    `cart: ${shown} pages show a number, ${(100 - (100 * (missed.length + wrong.length)) / shown).toFixed(1)} % read; ${wrong.length} of ${PAGES} wrong; ${silent} show none\nmissed:\n${tally(missed)}\nwrong:\n${tally(wrong)}`,
  );
  expect(1 - (missed.length + wrong.length) / shown).toBeGreaterThanOrEqual(0.95);
  expect(wrong.length / PAGES).toBeLessThanOrEqual(0.01);
});

import { expect, test } from 'vitest';
import { guessPage } from '../../../src/shops/guessPage';
import { makeKindPage } from './kindPages';
import { createRandom, render, tally } from './random';

const PAGES = 1500;

/** Why a page is missed, for the list below the rates. */
const because = (heading: string, kind: string, said = 'nothing'): string => {
  const why = /adress|addr|direcci|endere|indirizzo/i.test(heading)
    ? 'heads an address book as well, and no form here says more'
    : kind === 'checkout' && said === 'shipping'
      ? 'a step that sounds like terms, at an address that says nothing'
      : 'a word the lists do not have';
  return `"${heading}" is ${kind}, said ${said}: ${why}`;
};

test(`the kind of ${PAGES} pages made at random`, { timeout: 300_000 }, () => {
  const random = createRandom(19700101);
  const missed: string[] = [];
  const wrong: string[] = [];
  let pages = 0;
  for (let i = 0; i < PAGES; i++) {
    const page = makeKindPage(random);
    document.title = page.title;
    render(page.html);
    const said = guessPage(document, page.path)?.kind;
    if (page.kind) {
      pages++;
      if (!said) missed.push(because(page.heading, page.kind, said));
      else if (said !== page.kind) wrong.push(because(page.heading, page.kind, said));
    } else if (said) wrong.push(`"${page.heading}" is none, said ${said}`);
  }
  const found = pages - missed.length - wrong.filter((one) => !one.includes('is none')).length;
  console.log(
    `page kind: ${((100 * found) / pages).toFixed(1)} % of ${pages} found; ${wrong.length} of ${PAGES} wrong\nmissed:\n${tally(missed)}\nwrong:\n${tally(wrong)}`,
  );
  expect(found / pages).toBeGreaterThanOrEqual(0.95);
  expect(wrong.length / PAGES).toBeLessThanOrEqual(0.01);
});

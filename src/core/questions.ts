import type { Question, QuestionKind } from '../types';

type More = Omit<Question, 'key' | 'kind' | 'options' | 'purpose' | 'keepDays' | 'sharedWith'>;

const ready = (
  key: string,
  kind: QuestionKind,
  values: string,
  purpose: string,
  keepDays: number,
  more?: More,
): Question => ({
  key,
  kind,
  ...(values && { options: values.split(' ').map((value) => ({ value })) }),
  purpose,
  keepDays,
  sharedWith: [],
  ...more,
});

/** Which popup helps, and what the shop shows first. */
const POPUPS = 'personalise-popups';
const PRODUCTS = 'personalise-products';

/**
 * The questions that need no setting up, by key. What they say stands in `widgets/copy/`. How long an answer holds is
 * judgement, by how fast it goes out of date.
 */
export const questions: Readonly<Record<string, Question>> = Object.fromEntries(
  [
    // Half a year: what matters changes with the order and the season, not by the week.
    ready('priority', 'one', 'price delivery fit returns effort', POPUPS, 180, {
      // Nothing else follows: where a popup helps with the answer, it comes at once.
      next: { fit: 'size' },
    }),
    // A quarter: the money for one purchase.
    ready('budget', 'number', '', PRODUCTS, 90, { min: 0.01 }),
    // A quarter, as with the budget; whoever keeps the answer ends it with its own date, where that is sooner.
    ready('delivery-by', 'date', '', 'plan-delivery', 90),
    // A year: bodies change slowly.
    ready('size', 'size', '', 'suggest-size', 365),
    // A year: taste lasts longer than a season.
    ready('style', 'several', 'classic modern minimal sporty elegant playful', PRODUCTS, 365),
    // A month: it belongs to this purchase.
    ready('occasion', 'one', 'myself gift home work event', PRODUCTS, 30, {
      next: { gift: 'delivery-by', event: 'delivery-by', myself: 'style' },
    }),
    // A month: a doubt is resolved, or the purchase is off.
    ready('hesitation', 'one', 'price delivery fit returns trust effort payment other just-looking', POPUPS, 30, {
      next: { price: 'budget', delivery: 'delivery-by', fit: 'size', trust: 'contact', other: 'contact' },
    }),
    // A month, the longest span it speaks of.
    ready('horizon', 'one', 'today this-week this-month just-looking', POPUPS, 30, {
      next: { today: 'delivery-by', 'this-week': 'delivery-by' },
    }),
    // A year: how one likes to be reached changes seldom, and can be changed at any time.
    ready('contact', 'one', 'email phone chat none', 'choose-contact', 365),
  ].map((one) => [one.key, one]),
);

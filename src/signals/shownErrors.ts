/**
 * Which fields are shown as wrong, however the shop shows it: marks, classes, texts, colours, summaries. What is new since
 * the last look may be weaker than what a fresh page has from the server. For timers: it reads styles.
 */
import { isFocused, isOpen, lookForErrors, type Sight, toneAround } from './errorSights';
import { isConditional, type Saying, sayingOf, saysPaymentFailed } from './errorWords';
import { hasStyles, hueOf } from './seen';
import type { FormField, Survey } from './surveyFields';

export { controlKey } from './controlKey';
export { lookForErrors } from './errorSights';

/** What was to be seen of errors at one time: names of marks and texts. */
export type ErrorSnapshot = ReadonlySet<string>;

/** What has been an error stays one while it is shown: some shops leave it in place between two tries. */
const known = new Set<string>();
/** Elements of the last snapshot: a message that is still the same element may be left over from the try before. */
let left = new WeakSet<Element>();

const ALERT = '[role=alert],[aria-live=assertive]';

/** A part of the page, or what was seen in it just now. */
type Seen = ParentNode | ReturnType<typeof lookForErrors>;
const see = (seen: Seen) => ('sights' in seen ? seen : lookForErrors(seen));

/** What there is now of errors, so that what comes after can be told from it. */
export const snapshotErrors = (seen: Seen): ErrorSnapshot => {
  const { sights } = see(seen);
  left = new WeakSet(sights.map(({ element }) => element));
  return new Set(sights.map(({ id }) => id));
};

interface Weight {
  readonly tone: number;
  readonly saying: Saying;
  readonly score: number;
}
const weigh = ({ element, text = '', pseudo }: Sight, survey: Survey): Weight | null => {
  const tone = toneAround(element, survey);
  const saying = sayingOf(text);
  const hue = hasStyles(element) ? hueOf(getComputedStyle(element, pseudo).color) : 0;
  // Good news, and what is still going on.
  if (tone < 0 || hue < 0 || saying === 'fine' || /(…|\.\.\.)$/.test(text)) return null;
  const score = 2 * tone + (element.closest(ALERT) ? 1 : 0) + (saying ? 1 : 0) + Math.max(hue, 0);
  return { tone, saying, score };
};

/**
 * The fields that are shown as wrong. Without a `before`, on a fresh page, only what no hint looks like counts. `isLate`:
 * an answer has had its time, so what was left in place since the last try is meant.
 */
export const findShownErrors = (seen: Seen, before: ErrorSnapshot | null, isLate = true): readonly HTMLElement[] => {
  const { survey, sights } = see(seen);
  const open = survey.fields.filter(({ closed }) => !closed);
  const wrong = new Set<FormField>();
  const accuse = ({ id }: Sight, fields: readonly FormField[]) => {
    known.add(id);
    for (const field of fields) wrong.add(field);
  };
  // The form was sent to the page's own address: this page answers. Servers that show it anew leave no other trace.
  const answer = !before && document.referrer.split('#')[0] === document.URL.split('#')[0];
  const plain: Sight[] = [];
  const looks = new Set<string>();
  const lookOf = ({ element }: Sight) =>
    `${element.tagName} ${element.getAttribute('class')} ${getComputedStyle(element).color}`;

  for (const sight of sights) {
    const { id, text, attribute, element, far, link } = sight;
    const old = !before || before.has(id);
    const blamed = !!before && known.has(id);
    if (far && (saysPaymentFailed(text ?? '') || (old && !blamed && !answer && toneAround(element, survey) < 1)))
      continue;
    const fields = far ? far() : sight.fields;
    const field = fields[0];
    if (!field) continue;
    // A field that was not there is a fresh page of its own.
    const fresh = !old && fields.some(({ key }) => before.has(`${key}${id.endsWith('!^') ? '^' : '?'}`));
    if (blamed && !isLate && left.has(element)) continue;
    if (blamed) accuse(sight, fields);
    else if (text === undefined) {
      const mark = id.slice(field.key.length + 1);
      // What every field carries is how the shop writes its fields.
      const common = open.length > 2 && open.every((one) => sights.some((other) => other.id === `${one.key}!${mark}`));
      if (fresh || (/\w/.test(mark) && !common)) accuse(sight, fields);
    } else {
      const weight = weigh(sight, survey);
      if (!weight) continue;
      const { tone, saying, score } = weight;
      const hint = isFocused(field) && !before?.has(`${field.key}^`);
      if (attribute) {
        if (fresh && (saying === 'hard' || (saying && attribute !== 'placeholder') || /error/.test(attribute)))
          accuse(sight, fields);
      } else if (far) {
        if (fresh ? (link || saying ? saying || score : 0) : score > 2 && (tone || answer)) accuse(sight, fields);
      } else if (!fresh) {
        // By more than its words, and not what stands at each field.
        const isOwn = () => sights.every((other) => other.text !== text || other.fields[0] === field);
        if (score > 2 || (answer && score > +!!saying && isOwn())) accuse(sight, fields);
      } else if (score > (element.closest('label') ? 1 : 0) && (!hint || score > 1 || saying === 'hard')) {
        accuse(sight, fields);
        looks.add(lookOf(sight));
      } else if (hint ? saying : !score) plain.push(sight);
    }
  }
  // Without a word we know, or where a hint might be: in the look of one that is an error.
  for (const sight of plain) if (looks.has(lookOf(sight))) accuse(sight, sight.fields);
  return [...wrong].filter((field) => !field.closed && isOpen(field)).map(({ control }) => control);
};

/** Whether the shop says that a payment failed. Cards are typed into other people's frames: nothing else is known. */
export const findPaymentFailure = (seen: Seen, before: ErrorSnapshot | null): boolean => {
  const { survey, sights } = see(seen);
  return sights.some((sight) => {
    const { id, text, element } = sight;
    if (!text || !saysPaymentFailed(text)) return false;
    if (known.has(id) && before) return true;
    const weight = weigh(sight, survey);
    const sure = weight && (weight.tone > 0 || element.closest(ALERT));
    const policy = isConditional(text) || element.closest('details,[class*=faq],[class*=policy]');
    const failed = weight && (sure || (before && !before.has(id) && !policy));
    if (failed) known.add(id);
    return !!failed;
  });
};

import type { Field, Refusal } from '../src/types';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Text of a label without the controls in it: a textarea's text content is what somebody typed. */
const labelText = (node: Node): string => {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node instanceof Element && node.matches('input,select,textarea,button,output,[contenteditable]')) return '';
  return [...node.childNodes].map(labelText).join('');
};

const short = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim()
    .slice(0, 80);

/**
 * A refused control by its own markup. The value is never read, nor `validationMessage`, which quotes it in some browsers
 * ("'jo' is missing an '@'").
 */
export const describeField = (refusal: Refusal, anchor: Element | undefined): Field => {
  const { type = 'text', labels } = (anchor ?? {}) as Partial<Control>;
  const attribute = (name: string) => short(anchor?.getAttribute(name));
  /** There is no year 0, and dates of it cannot be said. */
  const date = (name: string) => attribute(name).replace(/^0000-.*/, '');
  const label = labels?.[0];
  const facts = {
    label: short(label && labelText(label)) || attribute('aria-label'),
    autocomplete: attribute('autocomplete').toLowerCase().split(' ').pop(),
    placeholder: attribute('placeholder'),
    hint: attribute('title'),
    pattern: anchor?.getAttribute('pattern'),
    min: date('min'),
    max: date('max'),
    step: attribute('step'),
    minLength: Number.parseInt(attribute('minlength'), 10),
    maxLength: Number.parseInt(attribute('maxlength'), 10),
  };
  // What is not written there is absent, not empty.
  return { ...refusal, input: type, ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact)) };
};

/**
 * Collects what might be an error and gives each a name that survives new renderings: marks of fields, texts beside them,
 * and texts elsewhere that name them. Judging is left to `shownErrors.ts`.
 */
import { labelOf } from './controlKey';
import { fold, isGeneral, sayingOf, saysPaymentFailed, toneOf, wrongTokens } from './errorWords';
import { hasStyles, hueOf, isVisible } from './seen';
import { type FormField, parentOf, type Survey, surveyFields } from './surveyFields';

/** A mark has no text; a text may have no field, or be named to several. */
export interface Sight {
  readonly id: string;
  readonly fields: readonly FormField[];
  readonly element: Element;
  readonly text?: string;
  readonly pseudo?: string;
  /** An attribute's text: a tooltip, a placeholder. */
  readonly attribute?: string;
  /** Not inside the field's wrapper. The fields it names are asked for only where the text is worth it. */
  readonly far?: () => readonly FormField[];
  readonly link?: boolean;
}

type Linked = Map<string, FormField | undefined>;

const MARK = /^(data-|aria-)?(has-|is-|user-)?(errors?|invalid)$/;
const STATE = /^(data-)?(validation-?)?(status|state|severity|variant|color)$/;
const TIP = /^(title|placeholder|data-(error|tooltip|tip|message|msg|original-title|content).*)$/;
const INLINE = /^(A|B|I|EM|STRONG|SPAN|SMALL|MARK|CODE)$/;
const NATIVE = 'input,select,textarea';
const UNREAD = 'textarea,[contenteditable],[data-waver-ignore]';

/** Marks that a field, or what holds just this field, carries. */
const marksOf = function* (field: FormField): Generator<string> {
  for (const node of field.nodes) {
    for (const token of wrongTokens(node)) yield token;
    const { attributes } = node;
    for (const { name, value } of attributes)
      if (
        MARK.test(name)
          ? /^(true|1|error|invalid|grammar|spelling)$/.test(value) ||
            // Shoelace says "invalid" of every required field from the start.
            (!value && name[0] !== 'a' && !attributes.getNamedItem('data-required'))
          : STATE.test(name)
            ? /^(error|invalid|danger|critical|negative)$/.test(value)
            : value === 'false' && /^data-.*valid$/.test(name)
      )
        yield name;
  }
};

/** Only styles say so, and a field that has the focus may be any colour: see `fresh`. */
const isRed = (field: FormField) =>
  [...field.nodes].some((node) => {
    const style = getComputedStyle(node);
    return node.localName === 'label'
      ? hueOf(style.color) > 0
      : field.members.includes(node as HTMLElement) &&
          !/radio|checkbox/.test((node as HTMLInputElement).type) &&
          parseFloat(style.borderBottomWidth) > 0 &&
          hueOf(style.borderBottomColor) > 0;
  });

export const isFocused = ({ members }: FormField) => members.some((member) => member.matches(':focus-within'));

/** Styled boxes hide the real one and show its label. */
export const isOpen = ({ members, nodes }: FormField) =>
  members.some(isVisible) || [...nodes].some((node) => node.localName === 'label' && isVisible(node));

/** The field a text belongs to, and whether it stands apart from it. */
const placeOf = (element: Element, { owners }: Survey, linked: Linked): [FormField | undefined, boolean] => {
  let child: Element | null = null;
  let node: Node | null = element;
  for (; node && !owners.has(node); node = parentOf(node)) {
    if (node.nodeType !== 1) continue;
    child = node as Element;
    const name = child.id || '';
    const by =
      linked.get(name) ||
      linked.get(
        child.getAttribute('data-valmsg-for') ?? child.getAttribute('data-id') ?? child.getAttribute('for') ?? '',
      ) ||
      owners.get((child as HTMLLabelElement).control as Node);
    if (by) return [by, false];
  }
  const owner = node && owners.get(node);
  if (owner) return [owner, false];
  for (let before = child?.previousElementSibling, steps = 0; before && steps < 4; steps++) {
    const label = (before.localName === 'label' ? before : before.querySelector('label')) as HTMLLabelElement | null;
    const near = owners.has(before) ? owners.get(before) : label?.control && owners.get(label.control);
    if (near) return [near, true];
    if (
      owners.has(before) ||
      before.matches('h1,h2,h3,h4,button,iframe,[type=submit]') ||
      before.querySelector('button,iframe')
    )
      break;
    before = before.previousElementSibling;
  }
  return [undefined, true];
};

/** Fields whose labels are in this text, the longest first: "e-mail address" is not "address". */
const namedIn = (text: string, names: readonly (readonly [string, FormField])[]) => {
  let rest = text;
  const found: FormField[] = [];
  for (const [name, field] of names) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    const around = `${rest[at - 1] ?? ' '}${rest[at + name.length] ?? ' '}`;
    // Where words are not set apart: any place, but for a name of one letter (名, 성) only one where it is a word.
    if (
      /^[^\0-\u2fff]/.test(name)
        ? name.length < 2 && !/^[^\p{L}]([をがはも을은이]|[^\p{L}])/u.test(around)
        : /\p{L}/u.test(around)
    )
      continue;
    found.push(field);
    rest = rest.slice(0, at) + rest.slice(at + name.length);
  }
  return found;
};

export const toneAround = (element: Element, survey: Survey) => {
  let node: Node | null = element;
  for (let level = 0; node && level < 5 && !survey.owners.has(node); node = parentOf(node))
    if (node.nodeType === 1) {
      level++;
      const tone = toneOf(node as Element);
      if (tone) return tone;
    }
  return 0;
};

/** More pieces than a sentence has: looking through all of them for each would take for ever. */
const CROWD = 40;

/** Everything that might be an error, with a name that lives through new renderings. */
export const lookForErrors = (scope: ParentNode): { survey: Survey; sights: Sight[] } => {
  const survey = surveyFields(scope);
  const { fields, owners, texts } = survey;
  const sights: Sight[] = [];
  const linked: Linked = new Map();
  const names: [string, FormField][] = [];
  for (const field of fields) {
    const { control, key } = field;
    // A text for several fields is about none of them.
    for (const name of ['aria-describedby', 'aria-errormessage'])
      for (const id of (control.getAttribute(name) ?? '').split(' '))
        if (id) linked.set(id, linked.has(id) && linked.get(id) !== field ? undefined : field);
    if (key) linked.set(key, field);
    const label = fold(labelOf(control, field.label).replace(/[*:：＊]|\(.*?\)|（.*?）/g, ''));
    if (label.length > 2 || /^[^\0-\u2fff]/.test(label)) names.push([label, field]);
    if (field.closed) continue;
    sights.push({ id: `${key}?`, fields: [], element: control });
    if (isFocused(field)) sights.push({ id: `${key}^`, fields: [], element: control });
    for (const mark of marksOf(field)) sights.push({ id: `${key}!${mark}`, fields: [field], element: control });
    if (hasStyles(control)) {
      if (isRed(field)) sights.push({ id: `${key}!${isFocused(field) ? '^' : ''}`, fields: [field], element: control });
      const around = [...field.nodes, ...field.members.map((member) => member.nextElementSibling)];
      for (const node of around)
        for (const pseudo of ['::before', '::after']) {
          if (!node || node.matches(NATIVE)) continue;
          const text = /"(.*)"/.exec(getComputedStyle(node, pseudo).content)?.[1];
          if (text) sights.push({ id: '', fields: [field], element: node, text, pseudo });
        }
    }
    for (const node of field.nodes)
      for (const { name, value } of node.attributes)
        if (value && TIP.test(name))
          sights.push({ id: '', fields: [field], element: node, text: value, attribute: name });
  }
  names.sort(([a], [b]) => b.length - a.length);

  for (const [leaf, raw] of texts) {
    const [field, far] = placeOf(leaf, survey, linked);
    if (field && !far) {
      sights.push({ id: '', fields: [field], element: leaf, text: raw });
      continue;
    }
    let element = leaf;
    for (
      let up = leaf.parentElement;
      up &&
      INLINE.test(element.tagName) &&
      up.childNodes.length < CROWD &&
      !owners.has(up) &&
      !up.querySelector(UNREAD);
    )
      [element, up] = [up, up.parentElement];
    const text = element === leaf ? raw : (element.textContent ?? '');
    if (text.length > 400) continue;
    const folded = fold(text);
    if (!sayingOf(folded) && !saysPaymentFailed(folded) && toneAround(element, survey) < 1) continue;
    const link = leaf.closest('a[href^="#"]')?.getAttribute('href')?.slice(1);
    const target = link && (leaf.getRootNode() as Document).getElementById?.(link);
    const to = target && owners.get(target);
    sights.push({
      id: '',
      fields: [],
      element,
      text,
      far: () => {
        const named = to ? [to] : namedIn(folded, names);
        return named.length ? named : field && !isGeneral(folded) ? [field] : [];
      },
      link: !!to,
    });
  }
  return {
    survey,
    sights: sights
      .map((sight) => {
        if (sight.text === undefined) return sight;
        const text = fold(sight.text);
        const key = sight.far ? '' : sight.fields[0]?.key;
        return { ...sight, text, id: `${key}|${text}` };
      })
      .filter(({ text, element }) => text === undefined || (/\p{L}{2}/u.test(text) && isVisible(element))),
  };
};

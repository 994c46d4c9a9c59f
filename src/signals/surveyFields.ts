/**
 * The form as it lies on the page: which control is which field, which wrappers hold only that field, and where the texts are.
 * Everything else about errors follows from what belongs to which field.
 */
import { controlKey } from './controlKey';

export interface FormField {
  readonly control: HTMLElement;
  readonly key: string;
  /** One for most, all buttons of a radio group. */
  readonly members: HTMLElement[];
  /** Members, labels, and the wrappers that hold nothing else. */
  readonly nodes: Set<Element>;
  readonly label: Element | undefined;
  /** Nothing is told of it; it only takes up room. */
  readonly closed: boolean;
}

export interface Survey {
  readonly fields: FormField[];
  /** The elements around fields: by the one field in them, or null where there are more. */
  readonly owners: Map<Node, FormField | null>;
  readonly texts: (readonly [Element, string])[];
}

const CONTROL =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image],[aria-hidden=true]),select:not([aria-hidden=true]),textarea,[contenteditable]:not([contenteditable=false]),[role=textbox]';
const ROLE = '[role=combobox],[role=checkbox],[role=radiogroup],[role=switch],[role=spinbutton]';
const SKIP =
  'script,style,template,noscript,datalist,svg,nav,meter,progress,[role=listbox],[role=log],[role=progressbar],[role=meter],[data-waver-ignore],next-route-announcer,waver-popup,#__next-route-announcer__';
const CLOSED =
  '[type=password],[autocomplete*=cc-],[autocomplete=one-time-code],[type=search],[role=searchbox],[role=search] *,:disabled,[aria-disabled=true]';
/** Other people's talk beside the form. */
const ELSEWHERE = /(^|[-_ ])(live)?chat([-_ ]|$)|cookie|consent-/i;
/** A wrapper of one field ends here at the latest; further out is a page that happens to have one field. */
const LAST = /^(FORM|SECTION|ARTICLE|DIALOG|FIELDSET|TR)$/;
const OUTSIDE = /^(BODY|MAIN|HTML)$/;
const DEPTH = 6;

export const parentOf = (node: Node): Node | null => node.parentNode ?? (node as ShadowRoot).host ?? null;

const isOwnControl = (element: Element) =>
  element.matches(ROLE) ||
  (element.localName.includes('-') &&
    (element.hasAttribute('name') || (element.constructor as { formAssociated?: boolean }).formAssociated));

/** A heading inside makes it a region of the page, unless it is the question itself. */
const hasHeading = (node: Element) => {
  const heading = node.querySelector('h1,h2,h3');
  return heading && !heading.closest('legend,label') && !heading.querySelector('label');
};

/** All fields in here, through open shadow roots, with what surrounds each, and the texts of the page. */
export const surveyFields = (scope: ParentNode & Node): Survey => {
  const controls: HTMLElement[] = [];
  const texts: [Element, string][] = [];
  // By one walk: `labels` would search the whole page for each field.
  const labels = new Map<Element, Element[]>();
  const visit = (parent: Node) => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        const text = child.nodeValue ?? '';
        if (/\S/.test(text)) texts.push([(child.parentElement ?? (parent as ShadowRoot).host) as Element, text]);
      }
      if (child.nodeType !== 1) continue;
      const element = child as HTMLElement;
      if (element.matches(SKIP) || ELSEWHERE.test(`${element.id} ${element.getAttribute('class')}`)) continue;
      if (element.matches(CONTROL)) {
        controls.push(element);
        continue;
      }
      if (element.localName === 'label') {
        const { control } = element as HTMLLabelElement;
        if (control) labels.set(control, [...(labels.get(control) ?? []), element]);
      }
      const { length } = controls;
      const said = texts.length;
      if (element.shadowRoot) visit(element.shadowRoot);
      if (element.localName !== 'button') visit(element);
      if (controls.length === length && isOwnControl(element)) {
        controls.push(element);
        // What a box shows inside is the shopper's choice.
        if (!element.matches('[role=radiogroup]')) texts.length = said;
      }
    }
  };
  visit(scope);

  const fields: FormField[] = [];
  const groups = new Map<unknown, FormField>();
  const owners: Survey['owners'] = new Map();
  for (const control of controls) {
    const { type, name, form } = control as HTMLInputElement;
    const group =
      type === 'radio' || (type === 'checkbox' && name)
        ? name
          ? `${type} ${name} ${form?.id || form?.getAttribute('action') || ''}`
          : control.closest('fieldset,[role=radiogroup]')
        : null;
    const known = groups.get(group);
    if (group && known) known.members.push(control);
    else {
      const field = {
        control,
        key: controlKey(control),
        members: [control],
        label: labels.get(control)?.[0],
        nodes: new Set<Element>(),
        closed: control.matches(CLOSED),
      };
      fields.push(field);
      if (group) groups.set(group, field);
    }
  }
  for (const field of fields)
    for (const member of field.members) {
      let level = 0;
      for (let node: Node | null = member; node && node !== scope.parentNode; node = parentOf(node)) {
        const owner = owners.get(node);
        if (owner === null) break;
        const { nodeName } = node;
        const free =
          (!owner || owner === field) &&
          level < DEPTH &&
          !OUTSIDE.test(nodeName) &&
          (node === member || node.nodeType !== 1 || !hasHeading(node as Element));
        owners.set(node, free ? field : null);
        level += LAST.test(nodeName) ? DEPTH : node.nodeType === 1 ? 1 : 0;
      }
      for (const label of labels.get(member) ?? []) field.nodes.add(label);
    }
  owners.forEach((field, node) => {
    if (field && node.nodeType === 1) field.nodes.add(node as Element);
  });
  return { fields, owners, texts };
};

/**
 * The first words in here that are the page's own: what is typed or chosen is passed by.
 */
const firstText = (node: Node): string => {
  for (const child of node.childNodes) {
    const text =
      child.nodeType === 3
        ? (child.nodeValue ?? '').trim()
        : child.nodeType === 1 &&
            !(child as Element).matches('select,textarea,script,style,[contenteditable],[role=textbox]')
          ? firstText(child)
          : '';
    if (/\p{L}/u.test(text)) return text;
  }
  return '';
};

/** What a field is called on the page. */
export const labelOf = (control: Element, label?: Element): string => {
  const root = control.getRootNode() as Document;
  const by = (control.getAttribute('aria-labelledby') ?? '').split(' ')[0];
  const labelling = label ?? (control as HTMLInputElement).labels?.[0] ?? (by && root.getElementById?.(by));
  return (
    (labelling && firstText(labelling)) ||
    control.getAttribute('aria-label') ||
    control.getAttribute('label') ||
    control.getAttribute('placeholder') ||
    ''
  );
};

/** `:r3:`, `«r3»`, `_r_3_`, `input-8f3a91`, `mui-42`, `ember123`, a uuid: another one after the next rendering. */
const GENERATED = /^\W|^_r_|[0-9a-f]{8}-|(?=[a-z-]*\d)[0-9a-f]{5,}|^[a-z]{1,8}[-_:]?\d+$|^[a-z]+(-[a-z]+)*[-_:]r?\d+/i;
/** Address lines are numbered by people. */
const NUMBERED = /^(address|street|line|addr|adresse|phone|tel|option|question)[-_a-z]*\d$/i;

const kebab = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** A name for a field that outlives its element: frameworks render forms anew at each try. Never a value. */
export const controlKey = (control: Element): string => {
  const { id } = control;
  const root = control.getRootNode() as ShadowRoot;
  // Inside a component that is one field, ids are the component's: the same in all its copies.
  const host =
    root.host && root.querySelectorAll('input:not([type=hidden]),select,textarea').length < 2 ? root.host : null;
  const token = (control.getAttribute('autocomplete') ?? '').trim().split(/\s+/).pop() ?? '';
  return (
    control.getAttribute('name') ||
    (host && controlKey(host)) ||
    (id && (!GENERATED.test(id) || NUMBERED.test(id)) && id) ||
    (/^(on|off)?$/.test(token) ? '' : token) ||
    kebab(labelOf(control)) ||
    id
  );
};

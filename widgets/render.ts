import type { ComponentChild, VNode } from 'preact';

type Props = Readonly<Record<string, unknown>>;

/** How an element was described when it was last drawn, and what stands in it, each by its place or key. */
interface Drawn {
  readonly props: Props;
  readonly kids: ReadonlyMap<string, ChildNode>;
}

const drawn = new WeakMap<Element, Drawn>();

/** One listener for all: whoever is described as listening at the time is told. Adding it twice adds it once. */
const listen = (event: Event) => {
  const { props = {} } = drawn.get(event.currentTarget as Element) ?? {};
  for (const [name, run] of Object.entries(props))
    if (name.toLowerCase() === `on${event.type}` && typeof run === 'function') run(event);
};

const set = (element: Element, name: string, value: unknown) => {
  if (name.startsWith('on')) element.addEventListener(name.slice(2).toLowerCase(), listen);
  else if (typeof value === 'boolean' && name in element) Object.assign(element, { [name]: value });
  else {
    // `defaultValue` is what a field begins with: its attribute.
    const attribute = name.replace('default', '');
    // `aria-expanded="false"` says something; other attributes say no by not being there.
    if (value === undefined || value === null || (value === false && !name.includes('-')))
      element.removeAttribute(attribute);
    else element.setAttribute(attribute, `${value}`);
  }
};

/** Makes an element what is described; a node that is described again, at the same place or by the same key, stays. */
const patch = (element: Element, props: Props) => {
  const before = drawn.get(element);
  const kids = new Map<string, ChildNode>();
  drawn.set(element, { props, kids });
  for (const name of Object.keys({ ...before?.props, ...props }))
    if (!/^(children|key)$/.test(name) && before?.props[name] !== props[name]) set(element, name, props[name]);

  const keep = <T extends ChildNode>(place: string, make: () => T): T => {
    let id = place;
    while (kids.has(id)) id += '+';
    const node = (before?.kids.get(id) as T | undefined) ?? make();
    kids.set(id, node);
    return node;
  };
  // What is left out keeps its number: what comes after it stays what it was.
  const walk = (child: unknown, place: string) => {
    if (child === undefined || child === null || typeof child === 'boolean') return;
    if (Array.isArray(child)) for (const [index, one] of child.entries()) walk(one, `${place}/${one?.key ?? index}`);
    else if (typeof child === 'object') {
      const { type, props, ref } = child as VNode;
      if (typeof type === 'function') walk((type as (given: unknown) => unknown)(props), `${place}/`);
      else {
        const element = keep(`${place}<${type}`, () => document.createElement(`${type}`));
        patch(element, props as Props);
        if (typeof ref === 'function') ref(element);
      }
    } else {
      const text = keep(place, () => document.createTextNode(''));
      if (text.data !== `${child}`) text.data = `${child}`;
    }
  };
  walk(props.children, '');

  for (const [id, node] of before?.kids ?? []) if (!kids.has(id)) node.remove();
  let at = element.firstChild;
  for (const node of kids.values())
    if (node === at) at = node.nextSibling;
    else element.insertBefore(node, at);
};

/**
 * Draws what JSX describes into an element, and what it describes anew into what is there: fields keep what was typed, and
 * what has the focus keeps it. Preact describes and this draws, in an eighth of its bytes: components here are functions
 * without a state of their own. Text is text and never markup.
 */
export const render = (child: ComponentChild, into: Element): void => patch(into, { children: child });

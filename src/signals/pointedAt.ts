/** Attributes that name what something is or belongs to, not what it opens. */
const NOT_POINTING = /^(id|for|form|class|name|style|aria-[adfl])/;

/** Page builders escape the names of anchors that are not in Latin letters; not every `%` is an escape. */
const unescaped = (id: string) => {
  try {
    return decodeURI(id);
  } catch {
    return id;
  }
};

/** In the same shadow root, or in the document. The id may stand behind a `#`, as in addresses. */
export const byId = (address: string, from: Node): Element | null | undefined => {
  const id = unescaped(address.slice(address.indexOf('#') + 1));
  return id ? ((from.getRootNode() as ShadowRoot).getElementById?.(id) ?? document.getElementById(id)) : undefined;
};

/**
 * The element a control opens or leads to, whichever attribute says so: aria-controls, href="#id", data-bs-target,
 * popovertarget, commandfor, or what a theme has made up.
 */
export const pointedAt = (control: Element): Element | undefined => {
  for (const { name, value } of control.attributes) {
    const target = NOT_POINTING.test(name) ? null : byId(value, control);
    if (target && !target.contains(control) && !control.contains(target)) return target;
  }
};

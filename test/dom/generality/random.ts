/** Chance that is the same in every run. */
export const createRandom = (seed: number) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (share: number) => next() < share,
    upTo: (most: number) => Math.floor(next() * (most + 1)),
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    hash: () => next().toString(36).slice(2, 7),
  };
};

export type Random = ReturnType<typeof createRandom>;

/** Puts a page in place; `<template shadowroot>` becomes an open (or closed) shadow root of the element around it. */
export const render = (html: string) => {
  document.body.innerHTML = html;
  const open = (root: ParentNode) => {
    for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowroot]')) {
      const mode = template.getAttribute('shadowroot') as ShadowRootMode;
      const shadow = (template.parentElement as Element).attachShadow({ mode });
      shadow.innerHTML = template.innerHTML;
      template.remove();
      open(shadow);
    }
  };
  open(document);
};

/** `12 × miss class`, the most frequent first. */
export const tally = (classes: readonly string[]): string =>
  [...new Set(classes)]
    .map((name) => [classes.filter((one) => one === name).length, name] as const)
    .sort(([a], [b]) => b - a)
    .map(([count, name]) => `  ${count} × ${name}`)
    .join('\n');

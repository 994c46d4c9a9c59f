import type { ComponentChild } from 'preact';

/** Puts facts into a template, as text nodes or elements and never as markup. */
export const fill = (template: string, facts: Readonly<Record<string, ComponentChild>>): ComponentChild[] =>
  template.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? facts[piece] : piece));

/** The same, where only a string will do. */
export const say = (template: string, facts: Readonly<Record<string, string | number>>): string =>
  fill(template, facts).join('');

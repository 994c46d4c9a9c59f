/** What a shopper gets to see of an element: only the browser's own answers, asked from timers. */
import { parentOf } from './surveyFields';

/** Old browsers, and none at all: texts and marks are read, styles are not. */
export const hasStyles = (element: Element) => typeof element.checkVisibility === 'function';

export const isVisible = (element: Element): boolean => {
  if (hasStyles(element)) {
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) || element.closest('[hidden]'))
      return false;
    for (const one of [element, element.parentElement]) {
      // Folded up: its height goes from nothing to what it needs.
      if (one && !(one as HTMLElement).offsetHeight && /hidden|clip/.test(getComputedStyle(one).overflowY))
        return false;
    }
    return true;
  }
  for (let node: Node | null = element; node; node = parentOf(node))
    if (node.nodeType === 1) {
      const { display, visibility } = getComputedStyle(node as Element);
      if (display === 'none' || visibility === 'hidden' || (node as Element).hasAttribute('hidden')) return false;
    }
  return true;
};

/** 1 red, -1 green, 0 neither; in the ways that browsers write colours. */
export const hueOf = (color: string) => {
  const [a = 0, b = 0, c = 0] = (color.match(/[-\d.]+/g) ?? []).map(Number);
  if (/^oklch/.test(color)) return b < 0.08 ? 0 : c < 45 || c > 350 ? 1 : c > 120 && c < 175 ? -1 : 0;
  if (/^(ok)?lab/.test(color)) return b > Math.max(c * 0.8, color[0] === 'o' ? 0.08 : 25) ? 1 : b < -a / 4 ? -1 : 0;
  const [red, green, blue] = /^color/.test(color) ? [a * 255, b * 255, c * 255] : [a, b, c];
  return red > 90 && green < red * 0.62 && blue < red * 0.68 ? 1 : green > red * 1.3 && green > blue * 1.15 ? -1 : 0;
};

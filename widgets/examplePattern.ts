const KNOWN: Readonly<Record<string, string>> = { d: '1234567890', w: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', s: ' ' };

/** Stand-ins for sets of characters, so that every atom of the pattern is one character: from the private use area. */
const PRIVATE = 0xe000;
const LONGEST = 200;

/** What an escape may stand for. Unknown letters (`\b`, `\p`, `\1`) are beyond this: empty. */
const escaped = (letter: string): string => KNOWN[letter] ?? (/\w/.test(letter) ? '' : letter);

/**
 * The members of `[…]`: letters and figures if there are any, the zero last, for an example that counts 1, 2, 3 reads as
 * one. Negations and set operations: empty.
 */
const members = (text: string): string => {
  if (/^\^|\[|--|&&/.test(text)) return '';
  const all = text
    .replace(/([^\\])-([^\\])/gs, (_, first: string, last: string) => {
      let range = '';
      for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++) range += String.fromCharCode(code);
      return range;
    })
    .replace(/\\(.)/gs, (_, letter: string) => escaped(letter));
  return (all.match(/[a-z\d]/gi)?.join('') ?? all).replace(/0(.*)/s, '$10');
};

/**
 * Makes up a text for a simple `pattern`: literals, `\d`, `\w`, classes, groups, quantifiers, the first of several
 * alternatives; `many` is how often to repeat what may repeat without end. Null for what it does not understand. It is a
 * guess: `fieldExample` shows it only if it truly matches.
 */
export const examplePattern = (pattern: string, many: number): string | null => {
  const sets: string[] = [];
  const times = (unit = '', sign = '?', least?: string, most?: string) =>
    unit.repeat(sign === '?' ? 1 : Math.min(+(least ?? many) || +(most || many), LONGEST)).slice(0, LONGEST);
  let before: string;
  let text = pattern.replace(/\[((?:\\.|[^\]\\])+)\]|\\(.)|\./gs, (_, inside?: string, letter = 'w') => {
    sets.push(inside ? members(inside) : escaped(letter));
    return String.fromCharCode(PRIVATE + sets.length - 1);
  });
  do {
    before = text;
    text = text.replace(
      /\((?:\?:|(?!\?))([^()]*)\)(?:([*+?]|\{(\d+),?(\d*)\})\??)?/,
      (_, body: string, ...quantifier: string[]) => times(body.split('|')[0], ...quantifier.slice(0, 3)),
    );
  } while (text !== before);
  text = (text.split('|')[0] ?? '')
    .replace(/^\^|\$$/g, '')
    .replace(/([^()[\]{}*+?\\^$])(?:([*+?]|\{(\d+),?(\d*)\})\??)?/gs, (_, unit: string, ...quantifier: string[]) =>
      times(unit, ...quantifier.slice(0, 3)),
    );
  if (/[()[\]{}*+?\\^$]/.test(text) || sets.includes('')) return null;
  return text.replace(/[\ue000-\uf8ff]/g, (one, at: number) => {
    const set = sets[one.charCodeAt(0) - PRIVATE] ?? one;
    return set[at % set.length] ?? '';
  });
};

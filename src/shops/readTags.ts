/** What the shop says of this shopper or page, `data-tag-member-level="gold"`, by name: `member-level`. */
export const readTags = (options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      /^tag[A-Z]/.test(name)
        ? [[name.slice(3).replace(/[A-Z]/g, (letter, at) => `${at ? '-' : ''}${letter.toLowerCase()}`), `${value}`]]
        : [],
    ),
  );

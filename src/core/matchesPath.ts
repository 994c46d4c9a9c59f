/** From left to right, each part at its first place: a regular expression with many stars would try all of them. */
const fits = (path: string, pattern: string): boolean => {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return path === head;
  if (!path.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - tail.length >= at && path.endsWith(tail);
};

/** Whether a path, as people read it, is one of these: `/sale*, /outlet`. `*` stands for anything; case does not matter. */
export const matchesPath = (path: string, patterns: string): boolean => {
  let plain = path;
  try {
    plain = decodeURI(path);
  } catch {
    // Not well encoded: then as it stands.
  }
  const named = patterns.toLowerCase().split(/[\s,]+/);
  return named.some((pattern) => pattern && fits(plain.toLowerCase(), pattern));
};

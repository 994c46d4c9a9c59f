/** What the shop's engineer should read: once per text, so that a warning in a loop stays one line. */
export type Warn = (text: string, cause?: unknown) => void;

export const createWarn = (): Warn => {
  const said = new Set<string>();
  return (text, cause) => {
    if (said.has(text)) return;
    said.add(text);
    console.warn(`[waver] ${text}`, ...(cause === undefined ? [] : [cause]));
  };
};

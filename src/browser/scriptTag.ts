/** The tag that loaded Waver: where it came from and what it says. */
export interface ScriptTag {
  /** Address of waver.js; the popup chunk lies beside it. */
  readonly src: string;
  readonly data: Readonly<Record<string, string | undefined>>;
  readonly nonce: string;
}

/**
 * `document.currentScript` is null for modules and what tag managers insert late; then the tag is found by its file
 * name. Must be asked while the script runs.
 */
export const findScriptTag = (): ScriptTag => {
  const current = document.currentScript as HTMLScriptElement | null;
  const tag = current?.src ? current : document.querySelector<HTMLScriptElement>('script[src*="waver.js"]');
  return { src: tag?.src || location.href, data: { ...tag?.dataset }, nonce: tag?.nonce ?? '' };
};

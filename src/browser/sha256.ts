/** SHA-256 of the text in UTF-8, lower-case hex: 64 characters. undefined: the page is not served over https. */
export const sha256 = async (text: string): Promise<string | undefined> => {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

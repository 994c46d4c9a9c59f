/** 64 random bits as text. `crypto.randomUUID` is missing on plain-http pages, `getRandomValues` is not. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('');

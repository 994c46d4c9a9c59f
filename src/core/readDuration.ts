const UNIT_MS: Readonly<Record<string, number>> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

/** `20m` in milliseconds. */
export const readDuration = (text: string): number => Number.parseInt(text, 10) * (UNIT_MS[text.slice(-1)] ?? 0);

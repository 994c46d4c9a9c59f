import type { Preference, PreferencesDoor } from '../src/types';

/** Far more than a shopper's answers come to: not worth reading. */
const MOST_BYTES = 1_000_000;

export interface Taken {
  readonly taken: number;
  /** Why something was left out, in the words of whoever read it. */
  readonly refused: readonly string[];
  readonly kept: readonly Preference[];
}

/** Answers from a file the shopper chose, and all that is kept then. null: it cannot be read. */
export const takeFile = async (file: File, { read, json }: PreferencesDoor): Promise<Taken | null> => {
  try {
    if (file.size > MOST_BYTES) return null;
    const { taken, refused } = await read(await file.text());
    return { taken, refused, kept: JSON.parse(await json()) };
  } catch {
    return null;
  }
};

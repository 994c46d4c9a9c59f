import { cleanText } from '../core/cleanText';
import { isObject } from '../core/isObject';
import type { Alternative } from '../types';
import { safeAddress } from './safeAddress';

/** A decision waits for it. */
const PATIENCE_MS = 3000;
const MOST_CHARS = 200_000;
/** More than a popup can show, so that a budget finds its own among them. */
const MOST = 200;
const MOST_NAME = 80;

/** A product that can be named, priced and gone to; else none. */
const alternativeOf = (raw: unknown): Alternative | [] => {
  if (!isObject(raw)) return [];
  const name = cleanText(`${raw.name ?? ''}`);
  const url = safeAddress(raw.url);
  const price = Number(raw.price || NaN);
  const picture = safeAddress(raw.picture);
  return name && url && price > 0 && price < Infinity
    ? {
        name: name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1)}…` : name,
        url,
        price,
        ...(picture && { picture }),
      }
    : [];
};

/** The shop's list of products `{ name, url, price, picture }`, from its own address. */
export const fetchAlternatives = async (address: string): Promise<readonly Alternative[]> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, { signal: abort.signal });
    const text = await response.text();
    if (!response.ok || text.length > MOST_CHARS)
      throw new Error(`status ${response.status}, ${text.length} characters`);
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) throw new Error('no list');
    return list.slice(0, MOST).flatMap(alternativeOf);
  } finally {
    clearTimeout(timer);
  }
};

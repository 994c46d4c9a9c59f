import { checkModel } from './core/checkModel';
import type { Model } from './types';

/** Characters a model file may have: some twenty times what a model of this kind needs. */
const MODEL_LENGTH = 100_000;

/** What stands behind the address, tried before it is believed. A chunk of its own: most shops name no model. */
export const fetchModel = async (url: string, signal: AbortSignal): Promise<Model> => {
  const response = await fetch(url, { signal });
  const text = await response.text();
  if (!response.ok || text.length > MODEL_LENGTH)
    throw new Error(`status ${response.status}, ${text.length} characters`);
  const checked = checkModel(JSON.parse(text));
  if ('reason' in checked) throw new Error(`${checked.path}: ${checked.reason}`);
  return checked.model;
};

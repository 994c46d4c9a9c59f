import type { Model } from '../types';
import { FEATURES } from './evidence';
import { own } from './own';
import { prior } from './prior';

/** Where a model file is wrong, and why: `churn.tables.exits.edges[1]`, `not sorted`. */
export interface Flaw {
  readonly path: string;
  readonly reason: string;
}

/** Looks at what stands at a path, and into it; in a list also at which place. */
type Look = (value: unknown, path: string, at?: number) => unknown;

/** Names that objects have anyway, and that JSON can set. */
const PROTO = /^(__proto__|constructor|prototype)$/;
/** Beyond this, sums lose their digits and may end at infinity. */
const MOST = 1e15;

/** A model as it came over the network, or the first thing that is wrong with it. Fields it does not know are let be. */
export const checkModel = (raw: unknown): { model: Model } | Flaw => {
  const flaws: Flaw[] = [];
  const need = (isFine: unknown, path: string, reason: string): boolean => {
    if (!isFine && !flaws.length) flaws.push({ path, reason });
    return !!isFine;
  };
  const number: Look = (value, path) =>
    need(Number.isFinite(value) && Math.abs(value as number) < MOST, path, 'no finite number');
  const above: Look = (value, path) => number(value, path) && need((value as number) > 0, path, 'not above 0');
  const text: Look = (value, path) => need(typeof value === 'string', path, 'no text');
  const feature: Look = (name, path) => need(FEATURES.includes(name as string), path, 'unknown feature');
  const optional =
    (look: Look): Look =>
    (value, path) =>
      value === undefined || look(value, path);
  /** Each entry by its key: where there is no look for a key, by `look`, and the key itself by `name`. */
  const object =
    (looks: Readonly<Record<string, Look>>, look?: Look, name?: Look): Look =>
    (value, path) => {
      if (!need(typeof value === 'object' && value && !Array.isArray(value), path || 'model', 'no object')) return;
      const fields = value as Record<string, unknown>;
      const from = path && `${path}.`;
      for (const key in fields) {
        need(!PROTO.test(key), from + key, 'reserved');
        name?.(key, from + key);
        look?.(fields[key], from + key);
      }
      for (const key in looks) looks[key]?.(own(fields, key), from + key);
    };
  const list =
    (look: Look, length?: number) =>
    (value: unknown, path: string): number => {
      if (!Array.isArray(value)) return +need(false, path, 'no list');
      need(value.length === (length ?? value.length), path, `${value.length} long, not ${length}`);
      for (const [at, one] of value.entries()) look(one, `${path}[${at}]`, at);
      return value.length;
    };
  const edges = (value: unknown, path: string): number => {
    let before: unknown = -MOST;
    return list((edge, where) => {
      if (number(edge, where)) need((edge as number) > (before as number), where, 'not sorted');
      before = edge;
    })(value, path);
  };
  const table: Look = (value, path) => {
    let bins = 0;
    const count: Look = (all, where) => {
      bins = edges(all, where) + 1;
    };
    const weights: Look = (all, where) => list(number, bins)(all, where);
    const what: Readonly<Record<string, Look>> =
      'levels' in Object(value) ? { levels: object({}, number) } : { edges: count, weights };
    object({ ...what, missing: optional(number) })(value, path);
  };
  const pair: Look = (value, path) => {
    const bins: number[] = [];
    const side: Look = (one, where) => {
      // One row or column more for what is missing.
      const levels: Look = (all, at) => bins.push(list(text)(all, at) + 1);
      const limits: Look = (all, at) => bins.push(edges(all, at) + 2);
      object('levels' in Object(one) ? { levels } : { edges: limits })(one, where);
    };
    object({
      features: list(feature, 2),
      sides: list(side, 2),
      weights: (rows, where) => list(list(number, bins[1]), bins[0])(rows, where),
    })(value, path);
  };
  /** A question, and so many more that may follow it. */
  const tree =
    (more: number): Look =>
    (value, path) => {
      const branch: Look = (one, where) =>
        Array.isArray(one) ? need(more, where, 'deeper than 3') && tree(more - 1)(one, where) : number(one, where);
      const looks: readonly Look[] = [
        feature,
        (edge, where) => edge === null || number(edge, where),
        branch,
        branch,
        (mark, where) => need(mark === 1, where, 'not 1'),
      ];
      list((one, where, at = 0) => looks[at]?.(one, where), (value as unknown[] | null)?.[4] ? 5 : 4)(value, path);
    };
  const card = object({
    intercept: number,
    tables: object({}, table, feature),
    pairs: optional(list(pair)),
    trees: optional(list(tree(2))),
    calibration: optional(object({ slope: optional(above), offset: optional(number) })),
    average: optional(object({}, number, feature)),
  });
  const intents = Object.fromEntries(Object.keys(prior.intents).map((intent) => [intent, card]));
  const intent: Look = (name, path) => need(own(intents, `${name}`), path, 'unknown intent');

  object({
    v: (v, path) => need(v === 1, path, Number(v) > 1 ? 'newer than this Waver' : 'not 1'),
    trained: (trained, path) => need(typeof trained === 'boolean', path, 'not true or false'),
    name: text,
    uncertainty: optional(object({ intercept: above, share: above })),
    churn: card,
    intents: optional(object(intents, undefined, intent)),
    uplift: optional(
      object(
        {},
        object({}, list(above, 2), (name, path) => name === 'any' || intent(name, path)),
      ),
    ),
  })(raw, '');
  return flaws[0] ?? { model: raw as Model };
};

import { derived } from './derive.mjs';

/** @typedef {{ name: string, values: Float64Array | Int32Array, levels?: string[] }} Feature */
/** @typedef {{ rows: number, features: Feature[] }} Frame */

const mostLevels = 60;
const missing = /^(|na|nan|null|none)$/i;
const truths = { true: 1, false: 0 };

const isMissing = (cell) => cell === undefined || cell === null || missing.test(String(cell).trim());

/** @returns {number} NaN when it is not a number */
const toNumber = (cell) => {
  if (typeof cell === 'boolean') return Number(cell);
  const text = String(cell).trim();
  const truth = truths[text.toLowerCase()];
  if (truth !== undefined) return truth;
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : Number.NaN;
};

const ruleOf = (map, column) => {
  const rule = Object.hasOwn(map, column) ? map[column] : column;
  return typeof rule === 'string' ? { feature: rule } : rule;
};

/** A column of words when the map says so, or when most of what it holds is no number. */
const isWords = (rule, cells) => {
  if (rule.kind) return rule.kind === 'levels';
  if (rule.words) return true;
  const known = cells.filter((cell) => !isMissing(cell));
  return known.filter((cell) => Number.isNaN(toNumber(cell))).length > known.length / 2;
};

const wordsOf = (rule, column, cells) => {
  const words = cells.map((cell) => {
    if (isMissing(cell)) return undefined;
    const word = String(cell).trim();
    return rule.words && Object.hasOwn(rule.words, word) ? rule.words[word] : word;
  });
  const order = rule.words ? Object.values(rule.words) : [];
  const seen = new Set(words.filter((word) => word !== undefined));
  const rest = [...seen].filter((word) => !order.includes(word));
  const levels = [...new Set(order.filter((word) => seen.has(word))), ...rest.sort((a, b) => (a < b ? -1 : 1))];
  if (levels.length > mostLevels)
    throw new Error(
      `column "${column}": ${levels.length} different words, expected at most ${mostLevels}; is it a name or a number?`,
    );
  return { name: rule.feature, levels, values: Int32Array.from(words, (word) => levels.indexOf(word ?? '\0')) };
};

const numbersOf = (rule, column, cells) => {
  const values = Float64Array.from(cells, (cell, i) => {
    if (isMissing(cell)) return Number.NaN;
    const value = toNumber(cell);
    if (Number.isNaN(value)) throw new Error(`column "${column}", row ${i + 1}: expected a number, got "${cell}"`);
    return value;
  });
  return { name: rule.feature, values };
};

const deriveAll = (features) => {
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  return Object.entries(derived).flatMap(([name, { from, of }]) => {
    const parts = from.map((part) => byName.get(part)?.values);
    if (byName.has(name) || parts.some((part) => !(part instanceof Float64Array))) return [];
    return [{ name, values: Float64Array.from(parts[0], (_, row) => of(...parts.map((part) => part[row]))) }];
  });
};

/**
 * The chosen columns of a file as Waver's features, with those that follow from them.
 * @returns {Frame}
 */
export const frameOf = (records, columns, map) => {
  const features = columns.map((column) => {
    if (records.length && !records.some((record) => Object.hasOwn(record, column)))
      throw new Error(`column "${column}": not in the file, which has ${Object.keys(records[0]).join(', ')}`);
    const rule = ruleOf(map, column);
    if (typeof rule?.feature !== 'string' || !rule.feature)
      throw new Error(`map, column "${column}": expected a feature name or { "feature": name }`);
    const cells = records.map((record) => record[column]);
    return isWords(rule, cells) ? wordsOf(rule, column, cells) : numbersOf(rule, column, cells);
  });
  const names = features.map((feature) => feature.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`map: two columns become the feature "${twice}", expected one`);
  return { rows: records.length, features: [...features, ...deriveAll(features)] };
};

/** Some rows of a frame. */
export const pick = (frame, rows) => ({
  rows: rows.length,
  features: frame.features.map((feature) => ({
    ...feature,
    values: feature.values.constructor.from(rows, (row) => feature.values[row]),
  })),
});

/**
 * Who left without buying: 1, as churn counts. The label says who bought.
 * @returns {Uint8Array}
 */
export const churnOf = (records, label) =>
  Uint8Array.from(records, (record, i) => {
    if (!Object.hasOwn(record, label))
      throw new Error(`label "${label}", row ${i + 1}: no such column; the row has ${Object.keys(record).join(', ')}`);
    const value = isMissing(record[label]) ? Number.NaN : toNumber(record[label]);
    if (value !== 0 && value !== 1)
      throw new Error(`label "${label}", row ${i + 1}: expected True or False, 1 or 0, got "${record[label]}"`);
    return 1 - value;
  });

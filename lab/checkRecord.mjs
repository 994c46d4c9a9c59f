/** A score, decision, outcome … as Waver tells it, of whatever version: no file of sessions has these columns. */
export const isRecord = (row) =>
  row.v !== undefined && ['type', 'visit', 'visitor'].every((name) => typeof row[name] === 'string');

const got = (value) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
const isEvidence = (evidence) => evidence && typeof evidence === 'object' && !Array.isArray(evidence);

/** What the lab reads of a record: name, whether it is as expected, what was expected. */
const needs = ({ v, id, type, at, evidence, hold, propensity }) => [
  ['v', v === 1, '1'],
  ['id', typeof id === 'string', 'text'],
  ['at', Number.isFinite(at), 'milliseconds since 1970'],
  ['evidence', type !== 'score' || evidence === undefined || isEvidence(evidence), 'features by name'],
  [
    'propensity',
    type !== 'decision' || hold !== 'holdout' || (propensity > 0 && propensity <= 1),
    'a number above 0, at most 1',
  ],
];

/** @returns {(row: Record<string, unknown>, line: number) => void} refuses what is no record, or would be misread */
export const recordChecker = (file) => {
  const kinds = new Map();
  return (row, line) => {
    const fail = (name, expected, value) => {
      throw new Error(`"${file}", line ${line}${name}: expected ${expected}, got ${got(value)}`);
    };
    if (!isRecord(row)) fail('', 'a record of Waver with v, type, visit and visitor, as in the other lines', row);
    for (const [name, is, expected] of needs(row)) if (!is) fail(`, ${name}`, expected, row[name]);
    if (row.type !== 'score') return;
    for (const [feature, value] of Object.entries(row.evidence ?? {})) {
      if (value === null) continue;
      if (typeof value !== 'string' && !Number.isFinite(value))
        fail(`, evidence.${feature}`, 'a number or a word', value);
      const kind = kinds.get(feature) ?? typeof value;
      kinds.set(feature, kind);
      if (kind !== typeof value)
        fail(`, evidence.${feature}`, `a ${kind === 'string' ? 'word' : kind}, as in the lines before`, value);
    }
  };
};

import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { random } from '../../lab/random.mjs';

export type Row = Record<string, string>;

/** Real sessions, too large and not ours to ship: read where CI and developers keep them, beside the checkout. */
export const REAL = '../shared/data/online-shoppers/train.csv';
export const hasReal = existsSync(REAL);
if (!hasReal) console.warn(`${REAL} is not there: its bars are not tested, simulated sessions stand in for the rest`);

export const readReal = (): Row[] => parse(readFileSync(REAL), { columns: true });

export const seenInBrowser =
  'Administrative,Administrative_Duration,Informational,Informational_Duration,ProductRelated,' +
  'ProductRelated_Duration,VisitorType,Weekend,Month,SpecialDay';
export const allColumns = `${seenInBrowser},BounceRates,ExitRates,PageValues,OperatingSystems,Browser,Region,TrafficType`;

/** Log-odds of leaving that the simulated sessions follow: two tables and one pair, which no sum of tables can say. */
export const truth = (pages: number, seconds: number, visitor: string): number =>
  1 -
  0.3 * Math.min(pages, 8) +
  (visitor === 'new' ? -0.5 : 0.5) +
  0.9 * (seconds / 60 - 1) * (visitor === 'new' ? 1 : -1);

/** Simulated sessions, not real ones: the true model is known. */
export const simulate = (rows: number, seed = 1): Row[] => {
  const next = random(seed);
  return Array.from({ length: rows }, () => {
    const pages = Math.floor(next() * 12);
    const seconds = Math.round(next() * 1200) / 10;
    const visitor = next() < 0.4 ? 'new' : 'returning';
    const left = next() < 1 / (1 + Math.exp(-truth(pages, seconds, visitor)));
    return {
      'pages-product': `${pages}`,
      'seconds-terms': `${seconds}`,
      visitor,
      bought: left ? 'False' : 'True',
    };
  });
};

export const simulatedColumns = 'pages-product,seconds-terms,visitor';

export const toCsv = (rows: readonly Row[]): string =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');

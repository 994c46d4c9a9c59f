import { recordChecker } from './checkRecord.mjs';
import { groupByVisit } from './groupByVisit.mjs';
import { judgeVisit } from './judgeVisit.mjs';
import { readPopups } from './readPopups.mjs';
import { tellVisits } from './tellVisits.mjs';

/**
 * A withheld visit stands for at most so many. With a holdout of 2 % each would stand for 50, and the luck of a handful
 * of shoppers would be the model; 20, a holdout of 5 %, is judgement.
 */
const STANDS_FOR = 20;

const byTime = (a, b) => a.at - b.at || (a.visit < b.visit ? -1 : +(a.visit > b.visit)) || (a.id < b.id ? -1 : 1);

/** Records by their visit, in the order of time however the lines stand. What was sent twice counts once. */
const gather = (rows, file) => {
  const check = recordChecker(file);
  const once = new Map();
  for (const { row, line } of rows) {
    check(row, line);
    once.set(JSON.stringify([row.visit, row.id, row.at]), row);
  }
  const records = [...once.values()].sort(byTime);
  return { visits: groupByVisit(records), until: records[records.length - 1].at, twice: rows.length - once.size };
};

/**
 * Waver's own records as rows to learn from, visit by visit: each score before the end, and whether a purchase came. What
 * was learned shall say what happens without a popup, so visits with one are left out: from the first score on they ended
 * as visits with a popup do. The withheld ones stand for them and weigh 1 / propensity; a visit's scores share its weight.
 * @param {{ row: Record<string, unknown>, line: number }[]} rows
 */
export const readVisits = (rows, file) => {
  const { visits, until, twice } = gather(rows, file);
  const judged = visits.map((records) => judgeVisit(records, until));
  const told = judged
    .filter(({ why }) => !why)
    .flatMap(({ bought, scores, propensity }) =>
      scores.map((score) => ({ score, bought, weight: Math.min(STANDS_FOR, 1 / propensity) / scores.length })),
    );
  const columns = [...new Set(told.flatMap(({ score }) => Object.keys(score.evidence)))].sort();
  const unknown = Object.fromEntries(columns.map((column) => [column, undefined]));
  return {
    records: told.map(({ score, bought }) => ({ ...unknown, ...score.evidence, bought })),
    label: 'bought',
    columns,
    weights: told.map(({ weight }) => weight),
    groups: told.map(({ score }) => score.visitor),
    times: told.map(({ score }) => score.at),
    popups: readPopups(visits, judged),
    summary: tellVisits(judged, { twice, standsFor: STANDS_FOR }),
  };
};

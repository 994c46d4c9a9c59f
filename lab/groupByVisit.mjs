/**
 * Records by their visit; visits and records stay in the order they come in.
 * @template {{ visit: string }} T
 * @param {readonly T[]} records
 * @returns {T[][]}
 */
export const groupByVisit = (records) => {
  const visits = new Map();
  for (const record of records)
    if (visits.get(record.visit)?.push(record) === undefined) visits.set(record.visit, [record]);
  return [...visits.values()];
};

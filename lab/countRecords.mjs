import { countVisitors } from './countVisitors.mjs';
import { countVisits } from './countVisits.mjs';

const isDue = ({ type, show, hold, outcome }) =>
  type === 'decision'
    ? show === true || hold === 'holdout'
    : type === 'outcome' && (outcome === 'shown' || outcome === 'withheld');

/**
 * What records say, as plain counts.
 * @param {{ records: Record<string, any>[], twice: number, unversioned: number }} read
 * @param {number | undefined} told when popups began, where somebody says so
 */
export const countRecords = ({ records, twice, unversioned }, told) => {
  const start = told ?? records.find(isDue)?.at ?? null;
  return {
    ...countVisitors(records, start),
    time: countVisits(records, start),
    start,
    isStartTold: told !== undefined,
    records: records.length,
    simulated: records.filter(({ simulated }) => simulated).length,
    from: records[0].at,
    until: records[records.length - 1].at,
    twice,
    unversioned,
  };
};

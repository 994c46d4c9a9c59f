import { countShoppers } from './countShoppers.mjs';
import { countVisitors } from './countVisitors.mjs';
import { countVisits } from './countVisits.mjs';
import { stitchVisitors } from './stitchVisitors.mjs';

const isDue = ({ type, show, hold, outcome }) =>
  type === 'decision'
    ? show === true || hold === 'holdout'
    : type === 'outcome' && (outcome === 'shown' || outcome === 'withheld');

/**
 * What records say, as plain counts. Visitors who signed in as the same person count as one.
 * @param {{ records: Record<string, any>[], twice: number, unversioned: number }} read
 * @param {number | undefined} told when popups began, where somebody says so
 */
export const countRecords = ({ records: read, twice, unversioned }, told) => {
  const stitched = stitchVisitors(read);
  const shoppers = countShoppers(stitched);
  const whose = (record) => ({ ...record, visitor: stitched.shopperOf(record), teller: record.visitor });
  const records = shoppers.linked ? read.map(whose) : read;
  const start = told ?? records.find(isDue)?.at ?? null;
  return {
    ...countVisitors(records, start),
    shoppers,
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

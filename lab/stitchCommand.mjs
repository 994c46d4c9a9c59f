import { closeSync, openSync, writeSync } from 'node:fs';
import { countShoppers } from './countShoppers.mjs';
import { count, many } from './figures.mjs';
import { readRecords } from './readRecords.mjs';
import { stitchVisitors } from './stitchVisitors.mjs';

/** Lines for each visitor: whose it is; where two persons claim it, from when until when. */
const linesOf = ([visitor, spans]) =>
  spans.map(({ shopper, from }, i) => {
    const until = spans[i + 1]?.from;
    return { visitor, shopper, ...(i && { from }), ...(until !== undefined && { until }) };
  });

/**
 * `stitch records.ndjson --out shoppers.ndjson`: writes which visitors are which shopper, and says how many.
 * @param {Record<string, string | undefined>} values
 * @param {string | undefined} file
 */
export const stitchCommand = async ({ out }, file) => {
  if (!file) throw new Error('stitch: a file of records is missing');
  if (!out) throw new Error('--out is missing, expected a file to write');
  const { records } = await readRecords(file);
  const stitched = stitchVisitors(records);
  const { visitors, shoppers, linked, joined, of, torn } = countShoppers(stitched);
  const byName = [...stitched.spans].sort(([a], [b]) => (a < b ? -1 : 1));
  const to = openSync(out, 'w');
  for (const one of byName) for (const line of linesOf(one)) writeSync(to, `${JSON.stringify(line)}\n`);
  closeSync(to);
  const told = [
    `${many(visitors, 'visitor')}, ${count(linked)} of them signed in: ${many(shoppers, 'shopper')}`,
    `${many(joined, 'shopper')} came as ${many(of, 'visitor')}`,
    torn && `${many(torn, 'visitor')} claimed by two persons: taken apart by time, and not to be relied on`,
    out,
  ];
  process.stderr.write(`${told.filter(Boolean).join('\n')}\n`);
};

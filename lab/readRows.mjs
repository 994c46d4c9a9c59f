import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      try {
        const row = JSON.parse(line);
        if (row && typeof row === 'object' && !Array.isArray(row)) return [row];
      } catch {}
      throw new Error(`"${file}", line ${i + 1}: expected one JSON object a line`);
    });

const readCsv = (file) => {
  try {
    return parse(readFileSync(file), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    throw new Error(`"${file}": ${error.message}`);
  }
};

/**
 * Sessions, one a row: CSV with a header line, NDJSON or Parquet, by the file's ending.
 * @returns {Promise<Record<string, unknown>[]>}
 */
export const readRows = async (file) => {
  if (!existsSync(file)) throw new Error(`"${file}": no such file`);
  const rows = /\.parquet$/i.test(file)
    ? await parquetReadObjects({ file: await asyncBufferFromFile(file) })
    : /\.(ndjson|jsonl)$/i.test(file)
      ? readLines(file)
      : readCsv(file);
  if (!rows.length) throw new Error(`"${file}": no rows`);
  return rows;
};

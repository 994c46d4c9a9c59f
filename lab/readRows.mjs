import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';

const readLines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      if (!text.trim()) return [];
      try {
        const row = JSON.parse(text);
        if (row && typeof row === 'object' && !Array.isArray(row)) return [{ row, line: i + 1 }];
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

const numbered = (rows) => rows.map((row, i) => ({ row, line: i + 1 }));

/**
 * Sessions, one a row: CSV with a header line, NDJSON or Parquet, by the file's ending. In NDJSON each with the line it
 * stands in, elsewhere with its place among the rows.
 * @returns {Promise<{ row: Record<string, unknown>, line: number }[]>}
 */
export const readRows = async (file) => {
  if (!existsSync(file)) throw new Error(`"${file}": no such file`);
  const rows = /\.parquet$/i.test(file)
    ? numbered(await parquetReadObjects({ file: await asyncBufferFromFile(file) }))
    : /\.(ndjson|jsonl)$/i.test(file)
      ? readLines(file)
      : numbered(readCsv(file));
  if (!rows.length) throw new Error(`"${file}": no rows`);
  return rows;
};

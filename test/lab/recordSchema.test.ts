import Ajv from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { recordSchema } from '../../build/recordSchema.mjs';
import { simulate } from '../../lab/simulate.mjs';

test('what is simulated are records as they are published, but for the mark that they are simulated', async () => {
  const isRecord = new Ajv({ allowUnionTypes: true }).compile(recordSchema());
  const lines = await simulate({ visits: 200, lift: 0.1, holdout: 0.5, days: 10, seed: 3 });
  const records: Record<string, unknown>[] = lines.map((line: string) => JSON.parse(line));
  expect(records.length).toBeGreaterThan(500);
  expect(records.filter((one) => isRecord(one))).toEqual([]);
  expect(records.filter(({ simulated: _, ...one }) => !isRecord(one))).toEqual([]);
});

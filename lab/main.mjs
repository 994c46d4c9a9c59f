import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importTrees } from './importTrees.mjs';
import { onlineShoppers } from './onlineShoppers.mjs';
import { predict } from './predict.mjs';
import { readModel } from './readModel.mjs';
import { readRows } from './readRows.mjs';
import { train } from './train.mjs';

const usage = `usage: npm run lab -- train rows.csv --label Column --columns A,B,… --out model.json
         [--seed 1] [--name text] [--map map.json] [--report report.html]
         [--monotone feature:up,feature:down]
       npm run lab -- predict --model model.json rows.csv [--map map.json]
       npm run lab -- import trees.json --out model.json [--predicts purchase|churn] [--name text] [--map map.json]`;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const readJson = (what, file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${what} "${file}": ${error.message}`);
  }
};

/** `exits:up,pages-product:down`: more of it, likelier to leave, or less likely. */
const readMonotone = (text = '') =>
  Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((part) => {
        const [name, way] = part.trim().split(':');
        if (way !== 'up' && way !== 'down')
          throw new Error(`--monotone: expected feature:up or feature:down, got "${part}"`);
        return [name, way];
      }),
  );

const need = (value, what) => {
  if (!value) throw new Error(`${what} is missing\n${usage}`);
  return value;
};

const run = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(
      ['label', 'columns', 'out', 'seed', 'name', 'map', 'report', 'model', 'monotone', 'predicts'].map((name) => [
        name,
        { type: 'string' },
      ]),
    ),
  });
  const [command, file, ...more] = positionals;
  if (!['train', 'predict', 'import'].includes(command) || more.length) throw new Error(usage);
  const ownMap = values.map && readJson('map', values.map);
  if (command === 'predict') {
    const model = readModel(need(values.model, '--model'));
    const map = { ...onlineShoppers, ...model.card?.map, ...ownMap };
    const rows = await readRows(need(file, 'a file of rows'));
    process.stdout.write(
      predict(model, rows, map)
        .map((p) => `${p.toFixed(6)}\n`)
        .join(''),
    );
    return;
  }
  const out = need(values.out, '--out');
  const map = { ...onlineShoppers, ...ownMap };
  if (command === 'import') {
    const { predicts = 'purchase' } = values;
    if (predicts !== 'purchase' && predicts !== 'churn')
      throw new Error(`--predicts: expected purchase or churn, got "${predicts}"`);
    const model = importTrees(readJson('trees', need(file, 'a file of trees')), {
      name: values.name ?? basename(file),
      made: `waver ${version}`,
      predicts,
      rename: (column) => (Object.hasOwn(map, column) ? (map[column].feature ?? map[column]) : column),
    });
    writeFileSync(out, `${JSON.stringify(model)}\n`);
    return;
  }
  const label = need(values.label, '--label');
  const columns = need(values.columns, '--columns')
    .split(',')
    .map((column) => column.trim());
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed: expected a whole number, got "${values.seed}"`);
  const model = train(await readRows(need(file, 'a file of rows')), {
    label,
    columns,
    map,
    ownMap,
    seed,
    monotone: readMonotone(values.monotone),
    name: values.name ?? basename(file),
    made: `waver ${version}`,
    tell: (text) => process.stderr.write(`${text}\n`),
  });
  writeFileSync(out, `${JSON.stringify(model)}\n`);
  const { auc, logLoss, ece } = model.card;
  process.stderr.write(`AUC ${auc.mean} ± ${auc.sd}, log loss ${logLoss.mean}, ECE ${ece.mean} (5 x 2-fold)\n${out}\n`);
  if (!values.report) return;
  const { report } = await import('./report.mjs');
  writeFileSync(values.report, report(model));
  process.stderr.write(`${values.report}\n`);
};

// `| head` closes the pipe early: that is no fault.
process.stdout.on('error', () => process.exit());

run().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

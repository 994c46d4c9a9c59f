import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { importTrees } from './importTrees.mjs';
import { onlineShoppers } from './onlineShoppers.mjs';
import { predict } from './predict.mjs';
import { readExamples } from './readExamples.mjs';
import { readKnown } from './readKnown.mjs';
import { readModel } from './readModel.mjs';
import { reportCommand } from './reportCommand.mjs';
import { simulateCommand } from './simulateCommand.mjs';
import { stitchCommand } from './stitchCommand.mjs';
import { streamCommand } from './streamCommand.mjs';
import { train } from './train.mjs';

const usage = `usage: npm run lab -- train records.ndjson --out model.json
       npm run lab -- train rows.csv --label Column --columns A,B,… --out model.json
         [--weight Column] [--group Column] [--time Column]
         for both: [--seed 1] [--name text] [--map map.json] [--report report.html]
         [--monotone feature:up,feature:down]
       npm run lab -- predict --model model.json records.ndjson|rows.csv [--map map.json]
       npm run lab -- stream events.csv --session Column --time Column --event Column --from event --until event
         [--group Column] [--columns A,B,…] [--out model.json] [--seed 1] [--name text] [--note text]
       npm run lab -- import trees.json --out model.json [--predicts purchase|churn] [--name text] [--map map.json]
       npm run lab -- report records.ndjson [--out report.html] [--start 2026-11-01] [--holdout 0.1]
       npm run lab -- stitch records.ndjson --out shoppers.ndjson
       npm run lab -- simulate --out records.ndjson [--visits 20000] [--lift 0.1] [--holdout 0.1] [--days 60] [--seed 1]`;

const NAMES = 'label columns weight group time out seed name map report model monotone predicts';
const STREAM_NAMES = 'session event from until note';
const PROOF_NAMES = 'start holdout visits lift days';
const OPTIONS = `${NAMES} ${STREAM_NAMES} ${PROOF_NAMES}`.split(' ');

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const made = `waver ${version}`;

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
  if (process.argv.includes('--help')) throw new Error(usage);
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
  });
  const [command, file, ...more] = positionals;
  if (!['train', 'predict', 'stream', 'import', 'report', 'stitch', 'simulate'].includes(command) || more.length)
    throw new Error(usage);
  if (command === 'stream') return streamCommand(values, file, made);
  const ownMap = values.map && readJson('map', values.map);
  if (command === 'report') return reportCommand(values, file, made);
  if (command === 'stitch') return stitchCommand(values, file);
  if (command === 'simulate') return simulateCommand(values, file);
  if (command === 'predict') {
    const model = readModel(need(values.model, '--model'));
    const map = { ...onlineShoppers, ...model.card?.map, ...ownMap };
    const rows = await readKnown(need(file, 'a file of rows'));
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
      made,
      predicts,
      rename: (column) => (Object.hasOwn(map, column) ? (map[column].feature ?? map[column]) : column),
    });
    writeFileSync(out, `${JSON.stringify(model)}\n`);
    return;
  }
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`--seed: expected a whole number, got "${values.seed}"`);
  const tell = (text) => process.stderr.write(`${text}\n`);
  const { records, summary, ...examples } = await readExamples(need(file, 'a file of rows'), values, need);
  summary.forEach(tell);
  const model = train(records, {
    ...examples,
    map,
    ownMap,
    seed,
    monotone: readMonotone(values.monotone),
    name: values.name ?? basename(file),
    made,
    tell,
  });
  writeFileSync(out, `${JSON.stringify(model)}\n`);
  const { auc, logLoss, ece } = model.card;
  tell(`AUC ${auc.mean} ± ${auc.sd}, log loss ${logLoss.mean}, ECE ${ece.mean} (5 x 2-fold)\n${out}`);
  if (!values.report) return;
  const { report } = await import('./report.mjs');
  writeFileSync(values.report, report(model));
  tell(values.report);
};

// `| head` closes the pipe early: that is no fault.
process.stdout.on('error', () => process.exit());

run().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});

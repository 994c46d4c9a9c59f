import { drawSvg, INK, LINE } from './drawSvg.mjs';
import { toHtml } from './toHtml.mjs';

const axis = (name, more) => ({ type: 'value', name, nameLocation: 'middle', nameGap: 30, ...more });

const drawReliability = (table) =>
  drawSvg({
    xAxis: axis('predicted purchase', { min: 0, max: 1 }),
    yAxis: axis('observed', { min: 0, max: 1, nameGap: 36 }),
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        lineStyle: { type: 'dashed', color: '#999' },
      },
      {
        type: 'scatter',
        data: table,
        itemStyle: { color: LINE },
        symbolSize: ([, , rows]) => Math.max(5, Math.min(24, Math.sqrt(rows) / 2)),
      },
    ],
  });

const binNames = ({ edges, levels }) =>
  edges?.length === 0
    ? ['any']
    : edges
      ? [
          `< ${edges[0]}`,
          ...edges.map((edge, i) => (i === edges.length - 1 ? `≥ ${edge}` : `${edge} – ${edges[i + 1]}`)),
        ]
      : Array.isArray(levels)
        ? levels
        : Object.keys(levels);

const weightsOf = (table) => (table.edges ? table.weights : Object.values(table.levels));

/** All tables on one scale, or a feature that says nothing would look like one that decides. */
const scaleOf = (tables) => {
  const all = Object.values(tables).flatMap((table) => [...weightsOf(table), table.missing ?? 0]);
  return Math.ceil(Math.max(...all.map(Math.abs), 0.1) * 10) / 10;
};

const drawTable = (name, table, most) => {
  const weights = weightsOf(table);
  const names = binNames(table);
  const known = table.missing === undefined ? [] : [['missing', table.missing]];
  return drawSvg({
    title: { text: name, textStyle: { fontSize: 14, color: INK } },
    xAxis: {
      type: 'category',
      data: [...names, ...known.map(([word]) => word)],
      axisLabel: { rotate: 30, fontSize: 10 },
    },
    yAxis: axis('log-odds of leaving', { nameGap: 36, min: -most, max: most }),
    series: [{ type: 'bar', data: [...weights, ...known.map(([, weight]) => weight)], itemStyle: { color: LINE } }],
  });
};

const drawPair = ({ features, sides, weights }) => {
  const cells = weights.slice(0, -1).flatMap((row, i) => row.slice(0, -1).map((weight, j) => [i, j, weight]));
  const most = Math.max(...cells.map(([, , weight]) => Math.abs(weight)), 0.1);
  return drawSvg({
    title: { text: features.join(' × '), textStyle: { fontSize: 14, color: INK } },
    grid: { left: 96, right: 16, top: 44, bottom: 56 },
    xAxis: { type: 'category', data: binNames(sides[0]), axisLabel: { rotate: 30, fontSize: 10 } },
    yAxis: { type: 'category', data: binNames(sides[1]), axisLabel: { fontSize: 10 } },
    visualMap: { show: false, min: -most, max: most, inRange: { color: ['#2a9d8f', '#ffffff', '#c8553d'] } },
    series: [{ type: 'heatmap', data: cells, label: { show: true, fontSize: 9, color: INK } }],
  });
};

const figure = (name, { mean, sd }) => `<tr><th>${name}</th><td>${mean} ± ${sd}</td></tr>`;

/** What was learned, as one HTML page that needs nothing else. */
export const report = ({ name, churn, card }) => {
  const most = scaleOf(churn.tables);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(name)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; color: ${INK}; max-width: 56rem; margin: 2rem auto; padding: 0 1rem }
  th { text-align: left; padding-right: 2rem; font-weight: normal } svg { max-width: 100%; height: auto }
</style>
<h1>${toHtml(name)}</h1>
<p>${card.sessions ?? card.rows} sessions, ${card.purchases} with a purchase${card.from ? `, ${card.from} to ${card.to}` : ''}. ${toHtml(card.made)}, seed ${card.seed}.</p>
<h2>How good it is</h2>
<p>Two-fold cross-validation, five times: mean and standard deviation over ten models, each trained on half of the rows
and measured on the other half, before calibration.</p>
<table>
${figure('AUC', card.auc)}
${figure('log loss', card.logLoss)}
${figure('ECE, 15 bins', card.ece)}
${figure('Brier score', card.brier)}
</table>
<h2>Calibration</h2>
<p>On the dashed line 0.3 means three in ten. Larger dots stand for more sessions. Shipped with slope
${churn.calibration.slope} and offset ${churn.calibration.offset}.</p>
${drawReliability(card.reliability)}
<h2>Features</h2>
<p>What each value adds to the log-odds that the visit ends without a purchase; 0 is the average visit.</p>
${Object.entries(churn.tables)
  .map(([feature, table]) => drawTable(feature, table, most))
  .join('\n')}
${churn.pairs ? `<h2>Pairs</h2>\n<p>What two values say together, beyond what each says alone.</p>\n${churn.pairs.map(drawPair).join('\n')}` : ''}
</html>
`;
};

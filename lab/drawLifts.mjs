import { drawBoth, FONT, leftOf, percentAxis, quiet } from './drawBoth.mjs';
import { signed } from './figures.mjs';
import { PAINT } from './paint.mjs';

/** What a chart of lifts shows at most: beyond it an interval runs out of the picture. */
const EDGE = 2;

const STEPS = [0.05, 0.1, 0.2, 0.25, 0.5, 1];

/** All there is to see, on an axis of so many steps at most. */
const boundsOf = (rows, most) => {
  const known = rows
    .flatMap(({ least, most, estimate }) => [least, most, estimate])
    .filter((value) => value !== null)
    .map((value) => Math.max(-1, Math.min(EDGE, value)));
  const low = Math.min(-0.1, ...known);
  const high = Math.max(0.1, ...known);
  const count = (step) => Math.ceil(high / step) - Math.floor(low / step);
  const interval = STEPS.find((step) => count(step) <= most) ?? 1;
  return { min: Math.floor(low / interval) * interval, max: Math.ceil(high / interval) * interval, interval };
};

/** An interval with its estimate; where it has no end, it runs to the picture's edge. */
const drawInterval =
  (rows, { min, max }) =>
  (_, api) => {
    const row = rows[api.value(0)];
    const within = (value) => Math.max(min, Math.min(max, value));
    const at = (value) => api.coord([within(value), api.value(0)]);
    const [left, y] = at(row.least ?? min);
    const [right] = at(row.most ?? max);
    const rises = row.least > 0;
    const falls = row.most !== null && row.most < 0;
    const sure = rises || falls ? (rises === !row.isBad ? PAINT.good : PAINT.warm) : PAINT.soft;
    const isKnown = row.least !== null || row.most !== null;
    return {
      type: 'group',
      children: [
        ...(isKnown
          ? [
              {
                type: 'rect',
                shape: { x: left, y: y - 2, width: Math.max(1, right - left), height: 4 },
                style: { fill: sure },
              },
            ]
          : []),
        ...(isKnown && row.estimate !== null
          ? [{ type: 'circle', shape: { cx: at(row.estimate)[0], cy: y, r: 5 }, style: { fill: sure } }]
          : []),
        // It goes on beyond the picture.
        ...(isKnown && (row.most ?? Number.POSITIVE_INFINITY) > max
          ? [
              {
                type: 'polygon',
                shape: {
                  points: [
                    [right, y - 6],
                    [right + 8, y],
                    [right, y + 6],
                  ],
                },
                style: { fill: sure },
              },
            ]
          : []),
        ...(isKnown
          ? []
          : [
              {
                type: 'text',
                style: { text: 'not enough data yet', x: at(0)[0] + 6, y: y - 6, fill: PAINT.soft, fontSize: FONT },
              },
            ]),
      ],
    };
  };

/** Relative lifts, one under the other, each with its interval. `isBad`: the less of it, the better. */
export const drawLifts = (label, rows) => {
  return drawBoth(label, (width) => {
    const left = leftOf(width);
    const bounds = boundsOf(rows, width > 500 ? 8 : 3);
    return [
      {
        grid: { left, right: 20, top: 8, bottom: 28 },
        xAxis: percentAxis((value) => (value ? signed(value) : '0'), bounds),
        yAxis: {
          type: 'category',
          inverse: true,
          data: rows.map(({ name }) => name),
          ...quiet,
          axisLine: { show: false },
          axisLabel: { color: PAINT.ink, fontSize: FONT, width: left - 20, overflow: 'truncate' },
        },
        series: [
          {
            type: 'custom',
            renderItem: drawInterval(rows, bounds),
            data: rows.map((_, i) => [i]),
            encode: { y: 0 },
            markLine: {
              symbol: 'none',
              data: [{ xAxis: 0 }],
              label: { show: false },
              lineStyle: { color: PAINT.ink, type: 'solid', width: 1 },
            },
          },
        ],
      },
      44 + 34 * rows.length,
    ];
  });
};

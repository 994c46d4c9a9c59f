import { drawBoth, FONT, leftOf, percentAxis, quiet } from './drawBoth.mjs';
import { percent } from './figures.mjs';
import { PAINT } from './paint.mjs';

const ENDS = [
  ['accepted', PAINT.good],
  ['answered', PAINT.line],
  ['dismissed', PAINT.warm],
  ['expired', PAINT.sand],
  ['failed', PAINT.plum],
  ['left alone', PAINT.grey],
];

/** How popups ended, as shares of those that were due to be seen. */
export const drawEnds = (label, rows) =>
  drawBoth(label, (width) => {
    const left = leftOf(width);
    return [
      {
        legend: {
          top: 0,
          left: 0,
          width: width - 8,
          itemWidth: 12,
          itemHeight: 12,
          itemGap: 16,
          textStyle: { color: PAINT.ink, fontSize: FONT },
          inactiveColor: PAINT.grey,
        },
        grid: { left, right: 24, top: width > 500 ? 32 : 72, bottom: 28 },
        xAxis: percentAxis(percent, { max: 1, splitNumber: 2 }),
        yAxis: {
          type: 'category',
          inverse: true,
          data: rows.map(({ name }) => name),
          ...quiet,
          axisLabel: { color: PAINT.ink, fontSize: FONT, width: left - 20, overflow: 'truncate' },
        },
        series: ENDS.map(([end, color]) => ({
          name: end,
          type: 'bar',
          stack: 'ends',
          barMaxWidth: 20,
          data: rows.map(({ ends, all }) => (all ? ends[end] / all : 0)),
          itemStyle: { color },
        })),
      },
      (width > 500 ? 64 : 104) + 34 * rows.length,
    ];
  });

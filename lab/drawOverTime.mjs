import { drawBoth, FONT, percentAxis, quiet } from './drawBoth.mjs';
import { percent, shortDate } from './figures.mjs';
import { PAINT } from './paint.mjs';

/** A share over time, with the day on which popups began. */
export const drawOverTime = (label, points, start, colour) => {
  // No share is more than all: left to itself the axis would run to 120 %.
  const scale = points.some(({ share }) => share > 0.8) ? { max: 1, interval: 0.25 } : { splitNumber: 4 };
  return drawBoth(label, () => [
    {
      grid: { left: 48, right: 16, top: 28, bottom: 28 },
      xAxis: {
        type: 'category',
        data: points.map(({ at }) => shortDate(at)),
        boundaryGap: false,
        ...quiet,
        axisLabel: { ...quiet.axisLabel, hideOverlap: true, showMinLabel: true },
      },
      yAxis: percentAxis(percent, { min: 0, ...scale }),
      series: [
        {
          type: 'line',
          data: points.map(({ share }) => share ?? '-'),
          symbol: points.length > 1 ? 'none' : 'circle',
          lineStyle: { color: PAINT[colour], width: 2 },
          itemStyle: { color: PAINT[colour] },
          markLine:
            start < 0
              ? undefined
              : {
                  symbol: 'none',
                  data: [{ xAxis: start }],
                  lineStyle: { color: PAINT.ink, type: 'dashed', width: 1 },
                  label: { formatter: 'popups begin', color: PAINT.ink, fontSize: FONT, position: 'end' },
                },
        },
      ],
    },
    200,
  ]);
};

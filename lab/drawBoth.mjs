import { drawSvg } from './drawSvg.mjs';
import { PAINT, paint } from './paint.mjs';
import { toHtml } from './toHtml.mjs';

/** A drawing for a phone and one for a desk, in px: scaled down, the words of one could not be read on the other. */
const WIDTHS = { narrow: 328, wide: 760 };
export const FONT = 12;

/** @param {(width: number) => readonly [option: object, height: number]} options */
export const drawBoth = (label, options) =>
  Object.entries(WIDTHS)
    .map(([name, width]) => {
      const [option, height] = options(width);
      return `<div class="${name}">${paint(drawSvg(option, width, height), toHtml(label))}</div>`;
    })
    .join('\n');

/** Room for names, in px. */
export const leftOf = (width) => (width > 500 ? 240 : 136);

export const quiet = {
  axisLabel: { color: PAINT.soft, fontSize: FONT },
  axisLine: { lineStyle: { color: PAINT.faint } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: PAINT.faint } },
};
export const percentAxis = (format, more) => ({
  type: 'value',
  ...quiet,
  axisLabel: { ...quiet.axisLabel, formatter: format },
  ...more,
});

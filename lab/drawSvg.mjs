import * as echarts from 'echarts';

export const INK = '#2b2b33';
export const LINE = '#3d5a80';

/** A chart as SVG text: no script and no request in the page. */
export const drawSvg = (option, width = 420, height = 260) => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    textStyle: { color: INK },
    grid: { left: 56, right: 16, top: 44, bottom: 48 },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
};

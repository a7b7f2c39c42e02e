/** The same choropleth by ECharts 6 at its smallest: only the parts it needs, drawn as SVG. */
import { MapChart } from 'echarts/charts';
import { init, registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { loadOption, mapContainer } from './echarts-option.ts';

use([MapChart, SVGRenderer]);

const { geojson, option } = await loadOption();
registerMap('counties', geojson);
init(mapContainer()).setOption(option);

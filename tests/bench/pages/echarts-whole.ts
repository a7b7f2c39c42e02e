/** The same choropleth by the whole of ECharts 6, as pages have it that load `echarts.min.js`. */
import { init, registerMap } from 'echarts';
import { loadOption, mapContainer } from './echarts-option.ts';

const { geojson, option } = await loadOption();
registerMap('counties', geojson);
init(mapContainer()).setOption(option);

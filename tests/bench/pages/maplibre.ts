/**
 * The same choropleth by MapLibre alone, as its documentation would have it made for production:
 * one GeoJSON source, fills, lines, and names from local fonts; no base map, no fade.
 */
// The rival is the engine itself, outside the product.
import { Map as EngineMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';

setWorkerUrl(new URL(workerUrl, location.href).href);

new EngineMap({
  container: 'map',
  attributionControl: false,
  fadeDuration: 0,
  bounds: [
    [116.11, 38.46],
    [117.26, 40.1],
  ],
  fitBoundsOptions: { padding: 8 },
  style: {
    version: 8,
    sources: { counties: { type: 'geojson', data: '/counties.geojson' } },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': '#f1f1ed' } },
      { id: 'fill', type: 'fill', source: 'counties', paint: { 'fill-color': ['get', 'fill'] } },
      { id: 'border', type: 'line', source: 'counties', paint: { 'line-color': '#5c6f62' } },
      {
        id: 'name',
        type: 'symbol',
        source: 'counties',
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['sans-serif'],
          'text-size': 13,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': '#05100b', 'text-halo-color': '#ffffff', 'text-halo-width': 1 },
      },
    ],
  },
});

/** The choropleth as an option of ECharts: a colour for every county, names, no animation. */
import type { FeatureCollection } from 'geojson';

/** The map to register as `counties`, and the option that shows it. */
export async function loadOption() {
  const response = await fetch('/counties.geojson');
  const geojson = await response.text();
  const { features } = JSON.parse(geojson) as FeatureCollection<
    null,
    { name: string; fill: string }
  >;
  const option = {
    animation: false,
    series: [
      {
        type: 'map' as const,
        map: 'counties',
        roam: true,
        top: 8,
        bottom: 8,
        aspectScale: Math.cos((39.3 * Math.PI) / 180),
        label: { show: true, fontSize: 13, color: '#05100b' },
        data: features.map(({ properties: { name, fill } }) => ({
          name,
          itemStyle: { areaColor: fill, borderColor: '#5c6f62' },
        })),
      },
    ],
  };
  return { geojson, option };
}

export function mapContainer(): HTMLElement {
  const container = document.querySelector<HTMLElement>('#map');
  if (!container) throw new Error('The page has no #map.');
  return container;
}

/**
 * 天地图 (Tianditu, the national platform for geographic information) beneath the counties: vector
 * tiles drawn as images and their Chinese labels. Off unless the operator has given a key; the only
 * thing in this product that leaves the site.
 */
import type { RasterLayerSpecification, RasterSourceSpecification } from 'maplibre-gl';

export interface BaseMap {
  /** The operator's key for browser access (浏览器端). */
  readonly key: string;
  /** "天地图" and its review number, in the reader's language. */
  readonly attribution: string;
}

/** WMTS layers in `w` (EPSG:3857): `vec` the map, `cva` its labels. */
const layers = ['vec', 'cva'] as const;
const maxZoom = 18;

export function baseMapSources(base: BaseMap): Record<string, RasterSourceSpecification> {
  return Object.fromEntries(
    layers.map((layer): [string, RasterSourceSpecification] => [
      baseSourceId(layer),
      {
        type: 'raster',
        tiles: [tileUrl(layer, base.key)],
        tileSize: 256,
        maxzoom: maxZoom,
      },
    ]),
  );
}

export function baseMapLayers(): readonly RasterLayerSpecification[] {
  return layers.map((layer) => ({
    id: baseSourceId(layer),
    type: 'raster',
    source: baseSourceId(layer),
  }));
}

/** Whether a source is one of the base map's: an error there is a missing tile, no more. */
export function isBaseSource(sourceId: string): boolean {
  return layers.some((layer) => sourceId === baseSourceId(layer));
}

function baseSourceId(layer: (typeof layers)[number]): string {
  return `base-${layer}`;
}

/** OGC WMTS 1.0.0, key-value encoding; the service names its matrix sets `w` for EPSG:3857. */
function tileUrl(layer: string, key: string): string {
  const query = [
    'SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles',
    `LAYER=${layer}`,
    'TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
    `tk=${encodeURIComponent(key)}`,
  ];
  return `https://t0.tianditu.gov.cn/${layer}_w/wmts?${query.join('&')}`;
}

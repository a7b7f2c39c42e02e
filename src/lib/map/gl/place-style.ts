/** Sources and layers of the units that have a position: points, and areas where they were imported. */
import type { Feature, FeatureCollection, MultiPolygon, Point } from 'geojson';
import type {
  FillLayerSpecification,
  GeoJSONSourceSpecification,
  LineLayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapPlaces, PlacedUnit } from '../places-scene.ts';
import { placeFill, placeImageName } from './place-image.ts';
import type { StyleInput } from './style-input.ts';

/** The symbols of points, and those of areas. */
export const placeSymbolLayers = ['place-point', 'place-area-point'] as const;
export const placeAreaLayer = 'place-area';
const pointSource = 'place-points';
const areaSource = 'place-areas';

const nameSize = 13;

type PlaceInput = Pick<StyleInput, 'look' | 'fonts' | 'places'>;

/** None where there are no positions. */
export function placeSources({
  look,
  places,
}: PlaceInput): Readonly<Record<string, GeoJSONSourceSpecification>> {
  if (!places) return {};
  return {
    [areaSource]: {
      type: 'geojson',
      data: collection(places, (unit) => areaOf(unit, placeFill(look, unit.state))),
      // Simplified lines of two neighbours would come apart.
      tolerance: 0,
    },
    [pointSource]: {
      type: 'geojson',
      data: collection(places, (unit) => pointOf(unit, placeImageName(look, unit.state))),
    },
  };
}

/** What lies above the counties' colours and below their outlines. */
export function placeAreas({
  look,
  places,
}: PlaceInput): readonly (FillLayerSpecification | LineLayerSpecification)[] {
  if (!places || places.areaZoom === null) return [];
  const shared = { source: areaSource, minzoom: places.areaZoom } as const;
  return [
    {
      ...shared,
      id: placeAreaLayer,
      type: 'fill',
      paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': 0.85 },
    },
    {
      ...shared,
      id: 'place-outline',
      type: 'line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palettes[look].border, 'line-width': 0.75 },
    },
  ];
}

/**
 * What lies on top of everything: a symbol under a county's name could not be seen. The engine places
 * the topmost layer first, so the names below give way to every symbol.
 */
export function placePoints(input: PlaceInput): readonly SymbolLayerSpecification[] {
  const { places } = input;
  if (!places) return [];
  const { pointZoom, areaZoom } = places;
  const kinds = [
    ...(pointZoom === null ? [] : [{ isArea: false, minzoom: pointZoom }]),
    ...(areaZoom === null ? [] : [{ isArea: true, minzoom: areaZoom }]),
  ];
  return [...kinds.map((kind) => names(input, kind)), ...kinds.map((kind) => symbols(kind))];
}

interface Kind {
  readonly isArea: boolean;
  readonly minzoom: number;
}

function symbols({ isArea, minzoom }: Kind): SymbolLayerSpecification {
  return {
    id: isArea ? placeSymbolLayers[1] : placeSymbolLayers[0],
    type: 'symbol',
    source: pointSource,
    minzoom,
    filter: ['==', ['get', 'isArea'], isArea],
    layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true },
  };
}

/** They come at the next whole level, where the engine looks again: then there is room beside most. */
function names({ look, fonts }: PlaceInput, { isArea, minzoom }: Kind): SymbolLayerSpecification {
  const { selected, land } = palettes[look];
  return {
    id: isArea ? 'place-area-name' : 'place-name',
    type: 'symbol',
    source: pointSource,
    minzoom: Math.floor(minzoom) + 1,
    filter: ['==', ['get', 'isArea'], isArea],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['Semibold', ...fonts],
      'text-size': nameSize,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.9,
      'text-justify': 'auto',
    },
    paint: { 'text-color': selected, 'text-halo-color': land, 'text-halo-width': 2 },
  };
}

function collection<Geometry extends Point | MultiPolygon>(
  { units }: MapPlaces,
  of: (unit: PlacedUnit) => Feature<Geometry> | null,
): FeatureCollection<Geometry> {
  return {
    type: 'FeatureCollection',
    features: units.map(of).filter((feature) => feature !== null),
  };
}

function pointOf({ code, name, point, area, state }: PlacedUnit, image: string): Feature<Point> {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...point] },
    properties: { code, name, state, image, isArea: area !== undefined },
  };
}

function areaOf(
  { code, name, area, state }: PlacedUnit,
  fill: string,
): Feature<MultiPolygon> | null {
  if (!area) return null;
  const coordinates = area.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));
  return {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates },
    properties: { code, name, state, fill },
  };
}

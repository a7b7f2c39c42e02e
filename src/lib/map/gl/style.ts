/**
 * The MapLibre style of a scene: the same colours, patterns, outlines and labels as the SVG, as a
 * pure value. Without a base map it names no address at all. No `glyphs`: text, Chinese too, is
 * drawn from the fonts of the reader's machine.
 */
import type {
  ExpressionSpecification,
  FillLayerSpecification,
  LayerSpecification,
  LineLayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { lineHeight, nameSize, noteSize } from '../label.ts';
import { palettes } from '../palette.ts';
import { patternNames } from '../patterns.ts';
import { baseMapLayers, baseMapSources } from './base-map.ts';
import { contextFeatures, countyFeatures, labelFeatures } from './features.ts';
import { placeAreas, placePoints, placeSources } from './place-style.ts';
import type { StyleInput } from './style-input.ts';

export const countySource = 'counties';
export const countyLayer = 'county-fill';

/** Over a street map the generalised borders are visibly off: let what is beneath show. */
const opacityOverBase = 0.55;
/** Half the halo of `map.css`: a stroke lies on both sides of its line. */
const haloUnits = 5;
/** Width and dashes of a possible county's outline in viewBox units, as in `map.css`. */
const possibleUnits = 2.5;
const possibleDashes = [7, 5] as const;

export function mapStyle(input: StyleInput): StyleSpecification {
  const { scene, geometry, look, baseMap } = input;
  return {
    version: 8,
    sources: {
      context: { type: 'geojson', data: contextFeatures(geometry.context), tolerance: 0 },
      [countySource]: {
        type: 'geojson',
        data: countyFeatures(geometry.counties, scene, look),
        promoteId: 'code',
        // Simplified lines of two neighbours would come apart.
        tolerance: 0,
      },
      labels: { type: 'geojson', data: labelFeatures(scene, look) },
      ...placeSources(input),
      ...(baseMap ? baseMapSources(baseMap) : {}),
    },
    layers: [
      ...ground(input),
      ...areas(input),
      ...placeAreas(input),
      ...outlines(input),
      ...labels(input),
      ...placePoints(input),
    ],
  };
}

function ground({ look, baseMap, zoom }: StyleInput): readonly LayerSpecification[] {
  const { land, contextLine } = palettes[look];
  const line = (isApproximate: boolean): LineLayerSpecification => ({
    id: isApproximate ? 'context-approximate' : 'context-line',
    type: 'line',
    source: 'context',
    filter: ['==', ['get', 'isApproximate'], isApproximate],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': contextLine,
      'line-width': 1.5,
      ...(isApproximate ? { 'line-dasharray': dashes([2, 4], 1.5, zoom) } : {}),
    },
  });
  return [
    { id: 'land', type: 'background', paint: { 'background-color': land } },
    ...(baseMap ? baseMapLayers() : []),
    line(false),
    line(true),
  ];
}

function areas({ baseMap }: StyleInput): readonly FillLayerSpecification[] {
  return [
    {
      id: countyLayer,
      type: 'fill',
      source: countySource,
      paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': baseMap ? opacityOverBase : 1 },
    },
    ...patternNames.map((pattern): FillLayerSpecification => ({
      id: `county-${pattern}`,
      type: 'fill',
      source: countySource,
      filter: ['has', pattern],
      paint: { 'fill-pattern': ['get', pattern], 'fill-opacity': ['get', 'overlayOpacity'] },
    })),
  ];
}

function outlines({ look, pixelsPerUnit, zoom }: StyleInput): readonly LineLayerSpecification[] {
  const { border, selected, focus } = palettes[look];
  const possibleWidth = Math.max(1, possibleUnits * pixelsPerUnit);
  const outline = (
    id: string,
    paint: NonNullable<LineLayerSpecification['paint']>,
  ): LineLayerSpecification => ({
    id,
    type: 'line',
    source: countySource,
    layout: { 'line-join': 'round' },
    paint,
  });
  return [
    outline('county-border', { 'line-color': border, 'line-width': 1.25 }),
    {
      ...outline('county-possible', {
        'line-color': ['get', 'ink'],
        'line-width': possibleWidth,
        'line-dasharray': dashes(possibleDashes, possibleUnits, zoom),
      }),
      filter: ['get', 'isPossible'],
    },
    outline('county-selected', { 'line-color': selected, 'line-width': widthWhile('selected', 3) }),
    outline('county-hovered', { 'line-color': selected, 'line-width': widthWhile('hovered', 2.5) }),
    outline('county-focused', { 'line-color': focus, 'line-width': widthWhile('focused', 4) }),
  ];
}

function labels({ pixelsPerUnit, fonts }: StyleInput): readonly SymbolLayerSpecification[] {
  const label = (
    isContext: boolean,
    text: ExpressionSpecification,
    size: number,
  ): SymbolLayerSpecification => ({
    id: isContext ? 'context-label' : 'county-label',
    type: 'symbol',
    source: 'labels',
    filter: ['==', ['get', 'isContext'], isContext],
    layout: {
      'text-field': text,
      // MapLibre reads the weight from the first family's name; no font of that name is looked for.
      'text-font': isContext ? [...fonts] : ['Semibold', ...fonts],
      'text-size': size * pixelsPerUnit,
      'text-line-height': lineHeight,
      'text-letter-spacing': isContext ? 0.12 : 0,
      'text-max-width': 100,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: {
      'text-color': ['get', 'ink'],
      'text-halo-color': ['get', 'halo'],
      'text-halo-width': haloUnits * pixelsPerUnit,
    },
  });
  const noteFont: ExpressionSpecification = ['literal', [...fonts]];
  return [
    label(true, ['to-string', ['get', 'name']], noteSize),
    label(
      false,
      [
        'format',
        ['get', 'name'],
        {},
        '\n',
        {},
        ['get', 'note'],
        { 'font-scale': noteSize / nameSize, 'text-font': noteFont },
      ],
      nameSize,
    ),
  ];
}

/** Dashes of those lengths on a line of that width, as they are to look at that zoom. */
function dashes(lengths: readonly number[], width: number, zoom: number): number[] {
  const stretch = 2 ** (zoom - Math.floor(zoom));
  return lengths.map((length) => length / width / stretch);
}

/** A width where the feature is in that state, else none. */
function widthWhile(state: string, width: number): ExpressionSpecification {
  return ['case', ['boolean', ['feature-state', state], false], width, 0];
}

/**
 * The scene as GeoJSON for MapLibre: county areas, label points and neighbours' borders, each with
 * the colours and patterns it is drawn in. Positions in degrees, CRS84.
 */
import type { FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { borderLines } from '../context-line.ts';
import type { ContextCollection, CountyCollection } from '../geometry.ts';
import { mixColours } from '../mix-colours.ts';
import { overlayId, overlaysOf, type Overlay } from '../overlay.ts';
import { palettes, type Look } from '../palette.ts';
import type { PatternName } from '../patterns.ts';
import { fromViewBox, type Frame } from '../projection.ts';
import type { ScenePlaces } from '../places-scene.ts';
import type { Scene, SceneContext, SceneCounty } from '../scene.ts';
import type { SceneLabel } from '../label.ts';

/** A scene without its paths: all that MapLibre needs, and what a page should be sent. */
export interface SceneState extends Pick<Scene, 'frame' | 'bounds'> {
  readonly counties: readonly Omit<SceneCounty, 'path'>[];
  readonly context: readonly Omit<SceneContext, 'path'>[];
  /** Left out: there are no positions to show. */
  readonly places?: ScenePlaces;
}

export type CountyFeatureProperties = {
  readonly code: string;
  readonly fill: string;
  readonly ink: string;
  readonly isPossible: boolean;
  readonly overlayOpacity: number;
} & { readonly [name in PatternName]?: string };

export interface LabelProperties {
  readonly name: string;
  readonly note: string;
  readonly ink: string;
  readonly halo: string;
  readonly isContext: boolean;
}

/** Share of its colour that a county keeps when the filter leaves it out; `map.css` has the same. */
const dimmedShare = 0.16;
const dimmedOverlay = 0.12;

export function countyFeatures(
  counties: CountyCollection,
  scene: SceneState,
  look: Look,
): FeatureCollection<Polygon | MultiPolygon, CountyFeatureProperties> {
  const byCode = new Map(scene.counties.map((county) => [county.code, county]));
  return {
    type: 'FeatureCollection',
    features: counties.features.flatMap(({ geometry, properties: { code } }) => {
      const county = byCode.get(code);
      if (!county) return [];
      return [{ type: 'Feature' as const, geometry, properties: countyProperties(county, look) }];
    }),
  };
}

function countyProperties(county: Omit<SceneCounty, 'path'>, look: Look): CountyFeatureProperties {
  const { land, classes } = palettes[look];
  const { fill, ink } = classes[county.paint];
  const images = overlaysOf(county).map((overlay) => [overlay.pattern, overlayId(look, overlay)]);
  return {
    code: county.code,
    fill: county.isShown ? fill : mixColours(fill, land, dimmedShare),
    ink,
    isPossible: county.isPossible,
    overlayOpacity: county.isShown ? 1 : dimmedOverlay,
    ...Object.fromEntries(images),
  };
}

/** A point for every label, those of the counties and those of the neighbours. */
export function labelFeatures(
  { frame, counties, context }: SceneState,
  look: Look,
): FeatureCollection<Point, LabelProperties> {
  const { land, classes, contextLabel } = palettes[look];
  const quiet = { ink: contextLabel, halo: land };
  return {
    type: 'FeatureCollection',
    features: [
      ...context.flatMap(({ label }) =>
        label ? [labelFeature(frame, label, { ...quiet, isContext: true })] : [],
      ),
      ...counties.map(({ label, paint, isShown }) => {
        const { fill, ink } = classes[paint];
        const colours = isShown ? { ink, halo: fill } : quiet;
        return labelFeature(frame, label, { ...colours, isContext: false });
      }),
    ],
  };
}

function labelFeature(
  frame: Frame,
  { x, y, lines, hasName }: SceneLabel,
  rest: Omit<LabelProperties, 'name' | 'note'>,
): FeatureCollection<Point, LabelProperties>['features'][number] {
  const [longitude, latitude] = fromViewBox(frame, [x, y]);
  const names = hasName ? 1 : lines.length;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      name: lines.slice(0, names).join('\n'),
      note: lines.slice(names).join('\n'),
      ...rest,
    },
  };
}

/** The borders of the neighbours, without the edges where their polygons were cut. */
export function contextFeatures(
  context: ContextCollection,
): FeatureCollection<MultiLineString, { readonly isApproximate: boolean }> {
  return {
    type: 'FeatureCollection',
    features: borderLines(context).map(({ lines, isApproximate }) => ({
      type: 'Feature',
      geometry: {
        type: 'MultiLineString',
        coordinates: lines.map((line) =>
          line.map(([longitude, latitude]) => [longitude, latitude]),
        ),
      },
      properties: { isApproximate },
    })),
  };
}

/**
 * Every pattern image a scene refers to, by name. Names begin with the look, so that the images of
 * one look stay when another is chosen.
 */
export function overlayImages(scene: SceneState, look: Look): ReadonlyMap<string, Overlay> {
  const overlays = scene.counties.flatMap(overlaysOf);
  return new Map(overlays.map((overlay) => [overlayId(look, overlay), overlay]));
}

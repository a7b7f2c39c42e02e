/** What the style needs to know of the page: the size labels have in the SVG, and its fonts. */
import { cameraFor, pixelsPerUnit } from '../projection.ts';
import type { Look } from '../palette.ts';
import type { MapPlaces } from '../places-scene.ts';
import type { SceneState } from './features.ts';
import type { CreateMapOptions } from './options.ts';
import type { BaseMap } from './base-map.ts';
import type { SiteGeometry } from '../geometry.ts';

export interface StyleInput {
  readonly scene: SceneState;
  readonly geometry: SiteGeometry;
  readonly look: Look;
  /** CSS px for one viewBox unit when the map opens: labels keep that size at every zoom. */
  readonly pixelsPerUnit: number;
  /** Zoom when the map opens. Between whole levels the engine stretches dashes up to twofold. */
  readonly zoom: number;
  /** Font families, first choice first. */
  readonly fonts: readonly string[];
  readonly baseMap: BaseMap | null;
  /** Where units lie; `null`: nothing to show, or not fetched yet. */
  readonly places: MapPlaces | null;
}

export function styleInput(
  { container, geometry, baseMap }: CreateMapOptions,
  {
    scene,
    look,
    places = null,
  }: { readonly scene: SceneState; readonly look: Look; readonly places?: MapPlaces | null },
): StyleInput {
  const { clientWidth, clientHeight } = container;
  return {
    scene,
    geometry,
    look,
    pixelsPerUnit: pixelsPerUnit(scene.frame, clientWidth, clientHeight),
    zoom: cameraFor(scene.frame, clientWidth, clientHeight).zoom,
    fonts: fontFamilies(getComputedStyle(container).fontFamily),
    baseMap: baseMap ?? null,
    places,
  };
}

/** The families of a CSS `font-family` value, without their quotes. */
export function fontFamilies(value: string): readonly string[] {
  const families = value.split(',').map((family) => family.trim().replace(/^(["'])(.*)\1$/, '$2'));
  return families.filter(Boolean);
}

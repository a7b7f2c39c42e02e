/** The geometry of a site in viewBox units: the same for every view, so worked out once. */
import type { ContextProperties, LonLat, SiteGeometry } from './geometry.ts';
import { borderLines } from './context-line.ts';
import { labelPlace } from './label-place.ts';
import { areaPath, gridPoints, linePath, ringsOf } from './path.ts';
import { boundsOf, frameOf, toViewBox, type Frame, type LonLatBounds } from './projection.ts';

/** Wide enough that whole units are finer than a pixel on any screen, up to a wall of 4K. */
const viewBoxWidth = 1000;
/** Room around the counties for their neighbours, as a share of the longer side. */
const margin = 0.035;

export interface ProjectedCounty {
  readonly code: string;
  readonly path: string;
  readonly label: readonly [x: number, y: number];
}

export interface ProjectedContext {
  readonly properties: ContextProperties;
  /** The borders that can be seen, as open lines. */
  readonly path: string;
  readonly label: readonly [x: number, y: number];
}

export interface ProjectedSite {
  readonly frame: Frame;
  /** Bounds of the counties, degrees. */
  readonly bounds: LonLatBounds;
  readonly counties: readonly ProjectedCounty[];
  readonly context: readonly ProjectedContext[];
}

const remembered = new WeakMap<SiteGeometry, ProjectedSite>();

/** The geometry in the frame of its counties; the answer is kept as long as the geometry is. */
export function projectSite(geometry: SiteGeometry): ProjectedSite {
  const known = remembered.get(geometry) ?? project(geometry);
  remembered.set(geometry, known);
  return known;
}

function project({ counties, context }: SiteGeometry): ProjectedSite {
  const rings = counties.features.map((feature) => ringsOf(feature.geometry));
  const bounds = boundsOf(rings.flat(2));
  const frame = frameOf(bounds, viewBoxWidth, margin);
  const toFrame = (position: LonLat) => toViewBox(frame, position);
  const lines = new Map(borderLines(context).map((border) => [border.code, border.lines]));
  return {
    frame,
    bounds,
    counties: counties.features.map(({ properties }, index) => ({
      code: properties.code,
      path: areaPath(rings[index] ?? [], toFrame),
      label:
        labelPlace((rings[index] ?? []).map((ring) => gridPoints(ring, toFrame))) ??
        toFrame(properties.label),
    })),
    context: context.features.map(({ properties }) => ({
      properties,
      path: linePath(lines.get(properties.code) ?? [], toFrame),
      label: toFrame(properties.label),
    })),
  };
}

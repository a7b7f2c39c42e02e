/** The geometry of a site in viewBox units: the same for every view, so worked out once. */
import type {
  ContextCollection,
  ContextProperties,
  CountyCollection,
  LonLat,
  SiteGeometry,
} from './geometry.ts';
import { borderLines } from './context-line.ts';
import { groundOf, type Ground } from './ground.ts';
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
  readonly ground: Ground;
}

type Outline = (CountyCollection | ContextCollection)['features'][number];

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
  const areaOf = ({ properties, geometry }: Outline) => ({
    code: properties.code,
    rings: ringsOf(geometry).map((ring) => gridPoints(ring, toFrame)),
  });
  const areas = counties.features.map(areaOf);
  // A stand-in outline (雄安) lies inside a real neighbour.
  const neighbours = context.features.toSorted(
    (a, b) => Number(b.properties.approximate) - Number(a.properties.approximate),
  );
  return {
    frame,
    bounds,
    ground: groundOf([...areas, ...neighbours.map(areaOf)], frame),
    counties: counties.features.map(({ properties }, index) => ({
      code: properties.code,
      path: areaPath(rings[index] ?? [], toFrame),
      label: labelPlace(areas[index]?.rings ?? []) ?? toFrame(properties.label),
    })),
    context: context.features.map(({ properties }) => ({
      properties,
      path: linePath(lines.get(properties.code) ?? [], toFrame),
      label: toFrame(properties.label),
    })),
  };
}

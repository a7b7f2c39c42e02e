/**
 * The neighbours of the map: clipped to the view, simplified to what can be seen there, and allowed
 * to run beneath the counties but not away from them.
 */
import {
  area,
  bbox,
  bboxPolygon,
  featureCollection,
  intersect,
  rewind,
  simplify,
  truncate,
} from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { ContextCollection, ContextProperties } from '../../src/lib/map/geometry.ts';
import { inCanonicalDirection, partsOf, simplifyArcs, type Unit } from './arcs.ts';
import { growLine } from './grow-line.ts';
import { labelPoint } from './label-point.ts';

type Outline = Polygon | MultiPolygon;

/** Beyond the counties the view shows this share of their extent on each side. */
const margin = 0.12;
/** About 400 m: less than two pixels where the whole prefecture fills a screen. */
const tolerance = 0.004;
/** About 2 km: beneath the counties nobody sees how far a neighbour runs. */
const growth = 0.02;
/** About 100 m: less than half a pixel there. */
const unseen = 0.001;
const decimals = 4;
/** A clipped corner smaller than this (m²) tells nobody anything. */
const smallestPart = 10_000_000;

/** Short names for the map. 雄安新区 is no division: the source unites three counties. */
const names: Readonly<Record<string, { name: string; nameEn: string; approximate?: true }>> = {
  '110000': { name: '北京', nameEn: 'Beijing' },
  '120000': { name: '天津', nameEn: 'Tianjin' },
  '130100': { name: '石家庄', nameEn: 'Shijiazhuang' },
  '130200': { name: '唐山', nameEn: 'Tangshan' },
  '130600': { name: '保定', nameEn: 'Baoding' },
  '130700': { name: '张家口', nameEn: 'Zhangjiakou' },
  '130800': { name: '承德', nameEn: 'Chengde' },
  '130900': { name: '沧州', nameEn: 'Cangzhou' },
  '131100': { name: '衡水', nameEn: 'Hengshui' },
  XIONGAN: { name: '雄安新区', nameEn: "Xiong'an New Area", approximate: true },
};

function clip(code: string, geometry: Outline, view: Feature<Polygon>): Unit | undefined {
  const subject: Feature<Outline> = { type: 'Feature', properties: {}, geometry };
  const clipped = intersect(featureCollection<Outline>([subject, view]));
  if (!clipped) return undefined;
  // Right-hand rule first: `growLine` reads from the direction which side is the neighbour's.
  // `rewind` is typed for any GeoJSON but answers what it was given.
  const wound = rewind(clipped) as Feature<Outline>;
  return { code, geometry: truncate(wound.geometry, { precision: 6 }) };
}

function withoutSpecks(geometry: Outline): MultiPolygon {
  const parts = partsOf(geometry).filter(
    (part) => area({ type: 'Polygon', coordinates: [...part] }) >= smallestPart,
  );
  return { type: 'MultiPolygon', coordinates: parts.map((part) => [...part]) };
}

function simplifyLine(line: readonly Position[]): readonly Position[] {
  return simplify({ type: 'LineString', coordinates: [...line] }, { tolerance, highQuality: true })
    .coordinates;
}

function feature(unit: Unit): Feature<Outline, ContextProperties> | undefined {
  const rounded = truncate(withoutSpecks(unit.geometry), { precision: decimals });
  const [only, ...more] = rounded.coordinates;
  const name = names[unit.code];
  if (!only || !name) return undefined;
  const geometry: Outline = more.length === 0 ? { type: 'Polygon', coordinates: only } : rounded;
  const { approximate = false, ...texts } = name;
  const label = labelPoint(geometry);
  return {
    type: 'Feature',
    id: unit.code,
    properties: { code: unit.code, ...texts, approximate, label },
    geometry,
  };
}

/** The view: the counties' extent and a margin around it. */
function viewOf(counties: FeatureCollection<Outline>): Feature<Polygon> {
  const [west, south, east, north] = bbox(counties);
  const [dx, dy] = [(east - west) * margin, (north - south) * margin];
  return bboxPolygon([west - dx, south - dy, east + dx, north + dy]);
}

/** `context.geojson` from the neighbours' full outlines. The prefecture itself is left out. */
export function contextOf(
  neighbours: FeatureCollection<Outline, { readonly code: string }>,
  counties: FeatureCollection<Outline, { readonly code: string }>,
  prefecture: string,
): ContextCollection {
  const view = viewOf(counties);
  const units = neighbours.features
    .filter(({ properties }) => properties.code !== prefecture)
    .flatMap(({ properties, geometry }) => clip(properties.code, geometry, view) ?? []);
  const own = counties.features.map(({ properties, geometry }) => ({
    code: properties.code,
    geometry,
  }));
  const ownCodes = new Set(own.map(({ code }) => code));
  const simplified = simplifyArcs(units, own, (line, across) =>
    across !== undefined && ownCodes.has(across)
      ? growLine(line, growth, unseen)
      : inCanonicalDirection(line, simplifyLine),
  );
  return {
    type: 'FeatureCollection',
    features: simplified.flatMap((unit) => feature(unit) ?? []),
  };
}

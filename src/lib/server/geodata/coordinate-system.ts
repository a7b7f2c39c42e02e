/**
 * The coordinate system that a file names, in a .prj (WKT of ESRI or OGC) or in the `crs` member of
 * older GeoJSON. Only systems that can be converted exactly are taken: those on WGS-84 or CGCS2000.
 * Beijing 1954 and Xi'an 1980 differ from place to place by tens to a hundred metres, by parameters that
 * are not published, so that whoever holds such a file has to have it converted.
 */
import proj4 from 'proj4';
import type { GeodataRefused } from './place-feature.ts';
import { refused } from './place-feature.ts';
import type { ToDegrees } from './place-geometry.ts';

export interface CoordinateSystem {
  readonly status: 'known';
  readonly name: string;
  readonly datum: 'wgs84' | 'cgcs2000';
  readonly toDegrees: ToDegrees;
}

export type NamedSystem = CoordinateSystem | { readonly status: 'none' } | GeodataRefused;

const longestWkt = 8192;
const notConvertible =
  /xi_?'?an.?_?1980|xian.?80|beijing.?_?1954|beijing.?54|krass?[ao]v?s?ky|西安|北京/i;
const cgcs2000 =
  /china_?2000|china.geodetic.coordinate.system.2000|cgcs_?2000|chinese_2000|国家大地坐标系/i;
const wgs84 = /wgs_?(19)?84/i;
/** The projections that maps of China are kept in; proj4 knows more, some of which never end. */
const projections = new Set([
  'Gauss_Kruger',
  'Gauss Kruger',
  'Transverse_Mercator',
  'Transverse Mercator',
  'Mercator_Auxiliary_Sphere',
  'Popular Visualisation Pseudo Mercator',
]);

/** Names are shown to people: short, and without what steers a terminal. */
function shown(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll('_', ' ')
    .slice(0, 80);
}

/** The system of a .prj. */
export function systemOfWkt(text: string): NamedSystem {
  const wkt = text.replace(/^\uFEFF/, '').trim();
  if (wkt === '') return { status: 'none' };
  const name = shown(/^[A-Z_0-9]+\s*[[(]\s*"([^"]*)"/i.exec(wkt)?.[1] ?? wkt);
  if (notConvertible.test(wkt)) return refused('system-not-convertible', { system: name });
  const datum = cgcs2000.test(wkt) ? 'cgcs2000' : wgs84.test(wkt) ? 'wgs84' : null;
  if (datum === null || wkt.length > longestWkt) return refused('system-unknown', { system: name });
  try {
    const projection: object = proj4.Proj(wkt);
    const kind = 'projName' in projection ? projection.projName : null;
    if (kind === 'longlat') return { status: 'known', name, datum, toDegrees: null };
    if (typeof kind !== 'string' || !projections.has(kind))
      return refused('system-unknown', { system: name });
    return { status: 'known', name, datum, toDegrees: inDegrees(wkt) };
  } catch {
    // proj4 throws at WKT that is cut off, or names a projection it has none of.
    return refused('system-unknown', { system: name });
  }
}

function inDegrees(definition: string): ToDegrees {
  const converter = proj4(definition, 'EPSG:4326');
  return (position) => {
    try {
      return converter.forward(position);
    } catch {
      // Far outside the projection: said of the feature as a position that is nowhere.
      return [NaN, NaN];
    }
  };
}

/** Gauss-Krüger on the ellipsoid of CGCS2000, whose flattening is that of GRS 80 to nine digits. */
function gaussKruger(meridian: number, falseEasting: number): string {
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m`;
}

interface CodeRange {
  readonly first: number;
  readonly last: number;
  readonly definition: (index: number) => string;
}

/** The EPSG register's projected systems of CGCS2000, with zone numbers before the easting and without. */
const gaussKrugerCodes: readonly CodeRange[] = [
  { first: 4491, last: 4501, definition: (i) => gaussKruger(75 + 6 * i, (13 + i) * 1e6 + 5e5) },
  { first: 4502, last: 4512, definition: (i) => gaussKruger(75 + 6 * i, 5e5) },
  { first: 4513, last: 4533, definition: (i) => gaussKruger(75 + 3 * i, (25 + i) * 1e6 + 5e5) },
  { first: 4534, last: 4554, definition: (i) => gaussKruger(75 + 3 * i, 5e5) },
];

/** Xi'an 1980, Beijing 1954, and what is projected from them. */
const oldCodes = [
  [2327, 2390],
  [2401, 2442],
  [4214, 4214],
  [4610, 4610],
  [21413, 21483],
] as const;

function systemOfEpsg(code: number): NamedSystem {
  const name = `EPSG:${code}`;
  if (oldCodes.some(([first, last]) => code >= first && code <= last))
    return refused('system-not-convertible', { system: name });
  if (code === 4326 || code === 4979)
    return { status: 'known', name, datum: 'wgs84', toDegrees: null };
  if (code === 4490 || code === 4480)
    return { status: 'known', name, datum: 'cgcs2000', toDegrees: null };
  if (code === 3857 || code === 900913)
    return { status: 'known', name, datum: 'wgs84', toDegrees: inDegrees('EPSG:3857') };
  if (code >= 32643 && code <= 32653) {
    const definition = `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m`;
    return { status: 'known', name, datum: 'wgs84', toDegrees: inDegrees(definition) };
  }
  const range = gaussKrugerCodes.find(({ first, last }) => code >= first && code <= last);
  if (!range) return refused('system-unknown', { system: name });
  const toDegrees = inDegrees(range.definition(code - range.first));
  return { status: 'known', name, datum: 'cgcs2000', toDegrees };
}

/**
 * The system of the `crs` member of GeoJSON as of 2008. Without one RFC 7946 says WGS-84, but so many
 * Chinese files without one are in GCJ-02 that nothing follows from it.
 */
export function systemOfCrs(crs: unknown): NamedSystem {
  if (crs === undefined || crs === null) return { status: 'none' };
  const named = typeof crs === 'string' ? crs : (JSON.stringify(crs) ?? '');
  if (/CRS:?84/i.test(named))
    return { status: 'known', name: 'CRS84', datum: 'wgs84', toDegrees: null };
  const code = /EPSG(?:::?|\/0\/|:[\d.]*:)(\d{4,6})\b/i.exec(named)?.[1];
  return code === undefined
    ? refused('system-unknown', { system: shown(named) })
    : systemOfEpsg(Number(code));
}

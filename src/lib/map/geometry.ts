/**
 * What the map draws: polygons in CRS84 (WGS-84, longitude before latitude, RFC 7946) with the
 * names and label places the files carry. Types only: reading and checking is the server's part.
 */
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** Longitude and latitude in degrees. */
export type LonLat = readonly [longitude: number, latitude: number];

/** A county of the map. */
export interface CountyProperties {
  readonly code: string;
  readonly name: string;
  /** The point inside that lies farthest from the boundary, so that a label fits. */
  readonly label: LonLat;
}

/** A neighbour, clipped to the view, drawn beneath the counties to say where they lie. */
export interface ContextProperties {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  /** True where the outline is no administrative boundary but a stand-in (雄安新区). */
  readonly approximate: boolean;
  readonly label: LonLat;
}

export type CountyCollection = FeatureCollection<Polygon | MultiPolygon, CountyProperties>;
export type ContextCollection = FeatureCollection<Polygon | MultiPolygon, ContextProperties>;

/** The two layers of the map. */
export interface SiteGeometry {
  readonly counties: CountyCollection;
  readonly context: ContextCollection;
}

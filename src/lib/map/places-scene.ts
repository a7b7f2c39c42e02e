/** What the interactive map asks for to show where townships or villages lie. Types only. */
import type { DivisionCode } from '../domain/division.ts';
import type { UnitState } from '../domain/register-unit.ts';
import type { LonLat } from './geometry.ts';

/** Part of what a page sends where there are positions to show; without any, nothing is sent. */
export interface ScenePlaces {
  /** Where they are to be had, fetched no sooner than they can be seen. */
  readonly href: string;
  /** The zoom from which the points can be told apart, or the areas seen, whichever comes first. */
  readonly zoom: number;
  /** The address of a unit: its code stands between the two. */
  readonly link: readonly [before: string, after: string];
  /** What the states are called. */
  readonly words: Readonly<Record<UnitState, string>>;
}

/** One unit with its position and how it stands. */
export interface PlacedUnit {
  readonly code: DivisionCode;
  readonly name: string;
  readonly state: UnitState;
  /** Where its symbol stands: the point, or a point of the area. */
  readonly point: LonLat;
  /** Its outlines as GeoJSON has them, where it is more than a point. */
  readonly area?: readonly (readonly (readonly LonLat[])[])[];
}

/** The answer of `/map-places.json`. */
export interface MapPlaces {
  readonly units: readonly PlacedUnit[];
  /** The zoom from which the points can be told apart; the areas seen. `null`: there are none. */
  readonly pointZoom: number | null;
  readonly areaZoom: number | null;
}

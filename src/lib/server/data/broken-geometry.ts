/** For tests: ways to move and bend the real boundaries. */
import type { Break } from './broken-data.ts';
import type { DataCopy, Json } from './data-copy.ts';

export type Move = (position: [number, number]) => readonly number[];

export function movePositions(value: Json, move: Move): Json {
  if (!Array.isArray(value)) return value;
  return typeof value[0] === 'number'
    ? move([value[0], value[1]])
    : value.map((inner) => movePositions(inner, move));
}

export function moveFeature(feature: Json, move: Move): void {
  feature.geometry.coordinates = movePositions(feature.geometry.coordinates, move);
  const { label } = feature.properties;
  if (label) feature.properties.label = move(label);
}

export const moveAll =
  (file: string, move: Move): Break =>
  (copy) =>
    copy.json(file, ({ features }) => features.forEach((f: Json) => moveFeature(f, move)));

export const counties =
  (change: (features: Json) => void): Break =>
  (copy) =>
    copy.json('counties.geojson', ({ features }) => change(features));

export const ring = (features: Json, index = 0): Json => features[index].geometry.coordinates[0];
export const all =
  (...breaks: readonly Break[]): Break =>
  (copy: DataCopy) =>
    breaks.forEach((breakIt) => breakIt(copy));

/** A sound GeoJSON file and its pieces, to be broken one at a time. */
import type { GeodataRefusal } from '../../src/lib/domain/geodata.ts';
import type { BadGeoFile, ExpectedReading } from './geo-file.ts';

type Content = string | Uint8Array;

function bytesOf(content: Content): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

export function refuses(name: string, reason: GeodataRefusal, content: () => Content): BadGeoFile {
  return { name, make: () => bytesOf(content()), expect: { refused: reason } };
}

export function reads(name: string, expected: ExpectedReading, content: () => Content): BadGeoFile {
  return { name, make: () => bytesOf(content()), expect: { read: expected } };
}

export const village = { code: '131002999001', name: '虚构村' };
export const township = { code: '131002999', name: '虚构乡' };

export function feature(geometry: unknown, properties: object = village): object {
  return { type: 'Feature', properties, geometry };
}

export function file(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export const point = { type: 'Point', coordinates: [116.772, 39.285] };
export const good = file(feature(point));
/** `good` with its coordinates written so. */
export const at = (coordinates: string): string => good.replace('[116.772,39.285]', coordinates);

export function many(text: string, times: number): string {
  return `{"type":"FeatureCollection","features":[${`${text},`.repeat(times - 1)}${text}]}`;
}

/** So many members, none like another. */
export function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `"k${index}":0,`).join('');
}

export function polygon(...rings: readonly (readonly number[])[][]): object {
  return feature({ type: 'Polygon', coordinates: rings }, township);
}

/** A square of so many degrees, counter-clockwise. */
export function square(x: number, y: number, size: number): number[][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

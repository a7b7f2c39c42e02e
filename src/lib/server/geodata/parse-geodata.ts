/** Places from files of any format, told by their bytes; names decide only what bytes leave open. */
import { refused, type GeodataFile, type ReadGeodata } from './place-feature.ts';
import { readGeojson } from './read-geojson.ts';
import { readShapefiles } from './shapefile/read-shapefiles.ts';
import { unpack } from './shapefile/unpack.ts';
import { sizeRefusal } from './size-refusal.ts';

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6);
}

/** What a text begins with, past a byte order mark, spaces, and the NULs of UTF-16. */
function firstCharacter(bytes: Uint8Array): string {
  const skipped = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 0x20, 0x09, 0x0a, 0x0d]);
  const first = bytes.subarray(0, 4096).find((byte) => !skipped.has(byte));
  return first === undefined ? '' : String.fromCharCode(first);
}

/** Runs in the process that calls it; `readGeodata` keeps it off the server's. */
export async function parseGeodata(files: readonly GeodataFile[]): Promise<ReadGeodata> {
  const tooLarge = sizeRefusal(files);
  if (tooLarge) return tooLarge;
  const [first] = files;
  if (first === undefined) return refused('empty');
  if (files.length > 1) return readShapefiles(files);
  if (isZip(first.bytes)) {
    const unpacked = await unpack(first.bytes);
    return unpacked.status === 'refused' ? unpacked : readShapefiles(unpacked.files);
  }
  if (startsWith(first.bytes, 0, 0, 0x27, 0x0a)) return refused('no-dbf', { layer: first.name });
  if (/\.dbf$/i.test(first.name)) return refused('no-shp');
  if (/^[[{]$/.test(firstCharacter(first.bytes))) return readGeojson(first.bytes);
  if (/\.zip$/i.test(first.name)) return refused('zip-damaged');
  if (/\.(?:geo)?json$/i.test(first.name)) return readGeojson(first.bytes);
  return refused('not-geodata');
}

import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { decodePng } from './png.ts';

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // The reader does not check the sum: what Chromium hands over has not travelled.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)]);
}

/** Rows begin with the number of their filter (ISO/IEC 15948 §9). */
function png(width: number, rows: readonly (readonly number[])[], colour = 2): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, colour, 0, 0, 0], 8);
  const data = deflateSync(Buffer.from(rows.flat()));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it.each([
  ['none', 0, [4, 5, 6]],
  ['sub', 1, [3, 3, 3]],
  ['up', 2, [4, 5, 6]],
  ['average', 3, [4, 4, 5]],
  ['Paeth', 4, [3, 3, 3]],
] as const)('undoes the filter %s in a first row', (_, filter, filtered) => {
  const image = png(2, [[filter, 1, 2, 3, ...filtered]]);
  expect([...decodePng(image).bytes]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('predicts from the row above', () => {
  const image = png(1, [
    [0, 10, 20, 30],
    [2, 1, 1, 1],
    [4, 1, 1, 1],
    [3, 1, 1, 1],
  ]);
  expect([...decodePng(image).bytes]).toEqual([10, 20, 30, 11, 21, 31, 12, 22, 32, 7, 12, 17]);
});

it('refuses a picture with a palette', () => {
  expect(() => decodePng(png(1, [[0, 1]], 3))).toThrow('colour type 3');
});

/** Makes a screenshot small: pictures of a page have few colours, so each pixel is one byte. */
import { crc32, deflateSync } from 'node:zlib';
import { decodePng, type Bitmap } from '../../tests/bench/png.ts';

const mostColours = 256;

/** The same picture with a palette of its 256 most frequent colours, the others the nearest of these. */
export function paletted(png: Buffer): Buffer {
  const bitmap = decodePng(png);
  const { width, height } = bitmap;
  const counts = new Map<number, number>();
  for (const colour of coloursOf(bitmap)) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostColours)
    .map(([colour]) => colour);
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const rows = Buffer.alloc(height * (width + 1));
  let at = 0;
  for (const colour of coloursOf(bitmap)) {
    // Each row begins with the number of its filter: none, the best for a palette (§12.7).
    if (at % (width + 1) === 0) at += 1;
    let index = indexOf.get(colour);
    if (index === undefined) {
      index = nearest(palette, colour);
      indexOf.set(colour, index);
    }
    rows[at] = index;
    at += 1;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => parts(colour)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Every pixel as 0xRRGGBB, row by row. */
function* coloursOf({ bytes, channels }: Bitmap): Generator<number> {
  for (let at = 0; at < bytes.length; at += channels) {
    yield ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  }
}

function parts(colour: number): readonly [red: number, green: number, blue: number] {
  return [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];
}

function nearest(palette: readonly number[], colour: number): number {
  const [red, green, blue] = parts(colour);
  let best = 0;
  let least = Infinity;
  for (const [index, candidate] of palette.entries()) {
    const [r, g, b] = parts(candidate);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** A chunk of a PNG (ISO/IEC 15948 §5.3): length, name, data, sum over name and data. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

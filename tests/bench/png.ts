/** Reads the PNG that Chromium writes for a frame: 8 bits a channel, RGB or RGBA, not interlaced. */
import { inflateSync } from 'node:zlib';

/** Rows of `channels` bytes a pixel, from the top left. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly bytes: Uint8Array;
}

const signatureLength = 8;

/** Decodes a PNG (ISO/IEC 15948). Throws on one of another kind. */
export function decodePng(file: Buffer): Bitmap {
  const width = file.readUInt32BE(signatureLength + 8);
  const height = file.readUInt32BE(signatureLength + 12);
  const [depth, colour, , , interlace] = file.subarray(signatureLength + 16, signatureLength + 21);
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlace !== 0) {
    throw new Error(`A PNG of depth ${depth}, colour type ${colour}, interlace ${interlace}.`);
  }
  const channels = colour === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = signatureLength; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(data));
  return { width, height, channels, bytes: unfilter(rows, width * channels, height, channels) };
}

/** Undoes the five filters of a row (§9.2). */
function unfilter(rows: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)];
    const from = y * (stride + 1) + 1;
    const to = y * stride;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (bytes[to + x - channels] ?? 0) : 0;
      const up = y > 0 ? (bytes[to + x - stride] ?? 0) : 0;
      const upLeft = x >= channels && y > 0 ? (bytes[to + x - stride - channels] ?? 0) : 0;
      const raw = rows[from + x] ?? 0;
      bytes[to + x] = raw + predict(filter, left, up, upLeft);
    }
  }
  return bytes;
}

function predict(filter: number | undefined, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - upLeft;
      const toLeft = Math.abs(estimate - left);
      const toUp = Math.abs(estimate - up);
      const toUpLeft = Math.abs(estimate - upLeft);
      if (toLeft <= toUp && toLeft <= toUpLeft) return left;
      return toUp <= toUpLeft ? up : upLeft;
    }
    default:
      return 0;
  }
}

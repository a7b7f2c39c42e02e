/**
 * When a map can be read, by pixels alone: the first frame that agrees with the finished map in
 * its box, everywhere and where there is ink (outlines and names, a few pixels among many).
 */
import type { Bitmap } from './png.ts';

/** In pixels of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the map is, and what lies over it that is no part of the map: buttons that come later. */
export interface Region {
  readonly box: Box;
  readonly covered: readonly Box[];
}

export type Colour = readonly [red: number, green: number, blue: number];

export interface Agreement {
  /** Share (0–1) of all pixels of the box, and of its ink, that are as in the finished map. */
  readonly all: number;
  readonly ink: number;
}

/** Agreement from which a map counts as readable. */
export const readableFrom: Agreement = { all: 0.95, ink: 0.95 };

/** Levels (of 255) a channel may differ by: what compression and anti-aliasing leave. */
const tolerance = 16;
/** Levels from which two neighbours differ visibly. */
const inkContrast = 32;

export function isReadable({ all, ink }: Agreement): boolean {
  return all >= readableFrom.all && ink >= readableFrom.ink;
}

/** The pixels of the box, by offset of their first byte, at which the finished map has ink. */
export function inkOf(finished: Bitmap, region: Region): readonly number[] {
  const stride = finished.width * finished.channels;
  return offsets(finished, region).filter(
    (at) =>
      difference(finished, at, finished, at - finished.channels) > inkContrast ||
      difference(finished, at, finished, at - stride) > inkContrast,
  );
}

export function agreementOf(
  frame: Bitmap,
  finished: Bitmap,
  region: Region,
  ink: readonly number[],
): Agreement {
  if (frame.bytes.length !== finished.bytes.length) return { all: 0, ink: 0 };
  const agrees = (at: number): boolean => difference(frame, at, finished, at) <= tolerance;
  const pixels = offsets(finished, region);
  return {
    all: pixels.filter(agrees).length / pixels.length,
    ink: ink.filter(agrees).length / ink.length,
  };
}

/** The share (0–1) of the box that has this colour. */
export function shareOf(colour: Colour, image: Bitmap, region: Region): number {
  const pixels = offsets(image, region);
  const matching = pixels.filter((at) =>
    colour.every((level, channel) => Math.abs((image.bytes[at + channel] ?? 0) - level) <= 6),
  );
  return matching.length / pixels.length;
}

/** Every pixel of the map but its first row and column, which have no neighbour before them. */
function offsets({ width, height, channels }: Bitmap, { box, covered }: Region): number[] {
  const found: number[] = [];
  const right = Math.min(width, Math.floor(box.x + box.width));
  const bottom = Math.min(height, Math.floor(box.y + box.height));
  for (let y = Math.max(1, Math.ceil(box.y) + 1); y < bottom; y += 1) {
    for (let x = Math.max(1, Math.ceil(box.x) + 1); x < right; x += 1) {
      if (!covered.some((other) => isInside(x, y, other))) found.push((y * width + x) * channels);
    }
  }
  return found;
}

/** With a few pixels around, for a border and its shadow. */
function isInside(x: number, y: number, box: Box): boolean {
  const around = 4;
  return (
    x >= box.x - around &&
    x <= box.x + box.width + around &&
    y >= box.y - around &&
    y <= box.y + box.height + around
  );
}

/** The largest difference of a colour channel between two pixels. */
function difference(a: Bitmap, atA: number, b: Bitmap, atB: number): number {
  let most = 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const levels = Math.abs((a.bytes[atA + channel] ?? 0) - (b.bytes[atB + channel] ?? 0));
    if (levels > most) most = levels;
  }
  return most;
}

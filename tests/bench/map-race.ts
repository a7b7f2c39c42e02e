/** One run of one page of the comparison: when its map could be read, and what it weighed. */
import type { Browser, Page } from 'playwright-core';
import { loadPage, plain } from './load-page.ts';
import { decodePng, type Bitmap } from './png.ts';
import { phone } from './slow-phone.ts';
import {
  agreementOf,
  inkOf,
  isReadable,
  shareOf,
  type Box,
  type Colour,
  type Region,
} from './visual.ts';

export interface Racer {
  readonly name: string;
  readonly url: string;
  /** Selects the element that holds the map. */
  readonly map: string;
  /** Milliseconds after the load event by which the map has long been finished. */
  readonly stay: number;
}

export interface RaceRun {
  readonly name: string;
  /** Milliseconds from the start of the navigation to the first readable frame. */
  readonly readable: number;
  readonly firstContentfulPaint: number;
  readonly loadEvent: number;
  readonly requests: number;
  /** Bytes on the wire, headers included, of everything and of scripts. */
  readonly bytes: number;
  readonly scriptBytes: number;
  /** When each frame was shown: the resolution of `readable` is the distance to the one before. */
  readonly frames: readonly number[];
  /** From the first contentful paint, as the page reports it, to the frame nearest to it. */
  readonly frameLag: number;
  /** Agreement with the finished map just before the readable frame. */
  readonly before: number;
  readonly box: Box;
}

export interface Finished {
  readonly run: RaceRun;
  /** The finished map as a picture, for a person to look at. */
  readonly picture: Buffer;
}

/** Taller than a phone, for every page alike, so that all ten counties are in the picture. */
const tallPhone = { ...phone, viewport: { width: 390, height: 1280 } };

/** At least this share of the map is in the colours of the counties: else no map was drawn. */
const leastFilled = 0.02;
/** At least this share of the box is ink: ten outlines and ten names. */
const leastInk = 0.01;

/**
 * Loads the page as a phone on slow 4G does, and finds the first frame that is as the finished map.
 * Throws where what was finished is no map in these colours: then nothing was measured.
 */
export async function race(
  browser: Browser,
  racer: Racer,
  fills: readonly string[],
): Promise<Finished> {
  const load = await loadPage(
    browser,
    racer.url,
    {
      ...plain,
      context: tallPhone,
      isNetworkSlow: true,
      isProcessorSlow: true,
      recordsFrames: true,
      stay: racer.stay,
    },
    (page) => regionOf(page, racer.map),
  );
  if (load.status !== 200) throw new Error(`${racer.name}: status ${load.status}.`);
  if (!load.inspected) throw new Error(`${racer.name}: no map at ${racer.map}.`);
  const bitmaps = load.frames.map(({ png }) => decodePng(png));
  const last = bitmaps.at(-1);
  const picture = load.frames.at(-1)?.png;
  if (!last || !picture) throw new Error(`${racer.name}: no frame was shown.`);
  const region = load.inspected;
  const ink = inkOf(last, region);
  checkIsMap(racer.name, last, region, ink.length, fills);
  const agreements = bitmaps.map((bitmap) => agreementOf(bitmap, last, region, ink));
  const first = agreements.findIndex(isReadable);
  const times = load.frames.map(({ shownAt }) => shownAt - load.timeOrigin);
  const scripts = load.transfers.filter(({ url }) => /\.m?js(\?|$)/.test(url));
  const run = {
    name: racer.name,
    readable: times[first] ?? Number.NaN,
    firstContentfulPaint: load.observed.firstContentfulPaint,
    loadEvent: load.observed.loadEvent,
    requests: load.transfers.length,
    bytes: sum(load.transfers.map(({ bytes }) => bytes)),
    scriptBytes: sum(scripts.map(({ bytes }) => bytes)),
    frames: times,
    frameLag: lagOf(times, load.observed.firstContentfulPaint),
    before: agreements[first - 1]?.ink ?? 0,
    box: region.box,
  };
  return { run, picture };
}

/** The box of the map, and the boxes of the buttons over it: in CSS px, here also the frame's. */
async function regionOf(page: Page, map: string): Promise<Region | null> {
  const box = await page.locator(map).first().boundingBox();
  if (!box) return null;
  const buttons = await page.locator('button:visible').all();
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  const placed = boxes.filter((other) => other !== null);
  return { box, covered: placed.filter((other) => overlaps(other, box)) };
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The frame nearest to the paint, less the paint. */
function lagOf(times: readonly number[], paint: number): number {
  const lags = times.map((time) => time - paint);
  return lags.reduce((best, lag) => (Math.abs(lag) < Math.abs(best) ? lag : best), Infinity);
}

function checkIsMap(
  name: string,
  finished: Bitmap,
  region: Region,
  ink: number,
  fills: readonly string[],
): void {
  const { box } = region;
  const below = box.y + box.height - tallPhone.viewport.height;
  if (below > 0)
    throw new Error(`${name}: ${below.toFixed(0)} px of the map are below the screen.`);
  const filled = sum(fills.map((fill) => shareOf(colourOf(fill), finished, region)));
  if (filled < leastFilled) throw new Error(`${name}: the map shows no county (${filled}).`);
  const share = ink / (box.width * box.height);
  if (share < leastInk) throw new Error(`${name}: no outlines and names (${share}).`);
}

function colourOf(hex: string): Colour {
  const level = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [level(1), level(3), level(5)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

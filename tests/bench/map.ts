/**
 * How soon the map can be read on a phone on slow 4G with a 4× slower CPU: our home page against the
 * same choropleth by MapLibre alone and by ECharts, taking turns in one run, each load with an empty
 * cache. WebGL is drawn in software here; the bytes beside each time owe nothing to that. ECharts comes
 * twice: whole, as hand-made pages load it from `echarts.min.js`, and with only the parts a choropleth
 * needs. Both are judged (decision 0009).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choroplethOf } from './choropleth.ts';
import type { FigureId } from './figures.ts';
import { race, type Racer, type RaceRun } from './map-race.ts';
import type { Measurement, SectionResult } from './measurement.ts';
import { buildRivals, type Rival } from './rivals.ts';
import { serveFiles } from './static-server.ts';
import { formatSpread, median } from './statistics.ts';
import { launchSoftwareBrowser } from './software-browser.ts';

const ours = 'this site';
/** The drawing with a link on every county, not some icon before it. */
const mapOfSite = 'svg:has(a path)';
const dataDirectory = 'data';

/** `frames`: a folder for the finished maps as pictures, so that a person can see what was compared. */
export async function measureMap(
  origin: string,
  runs: number,
  frames: string | undefined,
): Promise<SectionResult> {
  const { fills } = choroplethOf(dataDirectory);
  const server = await serveFiles(await buildRivals(dataDirectory));
  const rival = (name: Rival): Racer => {
    return { name, url: `${server.origin}/${name}.html`, map: '#map', stay: 3_500 };
  };
  const racers: readonly Racer[] = [
    { name: ours, url: `${origin}/`, map: mapOfSite, stay: 2_500 },
    rival('maplibre'),
    rival('echarts'),
    rival('echarts-whole'),
  ];
  const browser = await launchSoftwareBrowser({ hasWebGL: true });
  const results: RaceRun[] = [];
  try {
    // Run 0 warms the browser (fonts, GPU process) and our cache; it is not counted.
    for (let run = 0; run <= runs; run += 1) {
      for (const racer of racers) {
        const { run: result, picture } = await race(browser, racer, fills);
        if (run > 0) results.push(result);
        if (frames !== undefined) savePicture(frames, racer.name, picture);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return {
    measurements: judge(results),
    raw: results.map((result) => ({ ...result, box: { ...result.box } })),
  };
}

function judge(results: readonly RaceRun[]): Measurement[] {
  const readable = (name: string): number[] =>
    results.filter((result) => result.name === name).map((result) => result.readable);
  const own = median(readable(ours));
  const against = (figure: FigureId, name: Rival): Measurement => ({
    kind: 'measured',
    figure,
    value: own / median(readable(name)),
    detail: `${own.toFixed(0)} ms against ${median(readable(name)).toFixed(0)} ms`,
  });
  return [
    { kind: 'measured', figure: 'mapReadable', value: own, detail: formatSpread(readable(ours)) },
    against('mapAgainstMapLibre', 'maplibre'),
    against('mapAgainstECharts', 'echarts-whole'),
    against('mapAgainstEChartsParts', 'echarts'),
    ...[...new Set(results.map(({ name }) => name))].map((name) => beside(name, results)),
  ];
}

function beside(name: string, results: readonly RaceRun[]): Measurement {
  const runs = results.filter((result) => result.name === name);
  const middle = (value: (run: RaceRun) => number): number => median(runs.map(value));
  return {
    kind: 'beside',
    what: `map readable, ${name}`,
    value: `${middle((run) => run.readable).toFixed(0)} ms`,
    detail:
      `${formatSpread(runs.map((run) => run.readable))}; ` +
      `first paint ${middle((run) => run.firstContentfulPaint).toFixed(0)} ms; ` +
      `${middle((run) => run.requests)} requests, ` +
      `${kilobytes(middle((run) => run.bytes))} in all, ` +
      `${kilobytes(middle((run) => run.scriptBytes))} of script; ` +
      `frame ${middle((run) => run.frameLag).toFixed(0)} ms from paint`,
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function savePicture(folder: string, name: string, picture: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name.replace(' ', '-')}.png`), picture);
}

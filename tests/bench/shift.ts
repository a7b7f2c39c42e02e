/**
 * How quiet the page is while it loads: layout shift of the whole load, and the time long tasks block
 * the main thread (the part of each beyond 50 ms) from the first contentful paint until 5 s after load.
 * On a phone MapLibre waits for intent; on a capable device it comes by itself when the page rests.
 */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { loadPage, plain, type Load } from './load-page.ts';
import type { Json, Measurement, SectionResult } from './measurement.ts';
import { phone } from './slow-phone.ts';
import { request } from './site.ts';
import { formatSpread, median } from './statistics.ts';
import { launchSoftwareBrowser } from './software-browser.ts';

interface Device {
  readonly name: 'phone' | 'capable device';
  readonly context: BrowserContextOptions;
  readonly isNetworkSlow: boolean;
  readonly cores: number;
}

const devices: readonly Device[] = [
  { name: 'phone', context: phone, isNetworkSlow: true, cores: 2 },
  {
    name: 'capable device',
    context: { viewport: { width: 1440, height: 900 } },
    isNetworkSlow: false,
    cores: 8,
  },
];

interface Quiet {
  readonly device: Device['name'];
  readonly path: string;
  /** Sum of all shifts without a session window: never less than Cumulative Layout Shift. */
  readonly shift: number;
  /** Milliseconds beyond 50 of every long task. */
  readonly blocking: number;
  /** The same, of tasks before the first script that was asked for after the load event. */
  readonly blockingAtRest: number;
  readonly longTasks: Json;
}

const paths = ['/', '/county/131082', '/method'];
const tolerated = 50;
const watched = 5_000;

export async function measureShift(origin: string, runs: number): Promise<SectionResult> {
  const browser = await launchSoftwareBrowser({ hasWebGL: true });
  const results: Quiet[] = [];
  const present = await pathsOf(origin);
  try {
    for (let run = 0; run <= runs; run += 1) {
      for (const device of devices) {
        for (const path of run < 2 ? present : ['/']) {
          const quiet = await measureOnce(browser, origin, path, device);
          if (run > 0) results.push(quiet);
        }
      }
    }
  } finally {
    await browser.close();
  }
  return { measurements: judge(results), raw: results.map((result) => ({ ...result })) };
}

/** The pages that are there. */
async function pathsOf(origin: string): Promise<readonly string[]> {
  const answers = await Promise.all(paths.map((path) => request(origin + path, 'gzip')));
  return paths.filter((_, index) => answers[index]?.status === 200);
}

async function measureOnce(
  browser: Browser,
  origin: string,
  path: string,
  device: Device,
): Promise<Quiet> {
  const { context, isNetworkSlow, cores, name } = device;
  const conditions = {
    ...plain,
    context,
    isNetworkSlow,
    cores,
    isProcessorSlow: true,
    stay: watched,
  };
  const load = await loadPage(browser, origin + path, conditions, async () => undefined);
  if (load.status !== 200) throw new Error(`${path}: status ${load.status}.`);
  const { shifts, longTasks } = load.observed;
  const takeOverAt = load.transfers.find(
    ({ type, startedAt }) => type === 'Script' && startedAt > load.observed.loadEvent,
  )?.startedAt;
  return {
    device: name,
    path,
    shift: shifts.reduce((total, { value }) => total + value, 0),
    blocking: blockingOf(load, Infinity),
    blockingAtRest: blockingOf(load, takeOverAt ?? Infinity),
    longTasks: longTasks.map((task) => ({ ...task })),
  };
}

/** Milliseconds of blocking by tasks that began between the first contentful paint and `until`. */
function blockingOf({ observed }: Load, until: number): number {
  return observed.longTasks
    .filter(({ at, duration }) => at + duration > observed.firstContentfulPaint && at < until)
    .reduce((total, { duration }) => total + Math.max(0, duration - tolerated), 0);
}

function judge(results: readonly Quiet[]): Measurement[] {
  const home = (device: Device['name']) =>
    results.filter((result) => result.device === device && result.path === '/');
  const shifts = results.map(({ shift }) => shift);
  const waiting = home('phone').map(({ blocking }) => blocking);
  const eager = home('capable device');
  return [
    {
      kind: 'measured',
      figure: 'layoutShift',
      value: Math.max(...shifts),
      detail: `the worst of ${results.length} loads on both devices`,
    },
    {
      kind: 'measured',
      figure: 'blockingTime',
      value: median(waiting),
      detail: `phone, slow 4G, MapLibre waits for intent; ${formatSpread(waiting)}`,
    },
    {
      kind: 'beside',
      what: 'blocking time, capable device, before MapLibre is asked for',
      value: `${median(eager.map((run) => run.blockingAtRest)).toFixed(0)} ms`,
      detail: `4× slower CPU; ${formatSpread(eager.map((run) => run.blockingAtRest))}`,
    },
    {
      kind: 'beside',
      what: 'blocking time, capable device, with MapLibre once idle',
      value: `${median(eager.map((run) => run.blocking)).toFixed(0)} ms`,
      detail: `WebGL in software; ${formatSpread(eager.map((run) => run.blocking))}`,
    },
    ...[...new Set(results.map(({ path }) => path))].slice(1).map((path): Measurement => {
      const blocking = results
        .filter((result) => result.path === path && result.device === 'phone')
        .map((result) => result.blocking);
      return {
        kind: 'beside',
        what: `blocking time, ${path}, phone`,
        value: `${median(blocking).toFixed(0)} ms`,
        detail: formatSpread(blocking),
      };
    }),
  ];
}

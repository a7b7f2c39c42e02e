/** One cold load of a page: what went over the wire, what the browser observed, what it showed. */
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { recordFrames, type Frame } from './screencast.ts';
import { slowNetwork, slowProcessor } from './slow-phone.ts';

export interface Conditions {
  readonly context: BrowserContextOptions;
  readonly isNetworkSlow: boolean;
  readonly isProcessorSlow: boolean;
  /** `Save-Data: on` and `navigator.connection.saveData`. */
  readonly savesData: boolean;
  readonly recordsFrames: boolean;
  /** Ask for gzip alone, so that bytes on the wire are gzip bytes; else what the browser offers. */
  readonly isGzipOnly: boolean;
  /** What `navigator.hardwareConcurrency` says; `null`: as the machine has it. */
  readonly cores: number | null;
  /** Milliseconds to stay on the page after its load event. */
  readonly stay: number;
}

export const plain: Conditions = {
  context: {},
  isNetworkSlow: false,
  isProcessorSlow: false,
  savesData: false,
  recordsFrames: false,
  isGzipOnly: false,
  cores: null,
  stay: 5_000,
};

/** One answer over the wire; times in ms since the page's time origin. */
export interface Transfer {
  readonly url: string;
  /** What CDP calls it: Document, Script, Fetch … */
  readonly type: string;
  readonly status: number;
  readonly encoding: string;
  /** Bytes on the wire, headers included (`encodedDataLength`). */
  readonly bytes: number;
  readonly startedAt: number;
}

export interface Load {
  readonly status: number;
  /** Epoch milliseconds at which the navigation began. */
  readonly timeOrigin: number;
  readonly transfers: readonly Transfer[];
  readonly observed: Observed;
  readonly frames: readonly Frame[];
}

/** What the page's own observers saw; milliseconds since the time origin. */
export interface Observed {
  readonly firstContentfulPaint: number;
  readonly loadEvent: number;
  readonly shifts: readonly { readonly at: number; readonly value: number }[];
  readonly longTasks: readonly { readonly at: number; readonly duration: number }[];
}

/** Loads the page in a fresh context with an empty cache, and hands the live page to `inspect`. */
export async function loadPage<T>(
  browser: Browser,
  url: string,
  conditions: Conditions,
  inspect: (page: Page) => Promise<T>,
): Promise<Load & { readonly inspected: T }> {
  const { savesData, isGzipOnly } = conditions;
  const context = await browser.newContext({
    ...conditions.context,
    extraHTTPHeaders: {
      ...(savesData && { 'Save-Data': 'on' }),
      ...(isGzipOnly && { 'Accept-Encoding': 'gzip' }),
    },
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    if (savesData) await session.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
    if (conditions.cores !== null) {
      const hardwareConcurrency = conditions.cores;
      await session.send('Emulation.setHardwareConcurrencyOverride', { hardwareConcurrency });
    }
    await page.addInitScript(observe);
    const transfers = followTransfers(session);
    const stopFrames = conditions.recordsFrames ? await recordFrames(session) : async () => [];
    if (conditions.isNetworkSlow) await slowNetwork(session);
    if (conditions.isProcessorSlow) await slowProcessor(session);
    const response = await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await page.waitForTimeout(conditions.stay);
    const frames = await stopFrames();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const hasScript = conditions.context.javaScriptEnabled !== false;
    const { timeOrigin, observed } = hasScript
      ? await page.evaluate(readObserved)
      : nothingObserved;
    const inspected = await inspect(page);
    return {
      status: response?.status() ?? 0,
      timeOrigin,
      transfers: transfers(timeOrigin),
      observed,
      frames,
      inspected,
    };
  } finally {
    await context.close();
  }
}

const nothingObserved = {
  timeOrigin: 0,
  observed: { firstContentfulPaint: 0, loadEvent: 0, shifts: [], longTasks: [] },
};

interface Seen {
  url: string;
  type: string;
  status: number;
  encoding: string;
  bytes: number;
  wallTime: number;
}

/** Notes every request of the page; the answer lists those that finished. */
function followTransfers(session: CDPSession): (timeOrigin: number) => Transfer[] {
  const seen = new Map<string, Seen>();
  const finished: Seen[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, type, wallTime }) => {
    // A data: URL goes over no wire.
    if (!request.url.startsWith('http')) return;
    seen.set(requestId, {
      url: request.url,
      type: type ?? 'Other',
      status: 0,
      encoding: 'identity',
      bytes: 0,
      wallTime,
    });
  });
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const transfer = seen.get(requestId);
    if (!transfer) return;
    const headers = new Map(
      Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    transfer.status = response.status;
    transfer.type = type;
    transfer.encoding = headers.get('content-encoding') ?? 'identity';
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = seen.get(requestId);
    if (!transfer) return;
    transfer.bytes = encodedDataLength;
    finished.push(transfer);
  });
  return (timeOrigin) =>
    finished.map(({ wallTime, ...transfer }) => ({
      ...transfer,
      startedAt: wallTime * 1000 - timeOrigin,
    }));
}

interface Notes {
  paint: number;
  shifts: { at: number; value: number }[];
  longTasks: { at: number; duration: number }[];
}

/** Runs in the page before anything of its own: notes paints, shifts and long tasks. */
function observe(): void {
  const notes: Notes = { paint: 0, shifts: [], longTasks: [] };
  Object.defineProperty(window, '__bench', { value: notes });
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  };
  watch('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') notes.paint = startTime;
  });
  watch('layout-shift', (entry) => {
    notes.shifts.push({
      at: entry.startTime,
      value: (entry as unknown as { value: number }).value,
    });
  });
  watch('longtask', ({ startTime, duration }) => {
    notes.longTasks.push({ at: startTime, duration });
  });
}

/** Runs in the page at the end. */
function readObserved() {
  const { paint, shifts, longTasks } = (window as unknown as { __bench: Notes }).__bench;
  const [navigation] = performance.getEntriesByType('navigation');
  const loadEvent = (navigation as PerformanceNavigationTiming).loadEventEnd;
  return {
    timeOrigin: performance.timeOrigin,
    observed: { firstContentfulPaint: paint, loadEvent, shifts, longTasks },
  };
}

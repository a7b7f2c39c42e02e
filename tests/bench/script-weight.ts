/** Which scripts a device fetches by itself, and whether the map engine is among them. */
import type { Browser } from 'playwright-core';
import { loadPage, plain, type Conditions, type Transfer } from './load-page.ts';
import { request } from './site.ts';
import { phone } from './slow-phone.ts';
import { launchSoftwareBrowser } from './software-browser.ts';

export interface ScriptWeight {
  readonly device: string;
  /** Whether DESIGN §9 lets the engine come by itself, once the page is idle. */
  readonly mayLoadEngine: boolean;
  /**
   * Script files and their bytes on the wire, headers included: all of them, or, where the engine may
   * come once the page is idle, those asked for up to the load event.
   */
  readonly files: number;
  readonly bytes: number;
  /** Where the engine may come: files and bytes asked for after the load event. */
  readonly filesWhenIdle: number;
  readonly bytesWhenIdle: number;
  /** Files that hold the engine itself. */
  readonly engineFiles: number;
  readonly transfers: readonly Transfer[];
}

interface Device {
  readonly device: string;
  readonly mayLoadEngine: boolean;
  readonly webgl: boolean;
  readonly conditions: Partial<Conditions>;
}

/** Milliseconds after the load event in which an idle page would have begun to load the engine. */
const stay = 6_000;
const desktop = { viewport: { width: 1440, height: 900 } };

const devices: readonly Device[] = [
  {
    device: 'save-data',
    mayLoadEngine: false,
    webgl: true,
    conditions: { context: desktop, savesData: true, cores: 8 },
  },
  {
    device: 'without WebGL2',
    mayLoadEngine: false,
    webgl: false,
    conditions: { context: desktop, cores: 8 },
  },
  {
    device: 'JavaScript off',
    mayLoadEngine: false,
    webgl: true,
    conditions: { context: { ...desktop, javaScriptEnabled: false } },
  },
  {
    device: 'phone on slow 4G',
    mayLoadEngine: false,
    webgl: true,
    conditions: { context: phone, isNetworkSlow: true, cores: 2 },
  },
  {
    device: 'capable device',
    mayLoadEngine: true,
    webgl: true,
    conditions: { context: desktop, cores: 8 },
  },
];

/** Text that only the engine's own code has: its version, and class names it writes. */
const engineMark = /maplibregl-canvas-container|MapLibre GL JS/;
/** Bytes of headers beyond which the wire and a plain request would not be the same file. */
const mostHeaders = 3_000;

export async function measureScripts(url: string): Promise<ScriptWeight[]> {
  const weights: ScriptWeight[] = [];
  for (const webgl of [true, false]) {
    const browser = await launchSoftwareBrowser({ hasWebGL: webgl });
    try {
      for (const device of devices.filter((each) => each.webgl === webgl)) {
        weights.push(await weighScripts(browser, url, device));
      }
    } finally {
      await browser.close();
    }
  }
  return weights;
}

async function weighScripts(
  browser: Browser,
  url: string,
  { device, mayLoadEngine, conditions }: Device,
): Promise<ScriptWeight> {
  const load = await loadPage(
    browser,
    url,
    { ...plain, isGzipOnly: true, stay, ...conditions },
    async () => undefined,
  );
  if (load.status !== 200) throw new Error(`${device}: status ${load.status}.`);
  const scripts = load.transfers.filter(isScript);
  let engineFiles = 0;
  for (const script of scripts) if (await isEngine(script)) engineFiles += 1;
  const rested = mayLoadEngine ? load.observed.loadEvent : Infinity;
  const before = scripts.filter(({ startedAt }) => startedAt <= rested);
  const idle = scripts.filter(({ startedAt }) => startedAt > rested);
  return {
    device,
    mayLoadEngine,
    files: before.length,
    bytes: sum(before),
    filesWhenIdle: idle.length,
    bytesWhenIdle: sum(idle),
    engineFiles,
    transfers: load.transfers,
  };
}

function isScript({ type, url }: Transfer): boolean {
  return type === 'Script' || /\.m?js(\?|$)/.test(url);
}

/** Reads the file once more by a plain request, and holds its bytes against those of the browser. */
async function isEngine({ url, bytes, encoding }: Transfer): Promise<boolean> {
  const wire = await request(url, 'gzip');
  const headers = bytes - wire.body.length;
  if (encoding !== 'gzip' || headers < 0 || headers > mostHeaders) {
    // A file too small to compress is served as it is.
    const isSmall = encoding === 'identity' && wire.body.length < 2_000;
    if (!isSmall)
      throw new Error(
        `${url}: ${bytes} bytes on the wire (${encoding}), ${wire.body.length} read.`,
      );
  }
  const text = await request(url, 'identity');
  return engineMark.test(text.body.toString());
}

function sum(transfers: readonly Transfer[]): number {
  return transfers.reduce((total, { bytes }) => total + bytes, 0);
}

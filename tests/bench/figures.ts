/** The figures of DESIGN §9 that this bench judges, and the only place where their limits stand. */

export const sections = [
  'weights',
  'map',
  'shift',
  'throughput',
  'progress',
  'office',
  'import',
] as const;
export type Section = (typeof sections)[number];

/** One figure: what is measured, its unit, and the bound it must keep. 1 kB is 1000 bytes. */
export interface Figure {
  readonly section: Section;
  readonly what: string;
  readonly unit: 'kB' | 'ms' | 'ratio' | 'count';
  readonly bound: 'at-most' | 'at-least';
  readonly limit: number;
}

const atMost = { bound: 'at-most' } as const;

export const figures = {
  homeHtml: {
    ...atMost,
    section: 'weights',
    what: 'home page, HTML with the map, gzip',
    unit: 'kB',
    limit: 30,
  },
  scriptBeforeTouch: {
    ...atMost,
    section: 'weights',
    what: 'JavaScript before anybody touches the page, gzip',
    unit: 'kB',
    limit: 60,
  },
  engineUninvited: {
    ...atMost,
    section: 'weights',
    what: 'MapLibre loads with save-data, without WebGL2 or without JavaScript',
    unit: 'count',
    limit: 0,
  },
  mapReadable: {
    ...atMost,
    section: 'map',
    what: 'map readable, slow 4G, 4× slower CPU',
    unit: 'ms',
    limit: 1200,
  },
  mapAgainstMapLibre: {
    ...atMost,
    section: 'map',
    what: 'map readable, against the same map by MapLibre alone',
    unit: 'ratio',
    limit: 0.25,
  },
  mapAgainstECharts: {
    ...atMost,
    section: 'map',
    what: 'map readable, against the same map by ECharts, as pages load it',
    unit: 'ratio',
    limit: 0.25,
  },
  mapAgainstEChartsParts: {
    ...atMost,
    section: 'map',
    what: 'map readable, against the same map by ECharts, only its needed parts',
    unit: 'ratio',
    limit: 0.25,
  },
  layoutShift: {
    ...atMost,
    section: 'shift',
    what: 'layout shift, whole load until idle',
    unit: 'ratio',
    limit: 0.02,
  },
  blockingTime: {
    ...atMost,
    section: 'shift',
    what: 'blocking time before intent, 4× slower CPU',
    unit: 'ms',
    limit: 150,
  },
  pageThroughput: {
    section: 'throughput',
    what: 'cached page, requests/s against nginx with the same bytes',
    unit: 'ratio',
    bound: 'at-least',
    limit: 1 / 3,
  },
  apiThroughput: {
    section: 'throughput',
    what: 'cached API answer, requests/s against nginx with the same bytes',
    unit: 'ratio',
    bound: 'at-least',
    limit: 1 / 3,
  },
  pageLatency: {
    ...atMost,
    section: 'throughput',
    what: 'cached page, p99 at 100 connections',
    unit: 'ms',
    limit: 50,
  },
  apiLatency: {
    ...atMost,
    section: 'throughput',
    what: 'cached API answer, p99 at 100 connections',
    unit: 'ms',
    limit: 50,
  },
  loadErrors: {
    ...atMost,
    section: 'throughput',
    what: 'errors at 100 connections, page and API',
    unit: 'count',
    limit: 0,
  },
  dropped: {
    ...atMost,
    section: 'throughput',
    what: 'at 500 connections: dropped, or refused without 503 and Retry-After',
    unit: 'count',
    limit: 0,
  },
  progress: {
    ...atMost,
    section: 'progress',
    what: 'progress of everything at any date, 10,000 events',
    unit: 'ms',
    limit: 5,
  },
  progressGrowth: {
    ...atMost,
    section: 'progress',
    what: 'time per event at 100× the events, against 1×',
    unit: 'ratio',
    limit: 1.5,
  },
  progressProvince: {
    ...atMost,
    section: 'progress',
    what: 'time per event in a province of the same events per unit, against 1×',
    unit: 'ratio',
    limit: 1.5,
  },
  approvalOnPages: {
    ...atMost,
    section: 'office',
    what: 'an approval on every open public page, 200 pages',
    unit: 'ms',
    limit: 1000,
  },
  writeTime: {
    ...atMost,
    section: 'office',
    what: 'a write while 50 people edit the same ten reports, p95',
    unit: 'ms',
    limit: 200,
  },
  lostUpdates: {
    ...atMost,
    section: 'office',
    what: 'updates lost or answered with neither 303 nor 409 meanwhile',
    unit: 'count',
    limit: 0,
  },
  importPreview: {
    ...atMost,
    section: 'import',
    what: 'preview of a ledger of 20,000 rows, while the pages are read',
    unit: 'ms',
    limit: 5000,
  },
  pagesMeanwhile: {
    ...atMost,
    section: 'import',
    what: 'public pages while a ledger of 20,000 rows is read, p99',
    unit: 'ms',
    limit: 500,
  },
} as const satisfies Record<string, Figure>;

export type FigureId = keyof typeof figures;

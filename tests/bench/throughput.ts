/**
 * How many readers a cached page and a cached API answer bear: our production server against nginx
 * with the very same bytes as a static file, taking turns on the same cores; then 500 connections,
 * first on the cached page, then on pages nobody has asked for before. nginx runs as it comes, with a
 * worker a core, and with one worker, which leaves wrk a core of its own; the faster one counts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { FigureId } from './figures.ts';
import { notMeasured, type Json, type Measurement, type SectionResult } from './measurement.ts';
import { startNginx } from './nginx.ts';
import { request } from './site.ts';
import { formatSpread, median } from './statistics.ts';
import { applyLoad, type LoadResult } from './wrk.ts';

const targets = { page: '/', api: '/api/v1/progress.json' } as const;
type Target = keyof typeof targets;

const rounds = 3;
const warmUpSeconds = 2;
const seconds = 10;
const readers = 100;
const crowd = 500;
const figureIds: readonly FigureId[] = [
  'pageThroughput',
  'apiThroughput',
  'pageLatency',
  'apiLatency',
  'loadErrors',
  'dropped',
];

const servers = ['ours', 'nginx', 'nginx with 1 worker'] as const;

interface Round {
  readonly server: (typeof servers)[number];
  readonly target: Target;
  readonly result: LoadResult;
}

export async function measureThroughput(origin: string): Promise<SectionResult> {
  const missing = ['wrk', 'nginx'].filter((command) => !isInstalled(command));
  if (missing.length > 0) {
    const why = `${missing.join(' and ')} not found on the PATH`;
    return { measurements: notMeasured(figureIds, why), raw: { why } };
  }
  const answers = {
    page: await request(origin + targets.page, 'gzip'),
    api: await request(origin + targets.api, 'gzip'),
  };
  for (const [name, { status }] of Object.entries(answers)) {
    if (status !== 200) throw new Error(`${name}: status ${status}.`);
  }
  const nginx = await startNginx(answers, 'auto');
  const single = await startNginx(answers, 1);
  const results: Round[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const target of ['page', 'api'] as const) {
        const urls = {
          ours: origin + targets[target],
          nginx: `${nginx.origin}/${target}`,
          'nginx with 1 worker': `${single.origin}/${target}`,
        };
        for (const server of servers) {
          const load = { url: urls[server], connections: readers };
          await applyLoad({ ...load, seconds: warmUpSeconds });
          const result = await applyLoad({ ...load, seconds });
          checkBytes(server, result, answers[target].body.length);
          results.push({ server, target, result });
        }
      }
    }
  } finally {
    await nginx.close();
    await single.close();
  }
  const crowds = await applyCrowds(origin);
  const after = await request(origin + targets.page, 'gzip');
  if (after.status !== 200 || !after.body.equals(answers.page.body)) {
    throw new Error(`After the load the page is another (${after.status}).`);
  }
  return {
    measurements: [
      ...(['page', 'api'] as const).flatMap((target) => judge(target, results)),
      judgeErrors(results),
      ...judgeCrowds(crowds),
    ],
    raw: {
      rounds: results.map(rawOf),
      crowds: { cached: { ...crowds.cached }, varied: { ...crowds.varied } },
    },
  };
}

/** Every answer came whole: else the servers would not have done the same work. */
function checkBytes(server: string, { bytes, requests }: LoadResult, body: number): void {
  const rounding = 0.99;
  if (bytes / requests < body * rounding) {
    throw new Error(`${server}: ${(bytes / requests).toFixed(0)} bytes an answer, not ${body}.`);
  }
}

type Crowds = Readonly<Record<'cached' | 'varied', LoadResult>>;

async function applyCrowds(origin: string): Promise<Crowds> {
  const script = join(import.meta.dirname, 'flood.lua');
  const load = { url: origin + targets.page, connections: crowd, seconds, script };
  const cached = await applyLoad(load);
  process.env['FLOOD'] = 'varied';
  const varied = await applyLoad(load);
  delete process.env['FLOOD'];
  return { cached, varied };
}

function judge(target: Target, results: readonly Round[]): Measurement[] {
  const of = (server: Round['server'], value: (result: LoadResult) => number): number[] =>
    results
      .filter((round) => round.server === server && round.target === target)
      .map((round) => value(round.result));
  const rates = (server: Round['server']): number[] =>
    of(server, ({ requestsPerSecond }) => requestsPerSecond);
  const rivals = ['nginx', 'nginx with 1 worker'] as const;
  const best = rivals.reduce((a, b) => (median(rates(a)) >= median(rates(b)) ? a : b));
  const p99 = of('ours', (result) => result.p99);
  const tell = (server: Round['server']): string =>
    `${median(rates(server)).toFixed(0)}/s (${formatSpread(rates(server))})`;
  return [
    {
      kind: 'measured',
      figure: `${target}Throughput`,
      value: median(rates('ours')) / median(rates(best)),
      detail: `${tell('ours')}; ${rivals.map((rival) => `${rival} ${tell(rival)}`).join('; ')}`,
    },
    {
      kind: 'measured',
      figure: `${target}Latency`,
      value: median(p99),
      detail: `${formatSpread(p99, 1)}; ${best} ${median(of(best, (result) => result.p99)).toFixed(1)} ms`,
    },
  ];
}

function judgeErrors(results: readonly Round[]): Measurement {
  const ours = results.filter(({ server }) => server === 'ours').map(({ result }) => result);
  const total = (value: (result: LoadResult) => number): number =>
    ours.reduce((sum, result) => sum + value(result), 0);
  return {
    kind: 'measured',
    figure: 'loadErrors',
    value: total(({ socketErrors, notSuccessful }) => socketErrors + notSuccessful),
    detail: `of ${total(({ requests }) => requests)} requests`,
  };
}

function judgeCrowds(crowds: Crowds): Measurement[] {
  const dropped = ({ socketErrors, counts }: LoadResult): number =>
    socketErrors + (counts['failed'] ?? Number.NaN);
  const tell = (name: keyof Crowds): Measurement => {
    const { requestsPerSecond, p99, counts, socketErrors } = crowds[name];
    return {
      kind: 'beside',
      what: `${crowd} connections, ${name === 'cached' ? 'cached page' : 'pages never asked for'}`,
      value: `${requestsPerSecond.toFixed(0)}/s`,
      detail:
        `p99 ${p99.toFixed(0)} ms; ${counts['served'] ?? 0} served, ${counts['refused'] ?? 0} refused ` +
        `with 503 and Retry-After, ${counts['failed'] ?? 0} otherwise, ${socketErrors} socket errors`,
    };
  };
  return [
    {
      kind: 'measured',
      figure: 'dropped',
      value: dropped(crowds.cached) + dropped(crowds.varied),
      detail: 'cached page, then pages never asked for; the page is served as before afterwards',
    },
    tell('cached'),
    tell('varied'),
  ];
}

function rawOf({ server, target, result }: Round): Json {
  return { server, target, ...result };
}

/** `wrk -v` exits with 1, so only whether it could be started counts. */
function isInstalled(command: string): boolean {
  return spawnSync(command, ['-v'], { stdio: 'ignore' }).error === undefined;
}

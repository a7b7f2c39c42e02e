/**
 * A ledger of 20,000 rows sent in through the office's page, while the public pages are being read: how
 * long until its preview is there, and what the readers notice. SQLite, the database a site starts with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inNewOffice } from '../../scripts/chaos/prepare-office.ts';
import type { Division } from '../../src/lib/domain/division.ts';
import { sentences } from '../../src/lib/i18n/sentences.ts';
import { office } from '../../src/lib/server/office.ts';
import { readModel } from '../../src/lib/server/site.ts';
import { employ } from '../office/employ.ts';
import { largeLedger } from './import-ledger.ts';
import { sendVisitors, type Visit } from './import-visitors.ts';
import type { Measurement, SectionResult } from './measurement.ts';
import { seededRandom, type Random } from './random.ts';
import { startSite } from './site.ts';
import { percentile } from './statistics.ts';

const rowCount = 20_000;
const uploads = 5;
const connections = 100;
/** One page a second for each. */
const perSecond = 100;
/** Milliseconds in which the readers are alone, before the first ledger and between two. */
const pause = 4_000;
const seed = 20_261_124;

interface Upload {
  readonly begun: number;
  readonly milliseconds: number;
  /** Until the site answered where the preview is. */
  readonly kept: number;
}

export async function measureImport(): Promise<SectionResult> {
  const varDir = mkdtempSync(join(tmpdir(), 'bench-import-'));
  try {
    const { cookie, divisions } = await inNewOffice(varDir, async () => {
      const who = { username: 'clerk', posts: ['city-clerk'] } as const;
      const { cookie: signedIn } = await employ(office().accounts, who);
      return { cookie: signedIn, divisions: readModel().site.data.divisions };
    });
    const started = await startSite('data', varDir);
    if (started.status === 'failed') throw new Error(started.why);
    try {
      return await measure(started.site.origin, cookie, divisions);
    } finally {
      await started.site.close();
    }
  } finally {
    rmSync(varDir, { recursive: true, force: true });
  }
}

async function measure(
  origin: string,
  cookie: string,
  divisions: readonly Division[],
): Promise<SectionResult> {
  const random = seededRandom(seed);
  // Made beforehand: making them is not what is measured.
  const ledgers = Array.from({ length: uploads }, () => largeLedger(divisions, rowCount, random));
  const visitors = sendVisitors({
    ...{ origin, connections, perSecond },
    paths: publicPaths(divisions, random),
  });
  const load = loadavg()[0] ?? 0;
  const told: Upload[] = [];
  for (const bytes of ledgers) {
    await wait(pause);
    told.push(await upload(origin, cookie, bytes));
  }
  return report(told, await visitors.leave(), load);
}

/**
 * What people open: the map and the register as most see them, and addresses nobody has asked for: another
 * day, a search, a page of a county, a township.
 */
function publicPaths(divisions: readonly Division[], random: Random): readonly string[] {
  const of = (level: Division['level']) => divisions.filter((each) => each.level === level);
  const [villages, townships, counties] = [of('village'), of('township'), of('county')];
  const pick = (from: readonly Division[]): Division | undefined => from[random.below(from.length)];
  const two = (number: number): string => String(number).padStart(2, '0');
  // More than are visited in one measurement.
  const rounds = Array.from({ length: 1_000 }, () => {
    const day = `20${two(10 + random.below(16))}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
    const search = encodeURIComponent(pick(villages)?.name.slice(0, 3) ?? '');
    return [
      ...['/', '/villages', '/', '/villages', '/', '/villages', '/'],
      `/?at=${day}`,
      `/villages?q=${search}&page=${1 + random.below(3)}`,
      random.chance(0.5)
        ? `/township/${pick(townships)?.code ?? ''}`
        : `/villages?county=${pick(counties)?.code ?? ''}&at=${day}`,
    ];
  });
  return rounds.flat();
}

/** As the browser does it: sends the form, follows to the preview, and reads it to its end. */
async function upload(origin: string, cookie: string, bytes: Uint8Array): Promise<Upload> {
  const headers = { cookie, origin, accept: 'text/html' };
  const form = new FormData();
  form.set('division', '131000');
  form.set('track', 'village');
  form.set('file', new Blob([new Uint8Array(bytes)]), '名单.xlsx');
  const [begun, start] = [Date.now(), performance.now()];
  const answer = await fetch(`${origin}/admin/import?/upload`, {
    method: 'POST',
    headers,
    body: form,
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  const said = await answer.text();
  if (answer.status !== 303 || location === null) {
    throw new Error(`The ledger was answered with ${answer.status}: ${said.slice(0, 400)}`);
  }
  const kept = performance.now() - start;
  const page = await (await fetch(new URL(location, origin), { headers })).text();
  const milliseconds = performance.now() - start;
  const total = sentences['zh-CN'].importing.rowTotal(rowCount);
  if (!page.includes(total)) throw new Error(`The preview does not say ${total}.`);
  return { begun, milliseconds, kept };
}

function report(told: readonly Upload[], visits: readonly Visit[], load: number): SectionResult {
  const isMeanwhile = ({ at }: Visit): boolean =>
    told.some(({ begun, milliseconds }) => at >= begun && at <= begun + milliseconds);
  const meanwhile = visits.filter(isMeanwhile);
  const alone = visits.filter((each) => !isMeanwhile(each));
  // One that did not come took for ever.
  const times = (of: readonly Visit[]): readonly number[] =>
    of.map(({ milliseconds }) => milliseconds ?? Infinity);
  const lost = (of: readonly Visit[]): string => {
    const without = of.filter(({ milliseconds }) => milliseconds === null);
    const said = [...new Set(without.map((each) => each.said))].join(', ');
    return `${without.length} without the page${said === '' ? '' : ` (${said})`}`;
  };
  const slowest = Math.max(...told.map(({ milliseconds }) => milliseconds));
  const median = percentile(
    told.map(({ milliseconds }) => milliseconds),
    0.5,
  );
  const measurements: Measurement[] = [
    {
      kind: 'measured',
      figure: 'importPreview',
      value: slowest,
      detail: `slowest of ${told.length}, from sending to the whole page; median ${median.toFixed(0)} ms; load average ${load.toFixed(1)} before`,
    },
    {
      kind: 'measured',
      figure: 'pagesMeanwhile',
      value: percentile(times(meanwhile), 0.99),
      detail: `${meanwhile.length} visits at ${perSecond}/s, ${connections} connections, three in ten never asked for; median ${percentile(times(meanwhile), 0.5).toFixed(0)} ms, ${lost(meanwhile)}`,
    },
    {
      kind: 'beside',
      what: 'the same pages without an import, p99',
      value: `${percentile(times(alone), 0.99).toFixed(0)} ms`,
      detail: `${alone.length} visits; median ${percentile(times(alone), 0.5).toFixed(0)} ms, ${lost(alone)}`,
    },
  ];
  return {
    measurements,
    raw: {
      uploads: told.map(({ milliseconds, kept }) => ({ milliseconds, kept })),
      meanwhile: meanwhile.map(({ milliseconds }) => milliseconds),
      alone: alone.map(({ milliseconds }) => milliseconds),
    },
  };
}

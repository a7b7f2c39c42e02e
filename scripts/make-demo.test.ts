/** The demonstration: made anew it is the same, and every outcome and kind of event is in it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { addDays } from '../src/lib/domain/date.ts';
import { knowledgeOf } from '../src/lib/domain/knowledge.ts';
import { outcomes, type Outcome } from '../src/lib/domain/outcome.ts';
import { progress } from '../src/lib/domain/progress.ts';
import { readDataDirectory } from '../src/lib/server/data/read-data-directory.ts';
import { makeDemo } from './demo/demo-files.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

function siteOf(name: string) {
  const read = readDataDirectory(pathOf(name));
  if (read.status === 'invalid') throw new Error(`${name} does not validate`);
  return read.site.data;
}

const real = siteOf('.');
const demo = siteOf('demo');
const defaultSeed = 2020;

/** First day, in steps of ten, on which each outcome holds for some target. */
function firstDays(data: typeof demo): ReadonlyMap<Outcome, string> {
  const knowledge = knowledgeOf(data);
  const found = new Map<Outcome, string>();
  for (let day = '2020-01-01'; day < '2026-11-23'; day = addDays(day, 10)) {
    for (const { id, outcome } of progress(knowledge, day)) {
      if (!found.has(outcome)) found.set(outcome, `${day} ${id}`);
    }
  }
  return found;
}

describe('the demonstration', () => {
  it.each(['programme', 'status'] as const)('makes %s.json again, byte for byte', async (name) => {
    const made = makeDemo(real.programme, real.divisions, real.status.sources, defaultSeed)[name];
    const options = { ...(await resolveConfig(pathOf('demo/x.json'))), parser: 'json' };
    const text = await format(JSON.stringify(made), options);
    expect(text).toBe(readFileSync(pathOf(`demo/${name}.json`), 'utf8'));
  });

  it.each([defaultSeed, 1, 99])(
    'has every outcome at some date, whatever the seed (%i)',
    (seed) => {
      const { programme, status } = makeDemo(
        real.programme,
        real.divisions,
        real.status.sources,
        seed,
      );
      const found = firstDays({ ...real, programme, status });
      expect([...found.keys()].toSorted()).toEqual([...outcomes].toSorted());
    },
  );

  it('says of every source but the real boundaries that it is invented', () => {
    const open = demo.status.sources.filter(
      ({ title, publisher }) => !title.startsWith('演示：') || publisher !== '演示（虚构）',
    );
    expect(open.map(({ id }) => id)).toEqual([demo.programme.map.source]);
    expect(demo.status.sources.some(({ documentNumber }) => documentNumber)).toBe(false);
    expect(demo.programme.demonstration).toBe(true);
    expect(demo.programme.name['zh-CN']).toContain('演示数据');
  });
});

describe('in the demonstration there is', () => {
  const { events, statements, reporting } = demo.status;
  const reached = events.filter((event) => event.kind === 'reached');
  const rows: readonly (readonly [string, boolean])[] = [
    ...['refused', 'withdrawn', 'revoked', 'monitored', 'warned', 'publicised'].map(
      (stage) => [`an event ${stage}`, reached.some((event) => event.stage === stage)] as const,
    ),
    ['a correction', reached.some(({ retracts }) => retracts !== undefined)],
    ['a retraction', events.some(({ kind }) => kind === 'retraction')],
    ['an inference', reached.some(({ certainty }) => certainty === 'inferred')],
    ['a year without a day', reached.some(({ effective }) => effective.length === 4)],
    ['a month without a day', reached.some(({ effective }) => effective.length === 7)],
    [
      'an award recorded months late',
      reached.some(
        ({ stage, effective, recordedAt }) =>
          stage === 'named' && effective.length === 10 && addDays(effective, 90) < recordedAt,
      ),
    ],
    [
      'a county whose reports end early',
      reporting.every((r) => r.division !== '131028' || (r.completeTo ?? '') < '2025'),
    ],
    [
      'a county that never reports villages',
      !reporting.some((r) => r.division === '131028' && r.track === 'village'),
    ],
    ['a statement', statements.length > 0],
    [
      'no event before its effect',
      reached.every((e) => e.effective.slice(0, 10) <= e.recordedAt.slice(0, e.effective.length)),
    ],
  ];

  it.each(rows)('%s', (_, holds) => {
    expect(holds).toBe(true);
  });

  it.each(['township', 'village'])('a batch of each year on the track %s', (track) => {
    const years = new Set(reached.filter((e) => e.track === track && e.batch).map((e) => e.batch));
    for (const year of [2020, 2021, 2022, 2023, 2024, 2025]) expect(years).toContain(`${year}年度`);
  });

  it('a county on each step of the national road', () => {
    const track = demo.programme.tracks.find(({ id }) => id === 'national');
    const stages = new Set(reached.filter((e) => e.track === 'national').map((e) => e.stage));
    const missing = track?.stages.map(({ id }) => id).filter((id) => !stages.has(id));
    // Revocation of a title is shown on the other tracks.
    expect(missing).toEqual(['revoked']);
  });
});

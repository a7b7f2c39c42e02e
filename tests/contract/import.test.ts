import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/lib/domain/status.ts';
import { statusText } from '../../src/lib/export/status-as-of.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { formatFault } from '../../src/lib/server/data/fault.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { databaseSource } from '../../src/lib/server/facts/database-source.ts';
import { importFacts, planImport } from '../../src/lib/server/facts/import-facts.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { fileSource } from '../../src/lib/server/file-source.ts';
import { databases } from './databases.ts';
import { audit, now, openSeeded, verifyLog } from './site.ts';

const site = await fileSource(realData).read();
const { status } = site.data;

const addition: Status = {
  sources: [{ id: 'N1', title: '关于命名的通知', publisher: '省林业和草原局' }],
  statements: [],
  events: [
    {
      id: 'N1-1',
      division: '131082',
      track: 'provincial',
      recordedAt: '2026-02-01T00:00:00.000Z',
      source: 'N1',
      kind: 'reached',
      stage: 'named',
      effective: '2026-01-20',
      certainty: 'confirmed',
    },
  ],
  reporting: [
    {
      division: '131082',
      track: 'provincial',
      completeTo: '2026-01-31',
      recordedAt: '2026-02-01T00:00:00.000Z',
      source: 'N1',
    },
  ],
  quotas: [
    {
      id: 'N1-q1',
      division: '131082',
      track: 'township',
      count: 6,
      effective: '2026',
      recordedAt: '2026-02-01T00:00:00.000Z',
      source: 'N1',
      note: '三河市',
    },
  ],
  places: [
    {
      id: 'N1-p1',
      division: '131082100',
      geometry: { type: 'Point', coordinates: [117.0712345, 39.9812346] },
      recordedAt: '2026-02-01T00:00:00.000Z',
      source: 'N1',
    },
    {
      id: 'N1-p2',
      division: '131082101',
      geometry: null,
      recordedAt: '2026-02-01T00:00:00.000Z',
      source: 'N1',
    },
  ],
};

function bring(database: Database, incoming: Status) {
  return importFacts(incoming, 'new.json', { database, site, audit, now });
}

async function actions({ read }: Database): Promise<readonly string[]> {
  const rows = await read.selectFrom('audit').select('action').orderBy('seq').execute();
  return rows.map(({ action }) => action);
}

async function linesOf(database: Database, incoming: Status): Promise<readonly string[]> {
  const result = await bring(database, incoming);
  if (result.status !== 'invalid') return [];
  return result.faults.map((fault) => formatFault(fault, 'en'));
}

describe.each(databases)('an import into $name', (under) => {
  it('of an export into an empty site gives the same export, to the byte', async () => {
    const first = await openSeeded(under);
    await bring(first, addition);
    const exported = statusText((await databaseSource(first, realData).read()).data.status);
    const second = await under.open();
    const result = await bring(second, JSON.parse(exported));
    expect(result.status).toBe('imported');
    const again = statusText((await databaseSource(second, realData).read()).data.status);
    expect(again).toBe(exported);
    expect(await actions(second)).toEqual(['site.seeded', 'facts.imported']);
    expect(await verifyLog(second.read)).toBeNull();
  });

  it('adds what is not there, once, and leaves a row in the log', async () => {
    const database = await openSeeded(under);
    const incoming = { ...addition, events: [...status.events, ...addition.events] };
    const result = await bring(database, incoming);
    expect(result).toEqual({
      status: 'imported',
      added: addition,
      skipped: status.events.length,
    });
    expect((await readFacts(database.read)).events).toEqual(incoming.events);
    expect(await bring(database, incoming)).toMatchObject({ skipped: status.events.length + 6 });
    expect(await actions(database)).toEqual(['site.seeded', 'facts.imported']);
  });

  it('as a trial says the same and writes nothing', async () => {
    const database = await openSeeded(under);
    const planned = await planImport(addition, 'new.json', { database, site });
    expect(await readFacts(database.read)).toEqual(await readFacts((await openSeeded(under)).read));
    expect(await actions(database)).toEqual(['site.seeded']);
    expect(await bring(database, addition)).toEqual(planned);
  });

  it('does not replace what is there under the same id', async () => {
    const database = await openSeeded(under);
    const before = await readFacts(database.read);
    const [event] = status.events;
    if (event?.kind !== 'reached') throw new Error('the first event is of another kind');
    const altered = { ...event, effective: '2018' };
    const lines = await linesOf(database, { ...addition, events: [...addition.events, altered] });
    expect(lines).toEqual([
      `new.json /events/1: the database has “${event.id}” with other content; ` +
        'expected the same content, or a correction with a new id',
    ]);
    expect(await readFacts(database.read)).toEqual(before);
  });

  it('names each fault at its place in the file, and writes nothing', async () => {
    const database = await openSeeded(under);
    const before = await readFacts(database.read);
    const [event] = addition.events;
    if (event?.kind !== 'reached') throw new Error('the first event is of another kind');
    const wrong = { ...event, id: 'N1-2', stage: 'publicised' };
    const events = [...status.events, event, wrong];
    const lines = await linesOf(database, { ...addition, events });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      `new.json /events/${events.length - 1}/stage: the track provincial has no stage`,
    );
    expect(await readFacts(database.read)).toEqual(before);
    expect(await actions(database)).toEqual(['site.seeded']);
  });

  it('names a fault of a quota or a place at its place in the file', async () => {
    const database = await openSeeded(under);
    await bring(database, addition);
    const [quota, place] = [addition.quotas[0], addition.places[0]];
    if (!quota || !place) throw new Error('there are none');
    const far: Status['places'][number] = {
      ...place,
      id: 'N2-p1',
      geometry: { type: 'Point', coordinates: [39.98, 117.07] },
    };
    const lines = await linesOf(database, {
      ...addition,
      quotas: [quota, { ...quota, id: 'N2-q1', count: 1000 }],
      places: [...addition.places, far],
    });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('new.json /quotas/1/count: 1000 is more than the units');
    expect(lines[1]).toContain('new.json /places/2/geometry: the position');
    expect(lines[1]).toContain('has its axes swapped');
    const other = { ...addition, places: [{ ...place, geometry: null }] };
    expect((await linesOf(database, other))[0]).toContain(
      'new.json /places/0: the database has “N1-p1” with other content',
    );
  });

  it('refuses the facts of another site', async () => {
    const database = await openSeeded(under);
    const demo = await fileSource(`${realData}/demo`).read();
    const options = { database, site: demo, audit, now };
    const result = await importFacts(demo.data.status, 'demo.json', options);
    expect(result).toMatchObject({ status: 'refused' });
  });

  it('knows again every fact it has, in whatever part of the log it comes', async () => {
    const database = await openSeeded(under);
    const part = <Fact>(facts: readonly Fact[]) => fc.subarray([...facts], { minLength: 0 });
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          sources: part(status.sources),
          statements: part(status.statements),
          events: part(status.events),
          reporting: part(status.reporting),
          quotas: part(status.quotas),
          places: part(status.places),
        }),
        async (some) => {
          expect(await planImport(some, 'part.json', { database, site })).toEqual({
            status: 'imported',
            added: {
              sources: [],
              statements: [],
              events: [],
              reporting: [],
              quotas: [],
              places: [],
            },
            skipped: Object.values(some).flat().length,
          });
        },
      ),
      { numRuns: 20 },
    );
  });
});

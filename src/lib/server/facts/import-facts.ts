/** Brings the facts of a `status.json` into the database: those it lacks, all of them or none. */
import { createHash } from 'node:crypto';
import type { Status } from '../../domain/status.ts';
import { statusText } from '../../export/status-as-of.ts';
import type { AuditLog } from '../audit/append.ts';
import { pointer, quote, say, type Fault } from '../data/fault.ts';
import type { SiteData } from '../data/site-data.ts';
import type { Database, Reader } from '../db/database.ts';
import type { Clock } from '../read-model.ts';
import { appendFacts, type Facts } from './append-facts.ts';
import { databaseName, faultsInDatabase } from './database-source.ts';
import { readFacts } from './read-facts.ts';
import { countsOf, identityOf, otherSite, readIdentity, seedWith } from './seed.ts';

const lists = ['sources', 'statements', 'events', 'reporting', 'quotas', 'places'] as const;
type List = (typeof lists)[number];
type Fact = Facts[List][number];

export type ImportResult =
  /** `added`: in the order of the file. `skipped`: how many were there already. */
  | { readonly status: 'imported'; readonly added: Facts; readonly skipped: number }
  | { readonly status: 'invalid'; readonly faults: readonly Fault[] }
  /** The database is of another site than the directory. */
  | { readonly status: 'refused'; readonly message: string };

export interface ImportOptions {
  readonly database: Database;
  /** Programme, divisions and boundaries the facts must fit. */
  readonly site: SiteData;
  readonly audit: AuditLog;
  readonly now: Clock;
}

/**
 * Adds the facts of `incoming` (of the file named `file`) that are not there yet. One that is there
 * under its id with other content is a fault, and so is whatever `npm run validate` would say of the
 * whole log; then nothing is written. A database of no site yet becomes this one, with no other facts
 * than these.
 */
export async function importFacts(
  incoming: Status,
  file: string,
  { database, site, audit, now }: ImportOptions,
): Promise<ImportResult> {
  return await database.write(async (write) => {
    const planned = await plan(write, incoming, file, site);
    if (planned.status !== 'imported') return planned;
    const { added, skipped } = planned;
    if ((await readIdentity(write)) === null) {
      await seedWith(
        write,
        site,
        { sources: [], statements: [], events: [], reporting: [], quotas: [], places: [] },
        audit,
        now,
      );
    }
    if (lists.every((list) => added[list].length === 0)) return planned;
    await appendFacts(write, added, null);
    await audit.append(write, {
      at: new Date(now()).toISOString(),
      actor: null,
      action: 'facts.imported',
      details: {
        ...countsOf(added),
        skipped,
        sha256: createHash('sha256').update(statusText(added)).digest('hex'),
      },
    });
    return planned;
  });
}

/** What `importFacts` would do now; writes nothing. */
export async function planImport(
  incoming: Status,
  file: string,
  { database, site }: Pick<ImportOptions, 'database' | 'site'>,
): Promise<ImportResult> {
  return await database.snapshot((read) => plan(read, incoming, file, site));
}

async function plan(
  read: Reader,
  incoming: Status,
  file: string,
  site: SiteData,
): Promise<ImportResult> {
  const identity = await readIdentity(read);
  const message = identity && otherSite(identity, identityOf(site.data.programme));
  if (message) return { status: 'refused', message };
  const present = await readFacts(read);
  const parts = {
    sources: missing('sources', present.sources, incoming.sources, file),
    statements: missing('statements', present.statements, incoming.statements, file),
    events: missing('events', present.events, incoming.events, file),
    reporting: missing('reporting', present.reporting, incoming.reporting, file),
    quotas: missing('quotas', present.quotas, incoming.quotas, file),
    places: missing('places', present.places, incoming.places, file),
  };
  const clashes = lists.flatMap((list) => parts[list].clashes);
  if (clashes.length > 0) return { status: 'invalid', faults: clashes };
  const whole = {
    sources: [...present.sources, ...parts.sources.added],
    statements: [...present.statements, ...parts.statements.added],
    events: [...present.events, ...parts.events.added],
    reporting: [...present.reporting, ...parts.reporting.added],
    quotas: [...present.quotas, ...parts.quotas.added],
    places: [...present.places, ...parts.places.added],
  };
  const faults = faultsInDatabase(whole, site).map((fault) =>
    inTheFile(fault, file, (list, index) => parts[list].indexes[index - present[list].length]),
  );
  if (faults.length > 0) return { status: 'invalid', faults };
  const added: Facts = {
    sources: parts.sources.added,
    statements: parts.statements.added,
    events: parts.events.added,
    reporting: parts.reporting.added,
    quotas: parts.quotas.added,
    places: parts.places.added,
  };
  const count = (facts: Facts) => lists.reduce((sum, list) => sum + facts[list].length, 0);
  return { status: 'imported', added, skipped: count(incoming) - count(added) };
}

interface Missing<F> {
  readonly added: F[];
  /** Where each of `added` stands in the file. */
  readonly indexes: readonly number[];
  readonly clashes: readonly Fault[];
}

/** Those of the file that are not there. What has no id is there as often as it is equal. */
function missing<F extends Fact>(
  list: List,
  present: readonly F[],
  incoming: readonly F[],
  file: string,
): Missing<F> {
  const ids = new Set(present.flatMap((fact) => ('id' in fact ? [fact.id] : [])));
  const left = new Map<string, number>();
  for (const fact of present) left.set(textOf(fact), (left.get(textOf(fact)) ?? 0) + 1);
  const added: F[] = [];
  const indexes: number[] = [];
  const clashes: Fault[] = [];
  incoming.forEach((fact, index) => {
    const text = textOf(fact);
    const times = left.get(text) ?? 0;
    if (times > 0) left.set(text, times - 1);
    else if ('id' in fact && ids.has(fact.id)) clashes.push(clash(list, index, fact.id, file));
    else {
      added.push(fact);
      indexes.push(index);
    }
  });
  return { added, indexes, clashes };
}

/** Equal facts have equal texts, whatever the order of their members. */
function textOf(fact: Fact): string {
  return JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function clash(list: List, index: number, id: string, file: string): Fault {
  return {
    file,
    place: pointer([list, index]),
    what: say(
      `数据库中的 ${quote(id)} 内容不同`,
      `the database has ${quote(id)} with other content`,
    ),
    expected: say('内容相同，或用新的标识更正', 'the same content, or a correction with a new id'),
  };
}

/** A fault of the whole log, at its place in the file where it is of one of the facts to be added. */
function inTheFile(
  fault: Fault,
  file: string,
  indexInFile: (list: List, index: number) => number | undefined,
): Fault {
  if (fault.file !== databaseName) return fault;
  const match = /^\/(sources|statements|events|reporting|quotas|places)\/(\d+)(.*)$/.exec(
    fault.place,
  );
  if (!match) return fault;
  const [, list, index, rest] = match;
  const found = indexInFile(list as List, Number(index));
  return found === undefined ? fault : { ...fault, file, place: `/${list}/${found}${rest}` };
}

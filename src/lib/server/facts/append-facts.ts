/** Writes facts to the log, in the order they are given. The order is kept: it is that of the export. */
import type { Status } from '../../domain/status.ts';
import type { Write } from '../db/database.ts';

export type Facts = Omit<Status, '$schema'>;

/** Rows of one insert: 14 columns of them stay below the bound values SQLite and PostgreSQL take. */
const rowsAtOnce = 1000;

async function inBatches<Row>(
  rows: readonly Row[],
  insert: (batch: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await insert(rows.slice(start, start + rowsAtOnce));
  }
}

/**
 * Appends the facts, as they are: whoever calls has checked them (`checkStatus`). `submission`: the
 * one they came by, `null` for the seed and an import. Rejects, and the write with it, where an id is
 * there already or a source is not.
 */
export async function appendFacts(
  write: Write,
  {
    sources = [],
    statements = [],
    events = [],
    reporting = [],
    quotas = [],
    places = [],
  }: Partial<Facts>,
  submission: string | null,
): Promise<void> {
  const sourceRows = sources.map((source) => ({
    id: source.id,
    title: source.title,
    publisher: source.publisher,
    document_number: source.documentNumber ?? null,
    date: source.date ?? null,
    location: source.location ?? null,
    note: source.note ?? null,
    submission,
  }));
  const statementRows = statements.map((statement) => ({
    id: statement.id,
    track: statement.track,
    stage: statement.stage,
    excluding: statement.excluding ?? null,
    count: statement.count,
    effective: statement.effective,
    recorded_at: statement.recordedAt,
    source: statement.source,
    note: statement.note ?? null,
  }));
  const eventRows = events.map((event) => ({
    id: event.id,
    kind: event.kind,
    division: event.division,
    track: event.track,
    stage: event.kind === 'reached' ? event.stage : null,
    effective: event.kind === 'reached' ? event.effective : null,
    certainty: event.kind === 'reached' ? event.certainty : null,
    batch: (event.kind === 'reached' ? event.batch : undefined) ?? null,
    retracts: event.retracts ?? null,
    reason: event.reason ?? null,
    recorded_at: event.recordedAt,
    source: event.source,
    submission,
  }));
  const reportingRows = reporting.map((report) => ({
    division: report.division,
    track: report.track,
    complete_to: report.completeTo,
    recorded_at: report.recordedAt,
    source: report.source,
    submission,
  }));
  const quotaRows = quotas.map((quota) => ({
    id: quota.id,
    division: quota.division,
    track: quota.track,
    count: quota.count,
    effective: quota.effective,
    recorded_at: quota.recordedAt,
    source: quota.source,
    note: quota.note ?? null,
    submission,
  }));
  const placeRows = places.map((place) => ({
    id: place.id,
    division: place.division,
    geometry: place.geometry && JSON.stringify(place.geometry),
    recorded_at: place.recordedAt,
    source: place.source,
    note: place.note ?? null,
    submission,
  }));
  await inBatches(sourceRows, (rows) => write.insertInto('source').values(rows).execute());
  await inBatches(statementRows, (rows) => write.insertInto('statement').values(rows).execute());
  await inBatches(eventRows, (rows) => write.insertInto('event').values(rows).execute());
  await inBatches(reportingRows, (rows) => write.insertInto('reporting').values(rows).execute());
  await inBatches(quotaRows, (rows) => write.insertInto('quota').values(rows).execute());
  await inBatches(placeRows, (rows) => write.insertInto('place').values(rows).execute());
}

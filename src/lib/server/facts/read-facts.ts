/** Reads the log back as the value that was written: same facts, same order, no member that was left out. */
import type { Selectable } from 'kysely';
import type {
  Place,
  Quota,
  Reporting,
  Source,
  Statement,
  Status,
  StatusEvent,
} from '../../domain/status.ts';
import type { Reader } from '../db/database.ts';
import type {
  EventTable,
  PlaceTable,
  QuotaTable,
  ReportingTable,
  SourceTable,
  StatementTable,
} from '../db/schema.ts';
import { geometryFrom } from './known-geometry.ts';

// Members stand in the order of the schemas of domain/status.ts, as a file that was read has them:
// the content version is taken over the text of the value.

function sourceOf(row: Selectable<SourceTable>): Source {
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    ...(row.document_number !== null && { documentNumber: row.document_number }),
    ...(row.date !== null && { date: row.date }),
    ...(row.location !== null && { location: row.location }),
    ...(row.note !== null && { note: row.note }),
  };
}

function statementOf(row: Selectable<StatementTable>): Statement {
  return {
    id: row.id,
    track: row.track,
    stage: row.stage,
    ...(row.excluding !== null && { excluding: row.excluding }),
    count: row.count,
    effective: row.effective,
    recordedAt: row.recorded_at,
    source: row.source,
    ...(row.note !== null && { note: row.note }),
  };
}

function reportOf(row: Selectable<ReportingTable>): Reporting {
  return {
    division: row.division,
    track: row.track,
    completeTo: row.complete_to,
    recordedAt: row.recorded_at,
    source: row.source,
  };
}

function quotaOf(row: Selectable<QuotaTable>): Quota {
  return {
    id: row.id,
    division: row.division,
    track: row.track,
    count: row.count,
    effective: row.effective,
    recordedAt: row.recorded_at,
    source: row.source,
    ...(row.note !== null && { note: row.note }),
  };
}

/** The place of a row. */
export function placeOf(row: Selectable<PlaceTable>): Place {
  return {
    id: row.id,
    division: row.division,
    geometry: row.geometry === null ? null : geometryFrom(row.geometry),
    recordedAt: row.recorded_at,
    source: row.source,
    ...(row.note !== null && { note: row.note }),
  };
}

function eventOf(row: Selectable<EventTable>): StatusEvent {
  const base = {
    id: row.id,
    division: row.division,
    track: row.track,
    recordedAt: row.recorded_at,
    source: row.source,
  };
  const { kind, stage, effective, certainty, retracts, reason } = row;
  if (kind === 'reached' && stage !== null && effective !== null && certainty !== null) {
    return {
      ...base,
      ...(retracts !== null && { retracts }),
      ...(reason !== null && { reason }),
      kind,
      stage,
      effective,
      certainty,
      ...(row.batch !== null && { batch: row.batch }),
    };
  }
  if (kind === 'retraction' && retracts !== null && reason !== null) {
    return { ...base, retracts, reason, kind };
  }
  // Migration 0001 lets no such row in.
  throw new Error(`The event ${row.id} is not one: a column of its kind is empty.`);
}

/**
 * All facts of the database, oldest first. Several statements: read them in one `snapshot` where a
 * write may come between.
 */
export async function readFacts(read: Reader): Promise<Status> {
  const sources = await read.selectFrom('source').selectAll().orderBy('ordinal').execute();
  const statements = await read.selectFrom('statement').selectAll().orderBy('ordinal').execute();
  const events = await read.selectFrom('event').selectAll().orderBy('ordinal').execute();
  const reporting = await read.selectFrom('reporting').selectAll().orderBy('ordinal').execute();
  const quotas = await read.selectFrom('quota').selectAll().orderBy('ordinal').execute();
  const places = await read.selectFrom('place').selectAll().orderBy('ordinal').execute();
  return {
    sources: sources.map(sourceOf),
    statements: statements.map(statementOf),
    events: events.map(eventOf),
    reporting: reporting.map(reportOf),
    quotas: quotas.map(quotaOf),
    places: places.map(placeOf),
  };
}

/** Checking, sending back and approving: the part of those who did not write it. */
import { createHash } from 'node:crypto';
import { shanghaiDay, type Day } from '../../domain/date.ts';
import { decide } from '../../domain/permission.ts';
import { plainText } from '../../domain/plain-text.ts';
import type { ProgrammeData } from '../../domain/programme-data.ts';
import { indexFacts } from '../../domain/proposal-facts.ts';
import { eventsOf, recordedAfter } from '../../domain/proposed-events.ts';
import { effectOf, type Proposed, type ReviewEffect } from '../../domain/review.ts';
import type { Quota, StatusEvent } from '../../domain/status.ts';
import type { AuditEntry } from '../audit/audit.ts';
import { appendFacts } from '../facts/append-facts.ts';
import { placesHash } from '../facts/places-hash.ts';
import { factsInside, judge } from './judge-proposal.ts';
import type { SubmissionsOptions } from './options.ts';
import { fileCountOf, newestProposal } from './submission-rows.ts';
import type { By, SubmissionResult } from './submissions.ts';
import { advance, entryBy, takeTurn, type Answer, type Turn } from './turn.ts';

const maxReason = 2000;

export function check(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
): Promise<SubmissionResult> {
  return takeTurn<never>(options, by, {
    action: 'submission.check',
    id,
    version,
    states: ['submitted'],
    task: async (turn) => {
      if (turn.row.awaiting !== 'county-head') return { status: 'wrong-state' };
      await advance(options, turn, {
        state: 'submitted',
        awaiting: 'city',
        step: 'checked',
        action: 'submission.checked',
      });
      return { status: 'done' };
    },
  });
}

export async function sendBack(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  given: string,
): Promise<SubmissionResult> {
  const reason = plainText(given);
  const result = await takeTurn<never>(options, by, {
    action: 'submission.return',
    id,
    version,
    states: ['submitted'],
    task: async (turn) => {
      // Whoever's turn it is to let it pass may send it back.
      const passing = turn.awaiting === 'county-head' ? 'submission.check' : 'submission.approve';
      if (decide(by.actor, passing, turn.subject).status === 'refused') {
        return { status: 'wrong-state' };
      }
      if (reason === '') {
        return { status: 'invalid', faults: [{ field: 'reason', code: 'required' }] };
      }
      if (reason.length > maxReason) {
        const values = { limit: String(maxReason) };
        return { status: 'invalid', faults: [{ field: 'reason', code: 'too-long', values }] };
      }
      await advance(options, turn, {
        state: 'returned',
        step: 'returned',
        note: reason,
        action: 'submission.returned',
        details: { reason },
      });
      return { status: 'done' };
    },
  });
  if (result.status === 'done') await options.changed();
  return result;
}

/** The effect with a fingerprint short enough for a field of a form. */
export function shownEffect(data: ProgrammeData, proposed: Proposed, today: Day): ReviewEffect {
  const effect = effectOf(data, proposed, today);
  const fingerprint = createHash('sha256').update(effect.fingerprint).digest('hex');
  return { ...effect, fingerprint };
}

export async function approve(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  effect: string,
): Promise<SubmissionResult> {
  const result = await takeTurn<never>(options, by, {
    action: 'submission.approve',
    id,
    version,
    states: ['submitted'],
    task: (turn) =>
      turn.awaiting === 'city'
        ? approveNow(options, turn, effect)
        : Promise.resolve({ status: 'wrong-state' as const }),
  });
  if (result.status === 'done') await options.changed();
  return result;
}

/** All in the one transaction: facts, state, step and rows of the log stand together or not at all. */
async function approveNow(options: SubmissionsOptions, turn: Turn, shown: string): Promise<Answer> {
  const { write, by, row, now, at } = turn;
  const proposal = await newestProposal(write, row);
  const data = await factsInside(options, write);
  const faults = judge(data, proposal, {
    division: row.division,
    now,
    fileCount: await fileCountOf(write, row.id),
    mode: 'submit',
    extent: options.extent(),
  });
  if (faults.length > 0) return { status: 'invalid', faults };
  const proposed = { id: row.id, division: row.division, proposal };
  const effect = shownEffect(data, proposed, shanghaiDay(now));
  if (effect.fingerprint !== shown) return { status: 'effect-changed', effect };

  const recordedAt = recordedAfter(data.status, now);
  const division = data.divisions.find(({ code }) => code === row.division);
  // `judge` has a fault for a division there is not.
  if (!division) throw new Error(`There is no division ${row.division}.`);
  const { source, events, reporting, quotas, places } = eventsOf(row.id, proposal, {
    recordedAt,
    division,
  });
  const known = indexFacts(data, { changes: [] });
  // An undoing sets the division's own day back, also where another above it reaches further.
  const moved = reporting.filter(
    (report) =>
      proposal.undoes || known.reportedTo(report.track, report.division) !== report.completeTo,
  );
  await appendFacts(
    write,
    {
      sources: [source],
      events: [...events],
      reporting: moved,
      quotas: [...quotas],
      places: [...places],
    },
    row.id,
  );
  await advance(options, turn, {
    state: 'approved',
    step: 'approved',
    action: 'submission.approved',
    details: {
      events: events.length,
      ...(quotas.length > 0 && { quotas: quotas.length }),
      ...(places.length > 0 && { places: places.length }),
      source: source.id,
      ...(proposal.undoes && { undoes: proposal.undoes.submission }),
    },
  });
  const entries = [
    ...events.map((event) => recorded(by, at, event, row.id)),
    ...quotas.map((quota) => quotaEntry(by, at, quota, row.id)),
  ];
  if (places.length > 0) {
    // One row for all: a register of villages would fill the log with three thousand.
    entries.push({
      ...entryBy(by, at),
      action: 'place.recorded',
      division: row.division,
      subject: row.id,
      details: { count: places.length, sha256: placesHash(places) },
    });
  }
  if (moved.length > 0) {
    entries.push({
      ...entryBy(by, at),
      action: 'reporting.confirmed',
      division: row.division,
      subject: row.id,
      details: Object.fromEntries(moved.map(({ track, completeTo }) => [track, completeTo])),
    });
  }
  await options.audit.appendAll(write, entries);
  return { status: 'done' };
}

function recorded(by: By, at: string, event: StatusEvent, submission: string): AuditEntry {
  return {
    ...entryBy(by, at),
    action: 'event.recorded',
    division: event.division,
    subject: event.id,
    details: {
      submission,
      track: event.track,
      ...(event.kind === 'reached' && { stage: event.stage, effective: event.effective }),
      ...(event.retracts !== undefined && { retracts: event.retracts }),
    },
  };
}

function quotaEntry(by: By, at: string, quota: Quota, submission: string): AuditEntry {
  const { id, division, track, count, effective } = quota;
  return {
    ...entryBy(by, at),
    action: 'quota.set',
    division,
    subject: id,
    details: { submission, track, count, effective },
  };
}

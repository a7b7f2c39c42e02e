/**
 * The frame of every write to a submission: one transaction that reads the row anew, asks whether the
 * actor may, whether the state allows it and whether the writer saw the present version; then the task.
 */
import { decide, type Action, type Subject } from '../../domain/permission.ts';
import type { ReviewEffect } from '../../domain/review.ts';
import type {
  Awaiting,
  Proposal,
  ProposalFault,
  SubmissionState,
} from '../../domain/submission.ts';
import type { AuditAction, AuditEntry, JsonValue } from '../audit/audit.ts';
import type { Write } from '../db/database.ts';
import type { SubmissionsOptions } from './options.ts';
import {
  detailOf,
  proposalAt,
  proposalText,
  rowOf,
  writersOf,
  type Names,
  type SubmissionRow,
} from './submission-rows.ts';
import type { SubmissionDetail, SubmissionStep } from '../../domain/recorded-submission.ts';
import type { By, SubmissionResult } from './submissions.ts';

/** What a task finds, inside the transaction. */
export interface Turn {
  readonly write: Write;
  readonly by: By;
  readonly row: SubmissionRow;
  /** The submission, for `decide`: whoever wrote any part of it counts as its author. */
  readonly subject: Subject;
  /** Whose turn it is now: a county that has lost its head waits for the city. */
  readonly awaiting: Awaiting | null;
  /** Epoch milliseconds and the same as RFC 3339. */
  readonly now: number;
  readonly at: string;
}

/** What a task came to. All but `done` have written nothing. */
export type Answer<More = never> =
  | { readonly status: 'done' }
  | { readonly status: 'wrong-state' }
  | { readonly status: 'invalid'; readonly faults: readonly ProposalFault[] }
  | { readonly status: 'effect-changed'; readonly effect: ReviewEffect }
  | More;

export interface Move<More = never> {
  readonly action: Action;
  readonly id: string;
  readonly version: number;
  readonly states: readonly SubmissionState[];
  /** Asked before state and version: whether it is done already, as by a second click. */
  readonly isDone?: (turn: Turn) => Promise<boolean>;
  readonly task: (turn: Turn) => Promise<Answer<More>>;
}

/** Runs the move. Rejects, with nothing written, where the database or the audit log does. */
export async function takeTurn<More extends { readonly status: 'file-refused' } = never>(
  options: SubmissionsOptions,
  by: By,
  move: Move<More>,
): Promise<SubmissionResult | More> {
  const { database } = options;
  // Asked before the transaction: SQLite has one connection, and these read by themselves.
  const names = await options.names();
  const seen = await rowOf(database.read, move.id);
  const awaitingSeen = seen ? await awaitingOf(options, seen) : null;
  const result = await database.write(async (write): Promise<SubmissionResult | More> => {
    const row = await rowOf(write, move.id);
    if (!row) return { status: 'not-found' };
    const now = options.now();
    const writers = await writersOf(write, row.id);
    const actor = await options.actorNow(write, by.actor.id);
    const turn: Turn = {
      write,
      by: actor ? { ...by, actor } : by,
      row,
      subject: {
        division: row.division,
        author: writers.includes(by.actor.id) ? by.actor.id : row.author,
      },
      awaiting: row.awaiting === seen?.awaiting ? awaitingSeen : row.awaiting,
      now,
      at: new Date(now).toISOString(),
    };
    const decision = decide(actor, move.action, turn.subject);
    if (decision.status === 'refused') {
      await refuse(options, write, by, {
        at: turn.at,
        action: move.action,
        reason: decision.reason,
        division: row.division,
        subject: row.id,
      });
      return { status: 'refused', decision };
    }
    if (await move.isDone?.(turn)) return told<More>(turn, names, { status: 'done' });
    if (!move.states.includes(row.state)) return told<More>(turn, names, { status: 'wrong-state' });
    if (row.version !== move.version) {
      const base = await proposalAt(write, row, move.version);
      return { status: 'clash', seen: base, submission: await detailOf(write, row, names) };
    }
    return told<More>(turn, names, await move.task(turn));
  });
  return 'submission' in result
    ? { ...result, submission: await withAwaiting(options, result.submission) }
    : result;
}

async function told<More extends { readonly status: 'file-refused' }>(
  { write, row }: Turn,
  names: Names,
  answer: Answer<More>,
): Promise<SubmissionResult | More> {
  switch (answer.status) {
    case 'invalid':
    case 'file-refused':
      return answer;
    case 'done':
    case 'wrong-state':
    case 'effect-changed': {
      const present = await rowOf(write, row.id);
      return { ...answer, submission: await detailOf(write, present ?? row, names) };
    }
  }
}

/**
 * Whose turn a submission is, when the county may have lost the head it was waiting for. A head who
 * wrote any part of it cannot check it. `alsoBy`: who is about to.
 */
export async function awaitingOf(
  { hasHead, database }: Pick<SubmissionsOptions, 'hasHead' | 'database'>,
  { id, awaiting, division }: Pick<SubmissionRow, 'id' | 'awaiting' | 'division'>,
  alsoBy: readonly string[] = [],
): Promise<Awaiting | null> {
  if (awaiting !== 'county-head') return awaiting;
  const writers = await writersOf(database.read, id);
  return (await hasHead(division, [...writers, ...alsoBy])) ? awaiting : 'city';
}

async function withAwaiting(
  options: SubmissionsOptions,
  submission: SubmissionDetail,
): Promise<SubmissionDetail> {
  return { ...submission, awaiting: await awaitingOf(options, submission) };
}

export interface Advance {
  readonly state: SubmissionState;
  readonly awaiting?: Awaiting | null;
  readonly step: SubmissionStep['step'];
  readonly note?: string;
  /** The new words, where the step changes them. */
  readonly proposal?: Proposal;
  /** The rows of the audit log; the first is about the submission. */
  readonly action: AuditAction;
  readonly details?: Readonly<Record<string, JsonValue>>;
}

/** Writes the next version, its words, its step and its row of the audit log. */
export async function advance(
  { audit }: Pick<SubmissionsOptions, 'audit'>,
  { write, by, row, at }: Turn,
  next: Advance,
): Promise<void> {
  const version = row.version + 1;
  const submission = row.id;
  await write
    .updateTable('submission')
    .set({ state: next.state, awaiting: next.awaiting ?? null, version, updated_at: at })
    .where('id', '=', submission)
    .execute();
  if (next.proposal) {
    const proposal = proposalText(next.proposal);
    await write
      .insertInto('submission_revision')
      .values({ submission, version, proposal, author: by.actor.id, saved_at: at })
      .execute();
  }
  await write
    .insertInto('submission_step')
    .values({
      submission,
      version,
      step: next.step,
      actor: by.actor.id,
      at,
      note: next.note ?? null,
    })
    .execute();
  await audit.append(write, {
    ...entryBy(by, at),
    action: next.action,
    division: row.division,
    subject: submission,
    details: { version, ...next.details },
  });
}

/** What every row of the log about this write has. */
export function entryBy(by: By, at: string): Pick<AuditEntry, 'at' | 'actor' | 'request'> {
  return { at, actor: { id: by.actor.id, name: by.actor.name }, request: by.request };
}

interface Refusal {
  readonly at: string;
  readonly action: Action;
  readonly reason: string;
  readonly division: string;
  readonly subject?: string;
}

/** Writes the refusal into the log. */
export async function refuse(
  { audit }: Pick<SubmissionsOptions, 'audit'>,
  write: Write,
  by: By,
  { at, action, reason, division, subject }: Refusal,
): Promise<void> {
  await audit.append(write, {
    ...entryBy(by, at),
    action: 'permission.refused',
    division,
    ...(subject !== undefined && { subject }),
    outcome: 'refused',
    details: { action, reason },
  });
}

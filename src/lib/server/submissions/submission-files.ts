/** Files of a submission: attached while it is with the clerk, stored once by their content. */
import { createHash } from 'node:crypto';
import { decide } from '../../domain/permission.ts';
import { editable } from './edit.ts';
import { fileKind } from './file-kind.ts';
import { fileName } from './file-name.ts';
import type { SubmissionsOptions } from './options.ts';
import { fileCountOf, rowOf } from './submission-rows.ts';
import type { By, FileResult, Submissions, SubmissionResult, Upload } from './submissions.ts';
import { advance, entryBy, refuse, takeTurn, type Turn } from './turn.ts';

/** Bytes of one file, and files of one submission. */
export const maxFileSize = 20 * 1024 * 1024;
export const maxFiles = 10;

type Refused = Extract<FileResult, { status: 'file-refused' }>;

const fileRefused = (reason: Refused['reason']): Refused => ({ status: 'file-refused', reason });

export function attach(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  { name: given, bytes }: Upload,
): Promise<FileResult> {
  // Before the transaction: other writers do not wait while the content is looked at.
  const mediaType = bytes.length <= maxFileSize ? fileKind(bytes) : null;
  const hash = createHash('sha256').update(bytes).digest('hex');
  return takeTurn<Refused>(options, by, {
    action: 'submission.write',
    id,
    version,
    states: editable,
    isDone: async (turn) => (await isAttached(turn, hash)) && saysTheSame(turn, version),
    task: async (turn) => {
      const { write, row, at } = turn;
      if (bytes.length === 0) return fileRefused('empty');
      if (bytes.length > maxFileSize) return fileRefused('too-large');
      if (mediaType === null) return fileRefused('wrong-type');
      if ((await fileCountOf(write, row.id)) >= maxFiles) return fileRefused('too-many');
      const name = fileName(given, mediaType);
      const size = bytes.length;
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, size);
      if (!(await isStored(turn, hash))) {
        await write
          .insertInto('file')
          .values({ hash, media_type: mediaType, size, content, stored_at: at })
          .execute();
      }
      await write
        .insertInto('submission_file')
        .values({ submission: row.id, hash, name, attached_at: at })
        .execute();
      await advance(options, turn, {
        state: 'draft',
        step: 'saved',
        action: 'submission.file-attached',
        details: { hash, name, size },
      });
      return { status: 'done' };
    },
  });
}

export function detach(
  options: SubmissionsOptions,
  by: By,
  id: string,
  version: number,
  hash: string,
): Promise<SubmissionResult> {
  return takeTurn<never>(options, by, {
    action: 'submission.write',
    id,
    version,
    states: editable,
    isDone: async (turn) => !(await isAttached(turn, hash)) && (await saysTheSame(turn, version)),
    task: async (turn) => {
      const { write, row } = turn;
      await write
        .deleteFrom('submission_file')
        .where('submission', '=', row.id)
        .where('hash', '=', hash)
        .execute();
      await advance(options, turn, {
        state: 'draft',
        step: 'saved',
        action: 'submission.file-removed',
        details: { hash },
      });
      return { status: 'done' };
    },
  });
}

/**
 * Whether the words are those the sender saw. Only then is a file that is there already (or gone) a
 * second click: told the present version, somebody who saw other words would save over them.
 */
async function saysTheSame({ write, row }: Turn, version: number): Promise<boolean> {
  const newer = await write
    .selectFrom('submission_revision')
    .select('version')
    .where('submission', '=', row.id)
    .where('version', '>', version)
    .executeTakeFirst();
  return newer === undefined;
}

/** The same content may have come with another submission. */
async function isStored({ write }: Turn, hash: string): Promise<boolean> {
  const stored = await write
    .selectFrom('file')
    .select('hash')
    .where('hash', '=', hash)
    .executeTakeFirst();
  return stored !== undefined;
}

async function isAttached({ write, row }: Turn, hash: string): Promise<boolean> {
  const attached = await write
    .selectFrom('submission_file')
    .select('hash')
    .where('submission', '=', row.id)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return attached !== undefined;
}

/** The file, if the actor may read the submission it is attached to; that is written into the log. */
export function readFile(
  options: SubmissionsOptions,
  by: By,
  id: string,
  hash: string,
): ReturnType<Submissions['file']> {
  const { database, audit } = options;
  return database.write(async (write) => {
    const row = await rowOf(write, id);
    if (!row) return null;
    const at = new Date(options.now()).toISOString();
    const { division } = row;
    const subject = { division, author: row.author };
    const actor = await options.actorNow(write, by.actor.id);
    const decision = decide(actor, 'submission.read', subject);
    if (decision.status === 'refused') {
      const { reason } = decision;
      const action = 'submission.read';
      await refuse(options, write, by, { at, action, reason, division, subject: id });
      return null;
    }
    const file = await write
      .selectFrom('submission_file')
      .innerJoin('file', 'file.hash', 'submission_file.hash')
      .select(['submission_file.name', 'file.media_type', 'file.size', 'file.content'])
      .where('submission_file.submission', '=', id)
      .where('file.hash', '=', hash)
      .executeTakeFirst();
    if (!file) return null;
    await audit.append(write, {
      ...entryBy(by, at),
      action: 'file.downloaded',
      division,
      subject: id,
      details: { hash, name: file.name },
    });
    const { name, media_type: mediaType, size, content: bytes } = file;
    return { hash, name, mediaType, size, bytes };
  });
}

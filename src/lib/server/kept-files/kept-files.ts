/** The files of one import: kept for a week, found by who may write for their division, settled and confirmed. */
import { createHash, randomUUID } from 'node:crypto';
import { decide, type Actor, type Decision, type Subject } from '../../domain/permission.ts';
import { oneLine } from '../../domain/plain-text.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import type { KeptFile } from './kept-file.ts';
import {
  createKeptFileStore,
  type Keeping,
  type KeptFileStore,
  type NewFile,
} from './kept-file-store.ts';
import { writePermission } from './write-permission.ts';

/** How long a file waits for its confirmation, and how many of one person and one import do. */
const keptFor = 7 * 24 * 60 * 60 * 1000;
const mostUnfinished = 20;

/** Longest name of a file that is kept, in UTF-16 code units. */
const longestName = 200;

/** What routes ask of the files of any import. */
export interface KeptFiles<Kept> {
  /** Those of this person that are not confirmed, newest first. */
  unfinished(actor: Actor): Promise<readonly Kept[]>;
  /** For the guard, who logs a refusal. */
  subjectOf(id: string): Promise<Required<Subject> | null>;
  /** `null`: there is none, or not for this actor. */
  find(actor: Actor, id: string): Promise<Kept | null>;
}

export type Chosen = 'done' | 'not-found' | 'confirmed';

export type Kept =
  | { readonly status: 'done'; readonly id: string }
  | { readonly status: 'not-allowed'; readonly decision: Decision };

/** What an import does with its files besides. */
export interface OwnKeptFiles<Choices, File> {
  readonly store: KeptFileStore<Choices, File>;
  readonly forRoutes: KeptFiles<File>;
  /** Keeps a file, and removes the old ones. */
  keep(
    by: By,
    file: Pick<
      NewFile<Choices>,
      'division' | 'name' | 'hash' | 'kind' | 'track' | 'bytes' | 'choices'
    >,
  ): Promise<Kept>;
  /** `settle`: what the choices come to, given those that stand as the write sees them. */
  choose(by: By, id: string, settle: (choices: Choices) => Choices): Promise<Chosen>;
}

/** The name as it is kept, and the SHA-256 of the bytes. */
export function identified(sent: { readonly name: string; readonly bytes: Uint8Array }): {
  readonly name: string;
  readonly hash: string;
} {
  return {
    name: oneLine(sent.name).slice(0, longestName),
    hash: createHash('sha256').update(sent.bytes).digest('hex'),
  };
}

/** Whether files can be sent in for the division: reports are of counties and of the prefecture. */
export function isReporting({ data }: Pick<SubmissionsOptions, 'data'>, code: string): boolean {
  const level = data().divisions.find((division) => division.code === code)?.level;
  return level === 'county' || level === 'prefecture';
}

/**
 * Row choices with the new ones, which are the last word on their row; `null` takes a choice back.
 * Rows that are not named stay as they are.
 */
export function settledRows(
  before: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ ...before, ...chosen }).flatMap(([row, choice]) =>
      choice === null ? [] : [[row, choice]],
    ),
  );
}

export function createKeptFiles<Choices, File extends KeptFile<Choices>>(
  options: SubmissionsOptions,
  keeping: Keeping<Choices, File>,
): OwnKeptFiles<Choices, File> {
  const { database } = options;
  const { choicesText } = keeping;
  const store = createKeptFileStore(keeping);
  const mayWrite = (actor: Actor, subject: Subject) =>
    decide(actor, 'submission.write', subject).status === 'allowed';
  return {
    store,

    forRoutes: {
      async unfinished(actor) {
        const files = await store.unfinished(database.read, actor.id);
        return files.filter(({ division }) => mayWrite(actor, { division }));
      },

      async subjectOf(id) {
        const file = await store.find(database.read, id);
        return file && { division: file.division, author: file.author };
      },

      async find(actor, id) {
        const file = await store.find(database.read, id);
        if (!file) return null;
        const { division, author } = file;
        return mayWrite(actor, { division, author }) ? file : null;
      },
    },

    keep: (by, file) =>
      database.write(async (write): Promise<Kept> => {
        const author = by.actor.id;
        const decision = await writePermission(options, write, by, { ...file, author });
        if (decision.status === 'refused') return { status: 'not-allowed', decision };
        const now = options.now();
        const before = new Date(now - keptFor).toISOString();
        await store.removeOld(write, { before, author, most: mostUnfinished - 1 });
        const id = randomUUID();
        const uploadedAt = new Date(now).toISOString();
        await store.add(write, { ...file, id, author, uploadedAt });
        return { status: 'done', id };
      }),

    choose: (by, id, settle) =>
      database.write(async (write): Promise<Chosen> => {
        const file = await store.find(write, id);
        if (!file) return 'not-found';
        if (file.submission !== null) return 'confirmed';
        const decision = await writePermission(options, write, by, file);
        if (decision.status === 'refused') return 'not-found';
        const choices = choicesText(settle(file.choices));
        if (choices !== choicesText(file.choices)) await store.settle(write, file, choices);
        return 'done';
      }),
  };
}

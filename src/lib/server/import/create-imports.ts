/** The import of ledgers of this site. */
import { createHash, randomUUID } from 'node:crypto';
import { decide } from '../../domain/permission.ts';
import { oneLine } from '../../domain/plain-text.ts';
import { annotateWorkbook } from '../spreadsheet/annotate-workbook.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import { entryBy, refuse } from '../submissions/turn.ts';
import { confirmLedger } from './confirm-ledger.ts';
import type { Imports, KeepResult, LedgerChoices, SentLedger } from './imports.ts';
import { createLedgerJudgements, type LedgerJudgements } from './ledger-judgements.ts';
import {
  choicesText,
  contentOf,
  ledgerById,
  noChoices,
  removeOld,
  unfinishedOf,
} from './ledger-store.ts';

/** How long a ledger waits for its confirmation, and how many of one person do. */
const keptFor = 7 * 24 * 60 * 60 * 1000;
const mostUnfinished = 20;

/** Longest name of a file that is kept, in UTF-16 code units. */
const longestName = 200;

export function createImports(options: SubmissionsOptions): Imports {
  const { database, audit } = options;
  const judgements = createLedgerJudgements(options);
  return {
    keep: (by, sent) => keep(options, judgements, by, sent),

    async unfinished(actor) {
      const kept = await unfinishedOf(database.read, actor.id);
      return kept.filter(
        ({ division }) => decide(actor, 'submission.write', { division }).status === 'allowed',
      );
    },

    async subjectOf(id) {
      const ledger = await ledgerById(database.read, id);
      return ledger && { division: ledger.division, author: ledger.author };
    },

    async find(actor, id) {
      const ledger = await ledgerById(database.read, id);
      if (!ledger) return null;
      const { division, author } = ledger;
      const decision = decide(actor, 'submission.write', { division, author });
      return decision.status === 'allowed' ? ledger : null;
    },

    async judge({ id }) {
      const ledger = await ledgerById(database.read, id);
      const judged = ledger && (await judgements.judgeKept(ledger));
      // Removed between two reads, as only a week-old one is.
      return judged?.outcome ?? { status: 'refused', reason: 'empty', values: {} };
    },

    choose: (by, id, { rows, effective, stage }) =>
      database.write(async (write) => {
        const ledger = await ledgerById(write, id);
        if (!ledger) return 'not-found';
        if (ledger.submission !== null) return 'confirmed';
        const { division, author } = ledger;
        const actor = await options.actorNow(write, by.actor.id);
        const decision = decide(actor, 'submission.write', { division, author });
        if (decision.status === 'refused') {
          const at = new Date(options.now()).toISOString();
          const { reason } = decision;
          await refuse(options, write, by, { at, action: 'submission.write', reason, division });
          return 'not-found';
        }
        const settled = { ...ledger.choices.rows, ...rows };
        const choices: LedgerChoices = {
          rows: Object.fromEntries(
            Object.entries(settled).flatMap(([row, code]) => (code === null ? [] : [[row, code]])),
          ),
          ...(effective !== undefined && { effective }),
          ...(stage !== undefined && { stage }),
        };
        if (choicesText(choices) === choicesText(ledger.choices)) return 'done';
        await write
          .updateTable('ledger')
          .set({ choices: choicesText(choices), version: ledger.version + 1 })
          .where('id', '=', id)
          .execute();
        return 'done';
      }),

    confirm: (by, id, fingerprint, isWithout) =>
      confirmLedger(options, judgements, by, id, { fingerprint, isWithout }),

    async annotated(by, id, heading, notes) {
      const ledger = await ledgerById(database.read, id);
      const bytes = ledger && (await contentOf(database.read, id));
      if (!ledger || !bytes) return null;
      const { division, author, name, hash, kind } = ledger;
      const isAllowed = await database.write(async (write) => {
        const at = new Date(options.now()).toISOString();
        const actor = await options.actorNow(write, by.actor.id);
        const decision = decide(actor, 'submission.write', { division, author });
        if (decision.status === 'refused') {
          const { reason } = decision;
          await refuse(options, write, by, { at, action: 'submission.write', reason, division });
          return false;
        }
        await audit.append(write, {
          ...entryBy(by, at),
          action: 'ledger.downloaded',
          division,
          subject: id,
          details: { ledger: name, sha256: hash },
        });
        return true;
      });
      if (!isAllowed) return null;
      const source = kind === 'paste' ? new TextDecoder().decode(bytes) : new Uint8Array(bytes);
      const done = await annotateWorkbook(source, name, notes, heading);
      return done.status === 'annotated'
        ? { ...done, name }
        : { ...done, values: done.values ?? {} };
    },
  };
}

async function keep(
  options: SubmissionsOptions,
  judgements: LedgerJudgements,
  by: By,
  given: SentLedger,
): Promise<KeepResult> {
  const { database } = options;
  const { programme, divisions } = options.data();
  const level = programme.tracks.find(({ id }) => id === given.track)?.level;
  if (level !== 'township' && level !== 'village') return { status: 'invalid', field: 'track' };
  const division = divisions.find(({ code }) => code === given.division);
  if (division?.level !== 'county' && division?.level !== 'prefecture') {
    return { status: 'invalid', field: 'division' };
  }
  const sent = { ...given, name: oneLine(given.name).slice(0, longestName) };
  const hash = createHash('sha256').update(sent.bytes).digest('hex');
  const outcome = await judgements.judgeSent(sent, noChoices, hash);
  if (outcome.status === 'refused') return outcome;
  return database.write(async (write): Promise<KeepResult> => {
    const now = options.now();
    const at = new Date(now).toISOString();
    const actor = await options.actorNow(write, by.actor.id);
    const author = by.actor.id;
    const decision = decide(actor, 'submission.write', { division: division.code, author });
    if (decision.status === 'refused') {
      const { reason } = decision;
      const action = 'submission.write';
      await refuse(options, write, by, { at, action, reason, division: division.code });
      return { status: 'not-allowed', decision };
    }
    const before = new Date(now - keptFor).toISOString();
    await removeOld(write, { before, author, most: mostUnfinished - 1 });
    const id = randomUUID();
    await write
      .insertInto('ledger')
      .values({
        id,
        division: sent.division,
        track: sent.track,
        author,
        name: sent.name,
        kind: sent.kind,
        content: Buffer.from(sent.bytes),
        hash,
        choices: choicesText(noChoices),
        version: 1,
        uploaded_at: at,
        submission: null,
      })
      .execute();
    return { status: 'done', id };
  });
}

/** The desk of submissions of this site. */
import { shanghaiDay } from '../../domain/date.ts';
import { decide } from '../../domain/permission.ts';
import { draft, save, submit, withdraw } from './edit.ts';
import { listDesk, listSubmissions } from './list-submissions.ts';
import { confirmNothingNew } from './nothing-new.ts';
import type { SubmissionsOptions } from './options.ts';
import { approve, check, sendBack, shownEffect } from './review-submission.ts';
import { attach, detach, readFile } from './submission-files.ts';
import { detailOf, proposalAt, rowOf } from './submission-rows.ts';
import type { Submissions } from './submissions.ts';
import { awaitingOf } from './turn.ts';
import { undo } from './undo.ts';

export function createSubmissions(options: SubmissionsOptions): Submissions {
  const { database, data, now } = options;
  return {
    draft: (...given) => draft(options, ...given),
    save: (...given) => save(options, ...given),
    submit: (...given) => submit(options, ...given),
    withdraw: (...given) => withdraw(options, ...given),
    check: (...given) => check(options, ...given),
    sendBack: (...given) => sendBack(options, ...given),
    approve: (...given) => approve(options, ...given),
    undo: (...given) => undo(options, ...given),
    attach: (...given) => attach(options, ...given),
    detach: (...given) => detach(options, ...given),
    confirmNothingNew: (...given) => confirmNothingNew(options, ...given),
    file: (...given) => readFile(options, ...given),

    list: (...given) => listSubmissions(options, ...given),
    desk: (...given) => listDesk(options, ...given),

    async find(actor, id) {
      const names = await options.names();
      const detail = await database.snapshot(async (read) => {
        const row = await rowOf(read, id);
        if (!row) return null;
        const subject = { division: row.division, author: row.author };
        if (decide(actor, 'submission.read', subject).status === 'refused') return null;
        return detailOf(read, row, names);
      });
      if (!detail) return null;
      return { ...detail, awaiting: await awaitingOf(options, detail) };
    },

    async proposalAt(actor, id, version) {
      const row = await rowOf(database.read, id);
      if (!row) return null;
      const subject = { division: row.division, author: row.author };
      if (decide(actor, 'submission.read', subject).status === 'refused') return null;
      return proposalAt(database.read, row, version);
    },

    async subjectOf(id) {
      const row = await rowOf(database.read, id);
      return row ? { division: row.division, author: row.author } : null;
    },

    effect: (submission) => shownEffect(data(), submission, shanghaiDay(now())),
  };
}

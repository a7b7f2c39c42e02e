/** The import of positions of this site. */
import { createHash, randomUUID } from 'node:crypto';
import { decide } from '../../domain/permission.ts';
import { noPlaceSource, type PlaceChoices } from '../../domain/place-import.ts';
import { oneLine } from '../../domain/plain-text.ts';
import { removeOld } from '../import/ledger-store.ts';
import type { By } from '../submissions/submissions.ts';
import { refuse } from '../submissions/turn.ts';
import { confirmPlaces } from './confirm-places.ts';
import type { PlaceImportOptions } from './options.ts';
import type { KeepPlacesResult, PlaceImports } from './place-imports.ts';
import type { SentPlaces } from './place-judgement.ts';
import { createPlaceJudgements, type PlaceJudgements } from './place-judgements.ts';
import { placeChoicesText, placesById, placesKind, unfinishedPlaces } from './place-store.ts';
import { takeBackPlaces } from './take-back-places.ts';

/** As ledgers: how long a file waits for its confirmation, and how many of one person do. */
const keptFor = 7 * 24 * 60 * 60 * 1000;
const mostUnfinished = 20;
/** Longest name of a file that is kept, in UTF-16 code units. */
const longestName = 200;

export function createPlaceImports(options: PlaceImportOptions): PlaceImports {
  const { database } = options;
  const judgements = createPlaceJudgements(options);
  return {
    keep: (by, sent, declared) =>
      keep(options, judgements, by, sent, {
        ...{ rows: {}, declared, decided: null },
        source: noPlaceSource,
      }),

    async unfinished(actor) {
      const kept = await unfinishedPlaces(database.read, actor.id);
      return kept.filter(
        ({ division }) => decide(actor, 'submission.write', { division }).status === 'allowed',
      );
    },

    async subjectOf(id) {
      const kept = await placesById(database.read, id);
      return kept && { division: kept.division, author: kept.author };
    },

    async find(actor, id) {
      const kept = await placesById(database.read, id);
      if (!kept) return null;
      const { division, author } = kept;
      const decision = decide(actor, 'submission.write', { division, author });
      return decision.status === 'allowed' ? kept : null;
    },

    async judge({ id }) {
      const kept = await placesById(database.read, id);
      const judged = kept && (await judgements.judgeKept(kept));
      // Removed between two reads, as only a week-old one is.
      return judged?.outcome ?? { status: 'refused', by: 'geodata', reason: 'empty', values: {} };
    },

    choose: (by, id, { rows, decided, source }) =>
      database.write(async (write) => {
        const kept = await placesById(write, id);
        if (!kept) return 'not-found';
        if (kept.submission !== null) return 'confirmed';
        const { division, author } = kept;
        const actor = await options.actorNow(write, by.actor.id);
        const decision = decide(actor, 'submission.write', { division, author });
        if (decision.status === 'refused') {
          const at = new Date(options.now()).toISOString();
          const { reason } = decision;
          await refuse(options, write, by, { at, action: 'submission.write', reason, division });
          return 'not-found';
        }
        const settled = Object.entries({ ...kept.choices.rows, ...rows });
        const choices: PlaceChoices = {
          ...kept.choices,
          rows: Object.fromEntries(
            settled.flatMap(([row, choice]) => (choice === null ? [] : [[row, choice]])),
          ),
          ...(decided !== undefined && { decided }),
          ...(source !== undefined && { source }),
        };
        if (placeChoicesText(choices) === placeChoicesText(kept.choices)) return 'done';
        await write
          .updateTable('ledger')
          .set({ choices: placeChoicesText(choices), version: kept.version + 1 })
          .where('id', '=', id)
          .execute();
        return 'done';
      }),

    confirm: (by, id, confirmation) => confirmPlaces(options, judgements, by, id, confirmation),

    takeBack: (by, division, units, given, key) =>
      takeBackPlaces(options, by, { division, units, key, ...given }),
  };
}

async function keep(
  options: PlaceImportOptions,
  judgements: PlaceJudgements,
  by: By,
  given: SentPlaces,
  choices: PlaceChoices,
): Promise<KeepPlacesResult> {
  const division = options.data().divisions.find(({ code }) => code === given.division);
  if (division?.level !== 'county' && division?.level !== 'prefecture') {
    return { status: 'invalid' };
  }
  const sent = { ...given, name: oneLine(given.name).slice(0, longestName) };
  const hash = createHash('sha256').update(sent.bytes).digest('hex');
  const outcome = await judgements.judgeSent(sent, choices, hash);
  if (outcome.status === 'refused') return outcome;
  return options.database.write(async (write): Promise<KeepPlacesResult> => {
    const now = options.now();
    const at = new Date(now).toISOString();
    const author = by.actor.id;
    const actor = await options.actorNow(write, author);
    const decision = decide(actor, 'submission.write', { division: division.code, author });
    if (decision.status === 'refused') {
      const { reason } = decision;
      const action = 'submission.write';
      await refuse(options, write, by, { at, action, reason, division: division.code });
      return { status: 'not-allowed', decision };
    }
    const before = new Date(now - keptFor).toISOString();
    await removeOld(write, { before, author, most: mostUnfinished - 1, kinds: [placesKind] });
    const id = randomUUID();
    await write
      .insertInto('ledger')
      .values({
        id,
        division: sent.division,
        track: sent.level,
        author,
        name: sent.name,
        kind: placesKind,
        content: Buffer.from(sent.bytes),
        hash,
        choices: placeChoicesText(choices),
        version: 1,
        uploaded_at: at,
        submission: null,
      })
      .execute();
    return { status: 'done', id };
  });
}

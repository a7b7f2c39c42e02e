/** The import of positions of this site. */
import { noPlaceSource, type PlaceChoices } from '../../domain/place-import.ts';
import { createKeptFiles, identified, isReporting, settledRows } from '../kept-files/kept-files.ts';
import { confirmPlaces } from './confirm-places.ts';
import type { PlaceImportOptions } from './options.ts';
import type { PlaceImports } from './place-imports.ts';
import { createPlaceJudgements } from './place-judgements.ts';
import { placeKeeping, placesKind } from './place-keeping.ts';
import { takeBackPlaces } from './take-back-places.ts';

export function createPlaceImports(options: PlaceImportOptions): PlaceImports {
  const { database } = options;
  const files = createKeptFiles(options, placeKeeping);
  const { store } = files;
  const judgements = createPlaceJudgements(options);
  return {
    ...files.forRoutes,

    async keep(by, given, declared, wanted) {
      if (!isReporting(options, given.division)) return { status: 'invalid' };
      const { name, hash } = identified(given);
      const { division, level, bytes } = given;
      const sent = { division, level, name, bytes };
      const choices = { rows: {}, declared, decided: null, source: noPlaceSource };
      const outcome = await judgements.judgeSent(sent, choices, hash, wanted);
      if (outcome.status === 'refused') return outcome;
      return files.keep(by, { ...sent, track: level, kind: placesKind, hash, choices });
    },

    async judge({ id }) {
      const kept = await store.find(database.read, id);
      const judged = kept && (await judgements.judgeKept(kept));
      // Removed between two reads, as only a week-old one is.
      return judged?.outcome ?? { status: 'refused', by: 'geodata', reason: 'empty', values: {} };
    },

    choose: (by, id, { rows, decided, source }) =>
      files.choose(by, id, (before): PlaceChoices => ({
        ...before,
        rows: settledRows(before.rows, rows),
        ...(decided !== undefined && { decided }),
        ...(source !== undefined && { source }),
      })),

    confirm: (by, id, confirmation) =>
      confirmPlaces(options, store, judgements, by, id, confirmation),

    takeBack: (by, division, units, given, key) =>
      takeBackPlaces(options, by, { division, units, key, ...given }),
  };
}

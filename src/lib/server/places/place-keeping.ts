/** How files of positions, and what was settled about them, stand in the table of kept files. */
import * as v from 'valibot';
import { datums } from '../../domain/geodata.ts';
import { placeLevels, type PlaceChoices, type PlaceDecisions } from '../../domain/place-import.ts';
import type { Keeping } from '../kept-files/kept-file-store.ts';
import type { KeptPlaces } from './place-imports.ts';

/** Of the column `kind`: `track` holds the level. */
export const placesKind = 'places';

const choicesSchema = v.object({
  rows: v.record(v.string(), v.string()),
  declared: v.nullable(v.picklist(datums)),
  decided: v.nullable(v.picklist(datums)),
  source: v.object({
    title: v.string(),
    publisher: v.string(),
    documentNumber: v.string(),
    location: v.string(),
    note: v.string(),
  }),
});

/** Of what decides what a file comes to: where it comes from, as typed so far, does not. */
export function decisionsText({ rows, declared, decided }: PlaceDecisions): string {
  return JSON.stringify({ rows, declared, decided });
}

export const placeKeeping: Keeping<PlaceChoices, KeptPlaces> = {
  kinds: [placesKind],

  choicesText: ({ rows, declared, decided, source }) =>
    JSON.stringify({ rows, declared, decided, source }),

  choicesFrom: (text) => v.parse(choicesSchema, JSON.parse(text)),

  keptFrom: (file, { track }) => ({ ...file, level: v.parse(v.picklist(placeLevels), track) }),
};

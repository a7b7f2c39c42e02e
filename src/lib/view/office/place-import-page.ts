/** The page a file of positions is sent in on: what can be chosen, and what was chosen so far. */
import type { Day } from '../../domain/date.ts';
import { datums, type DatumName } from '../../domain/geodata.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Actor } from '../../domain/permission.ts';
import { placeLevels, type PlaceLevel } from '../../domain/place-import.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { divisionChoices, type DivisionChoice } from './division-choices.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** As chosen; the file is the browser's. */
export interface TypedPlaces {
  readonly level: string;
  readonly division: string;
  readonly datum: string;
}

export interface PlaceImportPage {
  readonly levels: readonly Choice[];
  /** Of a county post the one county. */
  readonly divisions: readonly DivisionChoice[];
  readonly datums: readonly Choice[];
  readonly typed: TypedPlaces;
  readonly unfinished: readonly { readonly href: string; readonly label: string }[];
}

/** A file that waits, as far as its link tells. */
interface WaitingPlaces {
  readonly id: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly uploadedAt: string;
}

export function placeImportPage(
  knowledge: Knowledge,
  facts: {
    /** `null`: who it is has to be found out anew; nothing but what was chosen is shown. */
    readonly actor: Actor | null;
    readonly today: Day;
    readonly typed: TypedPlaces;
    readonly waiting: readonly WaitingPlaces[];
  },
  say: Sentences,
): PlaceImportPage {
  const { actor, today, typed, waiting } = facts;
  const asked = { actor, today, typed: typed.division };
  const { divisions, chosen } = divisionChoices(knowledge, asked, say);
  return {
    levels: placeLevels.map((level) => ({ value: level, label: say.placing.levels[level] })),
    divisions,
    datums: datumChoices(say),
    typed: { ...typed, division: chosen },
    unfinished: waiting.map(({ id, name, level, uploadedAt }) => ({
      href: placesHref(id),
      label: say.placing.fileOf(name, level, say.review.moment(uploadedAt)),
    })),
  };
}

export function datumChoices(say: Sentences): readonly Choice[] {
  return datums.map((datum) => ({ value: datum, label: say.geodata.datumNames[datum] }));
}

/** The datum of a form's choice; `null`: none, or no such one. */
export function datumOf(text: string): DatumName | null {
  return datums.find((datum) => datum === text) ?? null;
}

export function placesHref(id: string): string {
  return `/admin/places/${encodeURIComponent(id)}`;
}

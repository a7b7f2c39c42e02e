/** The page a ledger is sent in on: what can be chosen, and what was typed so far. */
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Actor } from '../../domain/permission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { divisionChoices, type DivisionChoice } from './division-choices.ts';
import { unitsOfDivision } from './division-tracks.ts';
import { trackName } from './proposal-words.ts';

/** As typed; the file is the browser's. */
export interface TypedImport {
  readonly track: string;
  readonly division: string;
  readonly block: string;
}

export interface ImportPage {
  readonly tracks: readonly { readonly value: string; readonly label: string }[];
  /** Of a county post the one county. */
  readonly divisions: readonly DivisionChoice[];
  readonly typed: TypedImport;
  readonly unfinished: readonly { readonly href: string; readonly label: string }[];
}

/** A ledger that waits, as far as its link tells. */
export interface WaitingLedger {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly uploadedAt: string;
}

export function importPage(
  knowledge: Knowledge,
  {
    actor,
    today,
    typed,
    waiting,
  }: {
    /** `null`: who it is has to be found out anew; nothing but what was typed is shown. */
    readonly actor: Actor | null;
    readonly today: Day;
    readonly typed: TypedImport;
    readonly waiting: readonly WaitingLedger[];
  },
  say: Sentences,
): ImportPage {
  const tracks = [...knowledge.tracks.values()].filter(
    ({ track }) => track.level === 'township' || track.level === 'village',
  );
  const { divisions, chosen } = divisionChoices(
    knowledge,
    { actor, today, typed: typed.division },
    say,
    ({ code, level }) =>
      level === 'prefecture' ||
      tracks.some((track) => unitsOfDivision(track, code, today).length > 0),
  );
  return {
    tracks: tracks.map(({ track }) => ({ value: track.id, label: track.name[say.language] })),
    divisions,
    typed: { ...typed, division: chosen },
    unfinished: waiting.map(({ id, name, track, uploadedAt }) => ({
      href: importHref(id),
      label: say.importing.ledgerOf(
        name,
        trackName(knowledge, track, say),
        say.review.moment(uploadedAt),
      ),
    })),
  };
}

export function importHref(id: string): string {
  return `/admin/import/${encodeURIComponent(id)}`;
}

/** The page a ledger is sent in on: what can be chosen, and what was typed so far. */
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { decide, type Actor } from '../../domain/permission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { placeName } from '../place-name.ts';
import { reportingDivisions, unitsOfDivision } from './division-tracks.ts';
import { trackName } from './proposal-words.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

/** As typed; the file is the browser's. */
export interface TypedImport {
  readonly track: string;
  readonly division: string;
  readonly block: string;
}

export interface ImportPage {
  readonly tracks: readonly Choice[];
  /** Of a county post the one county. */
  readonly divisions: readonly Choice[];
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
  const divisions = reportingDivisions(knowledge, today)
    .filter(
      ({ code, level }) =>
        level === 'prefecture' ||
        tracks.some((track) => unitsOfDivision(track, code, today).length > 0),
    )
    .filter(({ code }) =>
      actor === null
        ? code === typed.division
        : decide(actor, 'submission.write', { division: code }).status === 'allowed',
    )
    .map((division): Choice => {
      const name = placeName(division, say.language);
      const label =
        division.level === 'prefecture' ? say.importing.wholePrefecture(name.text) : name.text;
      return { value: division.code, label, ...(name.lang && { lang: name.lang }) };
    });
  const [only] = divisions;
  return {
    tracks: tracks.map(({ track }) => ({ value: track.id, label: track.name[say.language] })),
    divisions,
    typed: {
      ...typed,
      division: divisions.length === 1 && only ? only.value : typed.division,
    },
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

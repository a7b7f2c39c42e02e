/** The page of a report: what can be chosen for this division, and what was typed so far. */
import type { Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import { foldInForce } from '../../domain/fold.ts';
import type { Knowledge, TrackKnowledge } from '../../domain/knowledge.ts';
import type { Stage } from '../../domain/programme.ts';
import type { StatusEvent } from '../../domain/status.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { placeName } from '../place-name.ts';
import { tracksOfDivision, unitsOfDivision } from './division-tracks.ts';
import { eventLine, eventOfId, nameOf } from './proposal-words.ts';
import type { ReportForm } from './report-form.ts';

export interface StageChoice {
  readonly id: string;
  readonly name: string;
  readonly isPresent: boolean;
  /** The next step of the road, for the suggestion. */
  readonly isNext: boolean;
  /** A title that counts needs its document with a file. */
  readonly needsFile: boolean;
}

export interface UnitChoice {
  readonly code: DivisionCode;
  readonly name: string;
  /** The stage it stands at; `null`: none. */
  readonly stage: string | null;
}

export interface UnitGroup {
  readonly code: DivisionCode;
  readonly title: string;
  readonly units: readonly UnitChoice[];
}

export interface TrackChoice {
  readonly id: string;
  readonly name: string;
  /** How it stands, in words; `null`: of units below, each has its own. */
  readonly present: string | null;
  readonly stages: readonly StageChoice[];
  /** Of township and village tracks the units, by township; empty: the division is the unit. */
  readonly groups: readonly UnitGroup[];
  readonly unitsLegend: string;
}

export interface ReportPage {
  readonly title: string;
  readonly division: { readonly code: DivisionCode; readonly name: string };
  readonly tracks: readonly TrackChoice[];
  /** "Up to today nothing else has changed here." */
  readonly nothingElse: string;
  /** The record that is corrected, in words; `null`: a new report. */
  readonly record: string | null;
  readonly form: ReportForm;
}

/** `null` where the division reports on nothing. */
export function reportPage(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  form: ReportForm,
  today: Day,
  say: Sentences,
): ReportPage | null {
  const tracks = tracksOfDivision(knowledge, form.division, today);
  if (tracks.length === 0) return null;
  const record = form.retracts === '' ? null : eventOfId(events, form.retracts);
  const name = nameOf(knowledge, form.division, say);
  return {
    title: say.report.titleOf(name),
    division: { code: form.division, name },
    tracks: tracks.map((track) => trackChoice(knowledge, track, form.division, today, say)),
    nothingElse: say.report.nothingElse(today),
    record: record && eventLine(knowledge, record, say),
    form,
  };
}

function trackChoice(
  knowledge: Knowledge,
  known: TrackKnowledge,
  code: DivisionCode,
  today: Day,
  say: Sentences,
): TrackChoice {
  const { track } = known;
  const hasUnits = track.level === 'township' || track.level === 'village';
  const present = hasUnits ? null : foldInForce(known.eventsOf(code), today).current;
  return {
    id: track.id,
    name: track.name[say.language],
    present: present?.stage.name[say.language] ?? null,
    stages: stageChoices(track.stages, present?.stage.id ?? null, say),
    groups: hasUnits ? unitGroups(knowledge, known, code, today, say) : [],
    unitsLegend: say.report.chooseUnits(track.level),
  };
}

/** The road in its order. The step after the present one is the usual next, until the title is held. */
function stageChoices(
  stages: readonly Stage[],
  present: string | null,
  { language }: Sentences,
): readonly StageChoice[] {
  const at = stages.findIndex(({ id }) => id === present);
  const here = stages[at];
  const next = here && (here.exit || here.counts) ? undefined : stages[at + 1];
  const usual = next && !next.exit ? next.id : null;
  return stages.map(({ id, name, counts }) => ({
    id,
    name: name[language],
    isPresent: id === present,
    isNext: id === usual,
    needsFile: counts,
  }));
}

function unitGroups(
  knowledge: Knowledge,
  known: TrackKnowledge,
  code: DivisionCode,
  today: Day,
  say: Sentences,
): readonly UnitGroup[] {
  const units = unitsOfDivision(known, code, today);
  const parentOf = new Map(units.map((unit) => [unit.code, unit.parent ?? code]));
  const groups = Map.groupBy(units, (unit) =>
    known.track.level === 'village' ? (parentOf.get(unit.code) ?? code) : code,
  );
  return [...groups].map(([parent, members]) => ({
    code: parent,
    title: say.report.unitGroup(nameOf(knowledge, parent, say), members.length),
    units: members.map((unit) => ({
      code: unit.code,
      name: placeName(unit, say.language).text,
      stage:
        foldInForce(known.eventsOf(unit.code), today).current?.stage.name[say.language] ?? null,
    })),
  }));
}

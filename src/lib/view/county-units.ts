/** The townships and villages of one county, each with its state. */
import type { Day } from '../domain/date.ts';
import { isValidOn, type Division, type DivisionCode } from '../domain/division.ts';
import { foldInForce } from '../domain/fold.ts';
import { trackKnowledge, type Knowledge, type TrackKnowledge } from '../domain/knowledge.ts';
import { isReportedOn } from '../domain/progress.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { placeName, type NameView } from './place-name.ts';
import { unitRecords, type UnitRecordView } from './unit-records.ts';

export const unitStates = ['counted', 'possible', 'left', 'none', 'unreported'] as const;
export type UnitState = (typeof unitStates)[number];

export interface UnitView {
  readonly code: DivisionCode;
  readonly name: NameView;
  readonly state: UnitState;
}

export interface VillageGroupView {
  readonly code: DivisionCode;
  readonly name: NameView;
  readonly title: string;
  readonly villages: readonly UnitView[];
}

export interface CountyUnitsView {
  readonly townships: readonly UnitView[];
  readonly townshipCounts: string;
  /** When and by which document those stand as they do of which anything is recorded. */
  readonly townshipRecords: readonly UnitRecordView[];
  /** 街道 and statistical units: outside the denominator. */
  readonly others: readonly NameView[];
  readonly villageCounts: string;
  readonly villageRecords: readonly UnitRecordView[];
  /** Of all villages, per cent, for the bar. */
  readonly villageShares: Readonly<Record<UnitState, number>>;
  readonly groups: readonly VillageGroupView[];
  readonly stateNames: Readonly<Record<UnitState, string>>;
}

export function countyUnits(
  knowledge: Knowledge,
  county: DivisionCode,
  at: Day,
  say: Sentences,
): CountyUnitsView {
  const below = [...knowledge.divisions.values()].filter(
    (division) =>
      division.code !== county && division.code.startsWith(county) && isValidOn(division, at),
  );
  const township = trackKnowledge(knowledge, 'township');
  const village = trackKnowledge(knowledge, 'village');
  const view = (track: TrackKnowledge, division: Division): UnitView => ({
    code: division.code,
    name: placeName(division, say.language),
    state: stateOf(track, division.code, at),
  });
  const townshipLevel = below.filter(({ level }) => level === 'township');
  const eligibleFor = (track: 'township' | 'village') =>
    below.filter(({ countedFor }) => countedFor.includes(track));
  const townships = eligibleFor('township').map((division) => view(township, division));
  const villages = eligibleFor('village').map((division) => view(village, division));
  return {
    townships,
    townshipCounts: say.county.unitCounts('township', townships.length, countsOf(townships, say)),
    townshipRecords: unitRecords(knowledge, township, eligibleFor('township'), at, say),
    others: townshipLevel
      .filter(({ countedFor }) => !countedFor.includes('township'))
      .map((division) => placeName(division, say.language)),
    villageCounts: say.county.unitCounts('village', villages.length, countsOf(villages, say)),
    villageRecords: unitRecords(knowledge, village, eligibleFor('village'), at, say),
    villageShares: sharesOf(villages),
    groups: townshipLevel.flatMap((division): VillageGroupView[] => {
      const members = villages.filter(({ code }) => code.startsWith(division.code));
      const counted = members.filter(({ state }) => state === 'counted').length;
      return members.length === 0
        ? []
        : [
            {
              code: division.code,
              name: placeName(division, say.language),
              title: say.county.groupTitle(members.length, counted),
              villages: members,
            },
          ];
    }),
    stateNames: say.county.unitStates,
  };
}

function stateOf(track: TrackKnowledge, code: DivisionCode, at: Day): UnitState {
  const standing = foldInForce(track.eventsOf(code), at);
  if (standing.surelyCounts) return 'counted';
  if (standing.mayCount) return 'possible';
  if (standing.current?.stage.exit) return 'left';
  return isReportedOn(track, code, standing, at) ? 'none' : 'unreported';
}

function countsOf(units: readonly UnitView[], say: Sentences) {
  return unitStates
    .map((state) => ({
      state: say.county.unitStates[state],
      count: units.filter((unit) => unit.state === state).length,
    }))
    .filter(({ count }) => count > 0);
}

function sharesOf(units: readonly UnitView[]): Record<UnitState, number> {
  const share = (state: UnitState) =>
    units.length === 0
      ? 0
      : Math.round((units.filter((unit) => unit.state === state).length / units.length) * 1000) /
        10;
  return {
    counted: share('counted'),
    possible: share('possible'),
    left: share('left'),
    none: share('none'),
    unreported: share('unreported'),
  };
}

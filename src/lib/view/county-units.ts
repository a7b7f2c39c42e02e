/** The townships and villages of one county, each with its state. */
import type { Day } from '../domain/date.ts';
import { countyCode, isValidOn, type DivisionCode } from '../domain/division.ts';
import { trackKnowledge, type Knowledge } from '../domain/knowledge.ts';
import { countStates } from '../domain/register.ts';
import {
  registerUnits,
  unitStates,
  type RegisterLevel,
  type RegisterUnit,
  type UnitState,
} from '../domain/register-unit.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { defaultRegister } from '../map/register-state.ts';
import type { ViewState } from '../map/url-state.ts';
import type { DownloadsView } from './download-links.ts';
import type { LinkView } from './link.ts';
import { placeName, type NameView } from './place-name.ts';
import { registerDownloads } from './register-downloads.ts';
import { filteredHref, townshipHref } from './register-link.ts';
import { unitRecords, type UnitRecordView } from './unit-records.ts';

export interface UnitView {
  readonly code: DivisionCode;
  readonly name: NameView;
  readonly state: UnitState;
}

export interface TownshipUnitView extends UnitView {
  readonly href: string;
}

export interface VillageGroupView {
  readonly code: DivisionCode;
  readonly name: NameView;
  readonly title: string;
  /** The page of the township. */
  readonly link: LinkView;
  readonly villages: readonly UnitView[];
}

export interface CountyUnitsView {
  /** By state, the surest first, so that equal squares of the chart stand together. */
  readonly townships: readonly TownshipUnitView[];
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
  /** The registers, filtered by the county. */
  readonly registers: Readonly<Record<RegisterLevel, LinkView>>;
  readonly downloads: Readonly<Record<RegisterLevel, DownloadsView>>;
  readonly stateNames: Readonly<Record<UnitState, string>>;
}

/** On the day the view shows, `at`; `when` is what the links say of it. */
export function countyUnits(
  knowledge: Knowledge,
  county: DivisionCode,
  at: Day,
  when: Pick<ViewState, 'at' | 'knownAt'>,
  say: Sentences,
): CountyUnitsView {
  const unitsOf = (level: RegisterLevel) =>
    registerUnits(knowledge, level, at).filter(
      ({ division }) => countyCode(division.code) === county,
    );
  const townships = unitsOf('township');
  const villages = unitsOf('village');
  const below = [...knowledge.divisions.values()].filter(
    (division) =>
      division.level === 'township' &&
      countyCode(division.code) === county &&
      isValidOn(division, at),
  );
  const recordsOf = (level: RegisterLevel, units: readonly RegisterUnit[]) =>
    unitRecords(
      knowledge,
      trackKnowledge(knowledge, level),
      units.map(({ division }) => division),
      at,
      say,
    );
  const { at: asked, knownAt } = when;
  const ofCounty = { ...defaultRegister, at: asked, knownAt, county };
  const downloadsOf = (level: RegisterLevel, units: readonly RegisterUnit[]) =>
    registerDownloads(level, ofCounty, units, knowledge, say);
  return {
    townships: unitStates.flatMap((state) =>
      townships
        .filter((unit) => unit.state === state)
        .map((unit) => ({
          ...unitView(unit, say),
          href: townshipHref(unit.division.code, when),
        })),
    ),
    townshipCounts: countsOf('township', townships, say),
    townshipRecords: recordsOf('township', townships),
    others: below
      .filter(({ countedFor }) => !countedFor.includes('township'))
      .map((division) => placeName(division, say.language)),
    villageCounts: countsOf('village', villages, say),
    villageRecords: recordsOf('village', villages),
    villageShares: sharesOf(villages),
    groups: below.flatMap((division): VillageGroupView[] => {
      const members = villages.filter(({ township }) => township?.code === division.code);
      const name = placeName(division, say.language);
      return members.length === 0
        ? []
        : [
            {
              code: division.code,
              name,
              title: say.county.groupTitle(members.length, countStates(members).counted),
              link: link(say.register.pageOfPlace(name.text), townshipHref(division.code, when)),
              villages: members.map((unit) => unitView(unit, say)),
            },
          ];
    }),
    registers: registersOf(knowledge, county, when, say),
    downloads: {
      township: downloadsOf('township', townships),
      village: downloadsOf('village', villages),
    },
    stateNames: say.county.unitStates,
  };
}

function link(label: string, href: string): LinkView {
  return { label, href, isCurrent: false };
}

function unitView({ division, state }: RegisterUnit, say: Sentences): UnitView {
  return { code: division.code, name: placeName(division, say.language), state };
}

function registersOf(
  { divisions }: Knowledge,
  county: DivisionCode,
  when: Pick<ViewState, 'at' | 'knownAt'>,
  say: Sentences,
): CountyUnitsView['registers'] {
  const division = divisions.get(county);
  const name = division ? placeName(division, say.language).text : county;
  const register = (level: RegisterLevel) =>
    link(say.register.registerOf(level, name), filteredHref(level, when, { county }));
  return { township: register('township'), village: register('village') };
}

function countsOf(level: RegisterLevel, units: readonly RegisterUnit[], say: Sentences): string {
  const counts = countStates(units);
  const parts = unitStates
    .map((state) => ({ state: say.county.unitStates[state], count: counts[state] }))
    .filter(({ count }) => count > 0);
  return say.county.unitCounts(level, units.length, parts);
}

function sharesOf(units: readonly RegisterUnit[]): Record<UnitState, number> {
  const counts = countStates(units);
  const share = (state: UnitState) =>
    units.length === 0 ? 0 : Math.round((counts[state] / units.length) * 1000) / 10;
  return {
    counted: share('counted'),
    possible: share('possible'),
    left: share('left'),
    none: share('none'),
    unreported: share('unreported'),
  };
}

/** Which class of a theme a county falls into: the one rule behind colour, legend and filter. */
import type { Day } from './date.ts';
import type { Programme } from './programme.ts';
import type { CountyStanding, Measure, TrackStanding, UnitTally } from './standing.ts';
import type { Theme } from './theme.ts';

/**
 * `step`: a place on the theme's ramp (`rank` from 0, furthest highest). `none`: reported, nothing
 * reached. `left`: out of the programme. `unknown`: nothing reported, nothing known. `unasked`: there
 * is nothing to hold the count against, as no quota is set, or a quota of 0.
 */
export type ClassKind = 'step' | 'none' | 'left' | 'unknown' | 'unasked';

export interface ThemeClass {
  readonly id: string;
  readonly kind: ClassKind;
  readonly rank: number;
  readonly share: ClassShare | null;
}

/**
 * Of classes by share: the share above which and up to which they hold. Of quotas, the last begins
 * with the quota itself (`above` 1, `upTo` infinite), so that the one before it ends below.
 */
export interface ClassShare {
  readonly of: Measure;
  readonly above: number;
  readonly upTo: number;
}

export interface Classified {
  readonly classId: string;
  readonly isPossible: boolean;
  readonly isUnreported: boolean;
  readonly reportedTo: Day | null;
}

const none: ThemeClass = { id: 'none', kind: 'none', rank: -1, share: null };
const left: ThemeClass = { id: 'left', kind: 'left', rank: -1, share: null };
const unknown: ThemeClass = { id: 'unknown', kind: 'unknown', rank: -1, share: null };
const noQuota: ThemeClass = { id: 'no-quota', kind: 'unasked', rank: -1, share: null };
const noTask: ThemeClass = { id: 'no-task', kind: 'unasked', rank: -1, share: null };

/** Quarters of a quota; the shares of `shareBreaks` are of all units, where a county never has most. */
const quotaBreaks = [0.25, 0.5, 0.75, 1] as const;

/** Titles held and roads travelled on the two county tracks together, from least to most. */
const combined = ['one-road', 'two-roads', 'one-title', 'two-titles'] as const;

/** The track whose units a theme counts; `null`: a theme of county tracks. */
export function countedTrack(theme: Theme): 'township' | 'village' | null {
  if (theme === 'townships') return 'township';
  return theme === 'villages' ? 'village' : null;
}

/**
 * What a theme holds the counted units of these counties against; `null`: it counts none. Where no
 * county has a quota, it is the units there are to choose from.
 */
export function measureOfTheme(theme: Theme, standings: readonly CountyStanding[]): Measure | null {
  if (theme !== 'townships' && theme !== 'villages') return null;
  return standings[0]?.[theme].measure ?? 'eligible';
}

/** The classes of a theme, from the furthest to the least known; `measure` as `measureOfTheme` says. */
export function classesOfTheme(
  programme: Programme,
  theme: Theme,
  measure: Measure | null,
): readonly ThemeClass[] {
  switch (theme) {
    case 'national':
    case 'provincial':
      return [...steps(programme.phases.map(({ id }) => id)), none, left, unknown];
    case 'both':
      return [...steps(combined), none, left, unknown];
    case 'townships':
    case 'villages':
      return measure === 'quota'
        ? [...quotaSteps(), none, noTask, noQuota, unknown]
        : [...shareSteps(breaksOf(programme, countedTrack(theme))), none, unknown];
  }
}

/** The class of one county in a theme; `null` where the theme does not speak of it. */
export function classOfRow(
  programme: Programme,
  theme: Theme,
  standing: CountyStanding,
): Classified | null {
  const { division, national, provincial, townships, villages } = standing;
  switch (theme) {
    case 'national':
      return division.countedFor.includes('national') ? classOfTrack(national) : null;
    case 'provincial':
      return division.countedFor.includes('provincial') ? classOfTrack(provincial) : null;
    case 'both':
      return division.countedFor.includes('national') && division.countedFor.includes('provincial')
        ? classOfBoth(national, provincial)
        : null;
    case 'townships':
      return classOfTally(townships, breaksOf(programme, 'township'));
    case 'villages':
      return classOfTally(villages, breaksOf(programme, 'village'));
  }
}

function classOfTrack(standing: TrackStanding): Classified {
  return {
    classId: trackClass(standing),
    isPossible: standing.certainty !== null && standing.certainty !== 'confirmed',
    isUnreported: !standing.isReported,
    reportedTo: standing.reportedTo,
  };
}

function trackClass({ stage, isReported }: TrackStanding): string {
  if (!stage) return isReported ? none.id : unknown.id;
  return stage.exit ? left.id : (stage.phase ?? none.id);
}

function classOfBoth(national: TrackStanding, provincial: TrackStanding): Classified {
  const both = [national, provincial];
  const titles = both.filter(({ stage }) => stage?.counts).length;
  const roads = both.filter(({ stage }) => stage && !stage.exit).length;
  const isUnreported = both.some(({ isReported }) => !isReported);
  const reports = both.map(({ reportedTo }) => reportedTo ?? '').sort();
  return {
    classId: combinedClass(titles, roads) ?? leftOrNone(both, isUnreported),
    isPossible: both.some(({ certainty }) => certainty !== null && certainty !== 'confirmed'),
    isUnreported,
    reportedTo: reports[0] || null,
  };
}

function combinedClass(titles: number, roads: number): (typeof combined)[number] | null {
  if (titles > 0) return titles === 2 ? 'two-titles' : 'one-title';
  if (roads > 0) return roads === 2 ? 'two-roads' : 'one-road';
  return null;
}

function leftOrNone(both: readonly TrackStanding[], isUnreported: boolean): string {
  if (both.some(({ stage }) => stage?.exit)) return left.id;
  return isUnreported ? unknown.id : none.id;
}

function classOfTally(tally: UnitTally, breaks: readonly number[]): Classified | null {
  if (tally.eligible === 0) return null;
  return {
    classId: tally.measure === 'quota' ? quotaClass(tally) : eligibleClass(tally, breaks),
    isPossible: tally.possible > 0,
    isUnreported: !tally.isReported,
    reportedTo: tally.reportedTo,
  };
}

function eligibleClass(tally: UnitTally, breaks: readonly number[]): string {
  if (tally.counted === 0) return noneCounted(tally);
  const share = tally.counted / tally.eligible;
  const rank = breaks.findIndex((upper) => share <= upper);
  return shareId(rank === -1 ? breaks.length : rank);
}

function quotaClass(tally: UnitTally): string {
  const { quota, counted } = tally;
  if (quota === null) return noQuota.id;
  if (quota === 0) return noTask.id;
  if (counted === 0) return noneCounted(tally);
  if (counted >= quota) return quotaId(quotaBreaks.length);
  return quotaId(quotaBreaks.findIndex((upper) => counted <= upper * quota));
}

/** As of a track: nothing known of a county whose reports end before the day is not "nothing reached" (DESIGN §3). */
function noneCounted({ possible, isReported }: UnitTally): string {
  return possible === 0 && !isReported ? unknown.id : none.id;
}

function steps(ids: readonly string[]): ThemeClass[] {
  return ids.map((id, rank): ThemeClass => ({ id, kind: 'step', rank, share: null })).reverse();
}

function shareSteps(breaks: readonly number[]): ThemeClass[] {
  return [...breaks, 1]
    .map((upTo, rank): ThemeClass => ({
      id: shareId(rank),
      kind: 'step',
      rank,
      share: { of: 'eligible', above: breaks[rank - 1] ?? 0, upTo },
    }))
    .reverse();
}

/** Quarters up to the quota, and what reaches it or goes beyond. */
function quotaSteps(): ThemeClass[] {
  return [...quotaBreaks, Infinity]
    .map((upTo, rank): ThemeClass => ({
      id: quotaId(rank),
      kind: 'step',
      rank,
      share: { of: 'quota', above: quotaBreaks[rank - 1] ?? 0, upTo },
    }))
    .reverse();
}

function quotaId(rank: number): string {
  return `quota-${rank + 1}`;
}

function shareId(rank: number): string {
  return `share-${rank + 1}`;
}

function breaksOf(programme: Programme, trackId: string | null): readonly number[] {
  return programme.tracks.find(({ id }) => id === trackId)?.shareBreaks ?? [];
}

/**
 * For tests: progress worked out a second time, straight from the text of DESIGN §4 and the decisions
 * 0003, 0004 and 0008, one day after the other, slowly. It shares types with our code and nothing else.
 */
import type { Division } from './division.ts';
import type { ProgrammeData } from './programme-data.ts';
import type { Target } from './programme.ts';
import type { ReachedEvent, StatusEvent } from './status.ts';

export interface OracleAnswer {
  readonly named: number;
  readonly low: number;
  readonly high: number;
  readonly denominator: number;
  readonly required: number;
  readonly gap: number;
  readonly outcome: string;
  readonly metOn: string | null;
  readonly pipeline: Readonly<Record<string, number>>;
  readonly notReported: readonly string[];
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const nextDay = (day: string): string => dayOf(timeOf(day) + 86_400_000);

/** The first and last day on which a partial date may lie: every day is tried. */
const intervals = new Map<string, readonly [string, string]>();
function intervalOf(partial: string): readonly [string, string] {
  const known = intervals.get(partial);
  if (known) return known;
  const year = partial.slice(0, 4);
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(year); day = nextDay(day)) {
    if (day.startsWith(partial)) days.push(day);
  }
  const answer = [days[0] ?? '', days.at(-1) ?? ''] as const;
  intervals.set(partial, answer);
  return answer;
}

/** Progress on the target on `at`, as known at the end of `knownAt`; `from`: before every fact. */
export function oracle(
  { programme, divisions, status }: ProgrammeData,
  target: Target,
  { at, knownAt, from }: { at: string; knownAt?: string | undefined; from: string },
): OracleAnswer {
  const start = target.start ?? programme.period.start;
  const deadline = target.deadline ?? programme.period.deadline;
  const base = target.base ?? programme.period.base;
  const isKnown = ({ recordedAt }: { recordedAt: string }): boolean =>
    knownAt === undefined || dayOf(Date.parse(recordedAt) + 8 * 3_600_000) <= knownAt;
  const known = status.events.filter(isKnown);
  const isRetracted = (event: StatusEvent): boolean =>
    known.some((other) => other.retracts === event.id && !isRetracted(other));
  const inForce = known.filter(
    (event): event is ReachedEvent => event.kind === 'reached' && !isRetracted(event),
  );
  const stagesOf = (track: string) => programme.tracks.find(({ id }) => id === track)?.stages ?? [];
  const stageOf = (track: string, stage: string) => stagesOf(track).find(({ id }) => id === stage);
  const counts = ({ track, stage }: { track: string; stage: string }): boolean =>
    stageOf(track, stage)?.counts === true;

  const reportedTo = (code: string, track: string): string => {
    const covering = divisions.filter((division) => code.startsWith(prefixOf(division)));
    const days = covering.map((division) => {
      const reports = status.reporting.filter(
        (report) => report.division === division.code && report.track === track && isKnown(report),
      );
      // Of reports about one division the last recorded holds.
      let last = reports[0];
      for (const report of reports) {
        if (last && Date.parse(report.recordedAt) >= Date.parse(last.recordedAt)) last = report;
      }
      return last?.completeTo ?? '';
    });
    return days.sort().at(-1) ?? '';
  };

  const unitOn = (unit: Division, track: string, day: string) => {
    const events = inForce
      .filter((event) => event.division === unit.code && event.track === track)
      .filter(({ effective }) => intervalOf(effective)[0] <= day)
      .sort(inFoldOrder);
    const hasHappened = ({ certainty, effective }: ReachedEvent): boolean =>
      certainty === 'confirmed' && intervalOf(effective)[1] <= day;
    const last = events.findLastIndex(hasHappened);
    const happened = events[last];
    const possible = events.slice(last + 1);
    const held = happened !== undefined && counts(happened);
    // The log reaches the day: a report does, or something surely happened on that very day.
    const isReported =
      reportedTo(unit.code, track) >= day ||
      events.some((event) => hasHappened(event) && intervalOf(event.effective)[0] === day);
    return {
      surely: held && possible.every(counts),
      may: held || possible.some(counts) || !isReported,
      isReported,
      stage: events.at(-1)?.stage,
    };
  };

  const tracks = [target.track, ...target.alsoCountedBy];
  const boundsOn = (day: string) => {
    const units = divisions.filter(
      ({ countedFor, validFrom, validTo }) =>
        countedFor.includes(target.track) && (validFrom ?? day) <= day && day <= (validTo ?? day),
    );
    const standings = units.map((unit) => tracks.map((track) => unitOn(unit, track, day)));
    const named = standings.filter((each) => each.some(({ surely }) => surely)).length;
    const open = standings.filter((each) => each.some(({ surely, may }) => surely || may)).length;
    const begun = status.statements
      .filter((statement) => statement.track === target.track && isKnown(statement))
      .filter(({ effective }) => intervalOf(effective)[1] <= day)
      .sort(inFoldOrder);
    const stated = begun
      .filter((statement, index) =>
        begun
          .slice(index + 1)
          .every(
            ({ stage, excluding }) =>
              stage !== statement.stage || excluding !== statement.excluding,
          ),
      )
      .filter(counts)
      .map(({ count }) => count);
    const low = Math.max(named, ...stated);
    let required = 0;
    if (target.kind === 'number') required = target.number;
    // The smallest whole number that is the share or more, and at least one (decision 0008).
    else
      do required += 1;
      while (required * target.denominator < target.numerator * units.length);
    return { units, standings, named, low, high: Math.max(low, open), required };
  };

  const now = boundsOn(at);
  const pipeline: Record<string, number> = {};
  for (const [own] of now.standings) {
    const stage = own?.stage === undefined ? undefined : stageOf(target.track, own.stage);
    if (stage && !stage.counts && !stage.exit) pipeline[stage.id] = (pipeline[stage.id] ?? 0) + 1;
  }
  return {
    named: now.named,
    low: now.low,
    high: now.high,
    denominator: now.units.length,
    required: now.required,
    gap: Math.max(0, now.required - now.low),
    ...outcome(),
    pipeline,
    notReported: now.units
      .filter((_, index) => now.standings[index]?.[0]?.isReported === false)
      .map(({ code }) => code),
  };

  function outcome(): { outcome: string; metOn: string | null } {
    let metOn: string | null = null;
    let wasMet = false;
    for (let day = from; day <= at; day = nextDay(day)) {
      const { low, required } = boundsOn(day);
      wasMet ||= low >= required;
      metOn = low >= required ? (metOn ?? day) : null;
    }
    if (metOn !== null) return { outcome: metOn <= deadline ? 'met' : 'met-late', metOn };
    if (wasMet) return { outcome: 'lost', metOn };
    if (at > deadline) {
      const then = boundsOn(deadline);
      return { outcome: then.high < then.required ? 'not-met' : 'undetermined', metOn };
    }
    const [lowWord, highWord] = [word(now.low), word(now.high)];
    return { outcome: lowWord === highWord ? lowWord : 'undetermined', metOn };
  }

  /** In whole numbers: thousandths of a unit, days multiplied out. */
  function word(count: number): string {
    if (count >= now.required) return 'met';
    if (count < base) return 'regressed';
    const length = BigInt((timeOf(deadline) - timeOf(start)) / 86_400_000);
    const passed = BigInt(Math.max(0, (timeOf(at) - timeOf(start)) / 86_400_000));
    const risen = BigInt(count - base) * length * 1000n;
    const due = BigInt(now.required - base) * (passed < length ? passed : length);
    if (due === 0n) return 'on-track';
    const { onTrack, accelerate } = programme.thresholds;
    if (risen >= due * BigInt(onTrack * 1000)) return 'on-track';
    return risen >= due * BigInt(accelerate * 1000) ? 'accelerate' : 'behind';
  }
}

/** The prefix that the codes of a division and of everything below it have in common. */
function prefixOf({ code, level }: Division): string {
  return level === 'prefecture' ? code.slice(0, 4) : code;
}

function inFoldOrder(
  a: { effective: string; recordedAt: string; id: string },
  b: { effective: string; recordedAt: string; id: string },
): number {
  const [aStart, aEnd] = intervalOf(a.effective);
  const [bStart, bEnd] = intervalOf(b.effective);
  if (aEnd !== bEnd) return aEnd < bEnd ? -1 : 1;
  if (aStart !== bStart) return aStart < bStart ? -1 : 1;
  const apart = Date.parse(a.recordedAt) - Date.parse(b.recordedAt);
  return apart !== 0 ? apart : a.id < b.id ? -1 : 1;
}

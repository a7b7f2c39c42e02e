/** Who has not reported since when: every division and track, the longest overdue first. */
import { daysBetween, type Day } from '../../domain/date.ts';
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { compareText } from '../../domain/order.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { reportingDivisions, tracksOfDivision } from './division-tracks.ts';
import { nameOf } from './proposal-words.ts';

export interface ReportingRow {
  readonly division: DivisionCode;
  readonly track: string;
  readonly reportedTo: Day | null;
  /** Days beyond what the settings allow, 0 where in time; `null`: never reported. */
  readonly overdueDays: number | null;
}

export interface ReportingRowView extends ReportingRow {
  readonly county: string;
  readonly trackName: string;
  readonly date: string;
  readonly overdue: string;
  readonly isOverdue: boolean;
}

export interface ReportingView {
  readonly rule: string;
  readonly rows: readonly ReportingRowView[];
}

/** Never reported first, then the longest overdue; alike, by code and in the order of the tracks. */
export function reportingRows(
  knowledge: Knowledge,
  today: Day,
  dueDays: number,
  isShown: (code: DivisionCode) => boolean,
): readonly ReportingRow[] {
  const rows = reportingDivisions(knowledge, today)
    .filter(({ code }) => isShown(code))
    .flatMap(({ code }) =>
      tracksOfDivision(knowledge, code, today).map(({ track, reportedTo }): ReportingRow => {
        const to = reportedTo(code);
        const overdueDays = to === null ? null : Math.max(0, daysBetween(to, today) - dueDays);
        return { division: code, track: track.id, reportedTo: to, overdueDays };
      }),
    );
  const worst = ({ overdueDays }: ReportingRow) => overdueDays ?? Number.MAX_SAFE_INTEGER;
  return rows.toSorted((a, b) => worst(b) - worst(a) || compareText(a.division, b.division));
}

/** How many divisions are overdue on any of their tracks. */
export function overdueDivisions(rows: readonly ReportingRow[]): number {
  return new Set(
    rows.filter(({ overdueDays }) => overdueDays !== 0).map(({ division }) => division),
  ).size;
}

export function reportingView(
  knowledge: Knowledge,
  today: Day,
  dueDays: number,
  isShown: (code: DivisionCode) => boolean,
  say: Sentences,
): ReportingView {
  return {
    rule: say.review.dueRule(dueDays, today),
    rows: reportingRows(knowledge, today, dueDays, isShown).map((row) => ({
      ...row,
      county: nameOf(knowledge, row.division, say),
      trackName: knowledge.tracks.get(row.track)?.track.name[say.language] ?? row.track,
      date:
        row.reportedTo === null
          ? say.standing.unreportedSince(null)
          : say.format.date(row.reportedTo),
      overdue: say.review.overdueBy(row.overdueDays),
      isOverdue: row.overdueDays !== 0,
    })),
  };
}

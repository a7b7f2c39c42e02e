/** What a submission says, line by line. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { SubmissionDetail } from '../../domain/recorded-submission.ts';
import type { StatusEvent } from '../../domain/status.ts';
import type { Change } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { mostToldSingly } from './change-list.ts';
import { placesLines } from './places-effect-words.ts';
import { eventLine, eventOfId, nameOf, stageName, trackName } from './proposal-words.ts';

export interface LineView {
  readonly label: string;
  readonly value: string;
  /** A link to a document that is published. */
  readonly href?: string;
}

/** All of it in lines; changes that are many are left to their lists (change-list.ts). */
export function saysLines(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  { division, proposal }: SubmissionDetail,
  say: Sentences,
): readonly LineView[] {
  const { words } = say.review;
  const told = proposal.changes.length > mostToldSingly ? [] : proposal.changes;
  const groups = Map.groupBy(told, (change) =>
    change.kind === 'reached'
      ? [change.track, change.stage, change.effective, change.batch ?? ''].join(' ')
      : `${change.retracts}`,
  );
  const lines = [...groups.values()].flatMap((changes) =>
    changeLines(knowledge, events, division, changes, say),
  );
  const moves = proposal.reporting.map(({ track, completeTo }) => ({
    label: words.reportingMoves,
    value: completeTo === null ? say.changeList.words.neverReported : say.format.date(completeTo),
    track,
  }));
  return [
    ...(proposal.undoes ? [{ label: words.reason, value: proposal.undoes.reason }] : []),
    ...lines,
    // What an undoing brings back is told row by row (record-list.ts).
    ...(proposal.undoes
      ? []
      : [
          ...moves.map(({ label, value, track }) => ({
            label,
            value: `${trackName(knowledge, track, say)} ${value}`,
          })),
          ...quotaLines(knowledge, proposal, say),
          ...placesLines(knowledge, proposal, say),
        ]),
    ...(proposal.note ? [{ label: words.note, value: proposal.note }] : []),
  ];
}

/** Since when, and how many each county is asked for, by track. */
function quotaLines(
  knowledge: Knowledge,
  { quotas }: SubmissionDetail['proposal'],
  say: Sentences,
): readonly LineView[] {
  if (!quotas) return [];
  const { effective, counts } = quotas;
  const byTrack = Map.groupBy(counts, ({ track }) => track);
  return [
    {
      label: say.review.words.date,
      value: effective === '' ? say.review.incomplete : say.format.date(effective),
    },
    ...[...byTrack].map(([track, rows]) => ({
      label: trackName(knowledge, track, say),
      value: say.quota.countsOf(
        rows.map(({ division, count }) => ({
          name: nameOf(knowledge, division, say),
          count: count === null ? null : Number(count),
        })),
      ),
    })),
  ];
}

/** Changes that differ in their unit alone, told once. */
function changeLines(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  division: string,
  changes: readonly Change[],
  say: Sentences,
): readonly LineView[] {
  const [first] = changes;
  if (!first) return [];
  const { words, incomplete } = say.review;
  const lines: LineView[] = [];
  if (first.kind !== 'reached') {
    const record = eventOfId(events, first.retracts);
    lines.push({
      label: first.kind === 'correction' ? words.corrects : words.retracts,
      value: record ? eventLine(knowledge, record, say) : first.retracts || incomplete,
    });
    lines.push({ label: words.reason, value: first.reason || incomplete });
  }
  lines.push({ label: words.track, value: trackName(knowledge, first.track, say) || incomplete });
  if (changes.some((change) => change.division !== division)) {
    const names = changes.map((change) => nameOf(knowledge, change.division, say));
    lines.push({
      label: words.units,
      value: say.format.list(names.filter((name) => name !== '')) || incomplete,
    });
  }
  if (first.kind === 'retraction') return lines;
  lines.push({
    label: words.stage,
    value: first.stage === '' ? incomplete : stageName(knowledge, first.track, first.stage, say),
  });
  lines.push({
    label: words.date,
    value: first.effective === '' ? incomplete : say.format.date(first.effective),
  });
  if (first.batch) lines.push({ label: words.batch, value: first.batch });
  return lines;
}

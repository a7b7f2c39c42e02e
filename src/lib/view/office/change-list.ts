/** Many changes told as people read them: what happened, then how many where, then unit by unit. */
import type { Knowledge } from '../../domain/knowledge.ts';
import { rowsOf, type ProposalRow } from '../../domain/proposal-rows.ts';
import type { StatusEvent } from '../../domain/status.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { eventLine, eventOfId, nameOf, stageName, trackName } from './proposal-words.ts';

/** Changes a submission tells one by one; more of them are told as lists. */
export const mostToldSingly = 20;

export interface ListedChange {
  /** Of its row in the proposal (proposal-rows.ts). */
  readonly key: string;
  readonly name: string;
  /** The township of a village; else empty. */
  readonly within: string;
  /** What it corrects or takes back; else empty. */
  readonly record: string;
}

export interface ListedCounty {
  readonly code: string;
  readonly name: string;
  readonly number: string;
  readonly changes: readonly ListedChange[];
}

export interface ChangeGroup {
  readonly title: string;
  /** Why, of what is corrected or taken back; empty: no reason is asked for, or each has its own. */
  readonly reason: string;
  readonly counties: readonly ListedCounty[];
}

type ChangeRow = Extract<ProposalRow, { readonly kind: 'change' }>;

/** Changes alike in all but their unit make one group; those that take something back, one for each track. */
export function changeGroups(
  knowledge: Knowledge,
  events: readonly StatusEvent[],
  proposal: Proposal,
  say: Sentences,
): readonly ChangeGroup[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const groups = Map.groupBy(
    rowsOf(proposal).filter((row) => row.kind === 'change'),
    ({ change }) =>
      change.kind === 'retraction'
        ? `${change.kind} ${change.track}`
        : [change.kind, change.track, change.stage, change.effective, change.batch].join(' '),
  );
  return [...groups.values()].map((members): ChangeGroup => {
    const [first] = members;
    // A group has what made it one.
    if (!first) return { title: '', reason: '', counties: [] };
    const { change } = first;
    const level = knowledge.tracks.get(change.track)?.track.level ?? 'village';
    const reasons = new Set(
      members.map((member) => (member.change.kind === 'reached' ? '' : member.change.reason)),
    );
    const counties = Map.groupBy(members, (member) => member.change.division.slice(0, 6));
    return {
      title: say.changeList.groupTitle(whatOf(knowledge, change, say), members.length, level),
      reason: reasons.size === 1 ? ([...reasons][0] ?? '') : '',
      counties: [...counties]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, listed]) => ({
          code,
          name: nameOf(knowledge, code, say),
          number: say.format.count(listed.length),
          changes: listed.map((member) => listedChange(knowledge, byId, member, say)),
        })),
    };
  });
}

function listedChange(
  knowledge: Knowledge,
  byId: ReadonlyMap<string, StatusEvent>,
  { change, key }: ChangeRow,
  say: Sentences,
): ListedChange {
  const parent = knowledge.divisions.get(change.division)?.parent ?? null;
  const isWithin = parent !== null && parent.length > 6;
  const retracted = change.kind === 'reached' ? undefined : byId.get(change.retracts);
  const record = retracted && eventOfId([retracted], retracted.id);
  return {
    key,
    name: nameOf(knowledge, change.division, say),
    within: isWithin ? nameOf(knowledge, parent, say) : '',
    record: record ? eventLine(knowledge, record, say) : '',
  };
}

/** 市级森林村庄 授予称号，2023年，第一批 */
function whatOf(knowledge: Knowledge, change: Change, say: Sentences): string {
  const track = trackName(knowledge, change.track, say);
  if (change.kind === 'retraction') {
    return say.changeList.onTrack(track, say.review.retractionOf(null));
  }
  const stage = stageName(knowledge, change.track, change.stage, say);
  const what = change.kind === 'correction' ? say.review.correctionOf(stage) : stage;
  const told = [
    say.changeList.onTrack(track, what),
    ...(change.effective === '' ? [] : [say.format.date(change.effective)]),
    ...(change.batch === undefined ? [] : [change.batch]),
  ];
  return told.join(say.language === 'en' ? ', ' : '，');
}

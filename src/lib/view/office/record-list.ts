/** The positions, quotas and dates of a list, told as its changes are: what, where, unit by unit. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { rowsOf, type ProposalRow } from '../../domain/proposal-rows.ts';
import type { Proposal } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import type { ChangeGroup, ListedChange } from './change-list.ts';
import { nameOf, trackName } from './proposal-words.ts';
import { rowWords } from './row-words.ts';

type OtherRow = Exclude<ProposalRow, { readonly kind: 'change' }>;

/** What of the list is no change of a stage, by kind. */
export function recordGroups(
  knowledge: Knowledge,
  { division, proposal }: { readonly division: DivisionCode; readonly proposal: Proposal },
  say: Sentences,
): readonly ChangeGroup[] {
  const rows = rowsOf(proposal).filter((row) => row.kind !== 'change');
  const groups = Map.groupBy(rows, (row) => titleOf(knowledge, proposal, row, say));
  return [...groups].map(([title, members]): ChangeGroup => {
    const places = Map.groupBy(members, (row) => countyOf(knowledge, division, row));
    return {
      title: say.importing.listTitle(title, members.length),
      reason: '',
      counties: [...places]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, listed]) => ({
          code,
          name: nameOf(knowledge, code, say),
          number: say.format.count(listed.length),
          changes: listed.map((row) => listedRow(knowledge, row, say)),
        })),
    };
  });
}

function titleOf(
  knowledge: Knowledge,
  { undoes }: Proposal,
  row: OtherRow,
  say: Sentences,
): string {
  const { words: many } = say.changeList;
  switch (row.kind) {
    case 'place':
      if (row.place.geometry === null) return say.placing.says.takenBack;
      return undoes ? many.restoredPlaces : say.placing.says.given;
    case 'quota':
      return say.changeList.onTrack(
        trackName(knowledge, row.quota.track, say),
        many.restoredQuotas,
      );
    case 'reporting':
      return many.restoredReporting;
  }
}

/** Quotas are listed under who sets them, dates under who reports. */
function countyOf(knowledge: Knowledge, division: DivisionCode, row: OtherRow): DivisionCode {
  switch (row.kind) {
    case 'place':
      return row.place.division.slice(0, 6);
    case 'quota':
      return knowledge.divisions.get(row.quota.division)?.parent ?? division;
    case 'reporting':
      return division;
  }
}

function listedRow(knowledge: Knowledge, row: OtherRow, say: Sentences): ListedChange {
  const record = rowWords(knowledge, row, say);
  const { key } = row;
  switch (row.kind) {
    case 'place': {
      const unit = row.place.division;
      const parent = knowledge.divisions.get(unit)?.parent ?? null;
      const within = parent !== null && parent.length > 6 ? nameOf(knowledge, parent, say) : '';
      return { key, name: nameOf(knowledge, unit, say), within, record };
    }
    case 'quota':
      return { key, name: nameOf(knowledge, row.quota.division, say), within: '', record };
    case 'reporting':
      return { key, name: trackName(knowledge, row.report.track, say), within: '', record };
  }
}

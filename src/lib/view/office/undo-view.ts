/** What an undoing would take back, and what it leaves because somebody has changed it since. */
import type { Knowledge } from '../../domain/knowledge.ts';
import { rowsOf, rowText } from '../../domain/proposal-rows.ts';
import type { Status } from '../../domain/status.ts';
import type { Proposal } from '../../domain/submission.ts';
import { undoing, type LeftRecord } from '../../domain/undo.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf, trackName } from './proposal-words.ts';
import type { LineView } from './says-lines.ts';

export interface UndoView {
  /** 12条状态记录、3个位置 */
  readonly taken: string;
  /** By kind, the units by name. */
  readonly left: readonly LineView[];
}

/** `null`: nothing of the submission is left to take back. */
export function undoView(
  knowledge: Knowledge,
  status: Status,
  submission: string,
  say: Sentences,
): UndoView | null {
  const { proposal, left } = undoing(status, submission, '');
  const counts = {
    event: proposal.changes.length,
    reporting: proposal.reporting.length,
    quota: proposal.quotas?.counts.length ?? 0,
    place: proposal.places?.length ?? 0,
  };
  const { event, reporting, quota, place } = counts;
  if (event + reporting + quota + place === 0) return null;
  return { taken: say.changeList.recordCounts(counts), left: leftLines(knowledge, left, say) };
}

/** What the submission that a proposal undoes wrote and what is left as it is; empty: nothing is. */
export function leftOf(
  knowledge: Knowledge,
  status: Status,
  { undoes }: Proposal,
  say: Sentences,
): readonly LineView[] {
  if (!undoes) return [];
  return leftLines(knowledge, undoing(status, undoes.submission, '').left, say);
}

/** The rows of an undoing that no longer bring back what stood before: somebody has come between. */
export function staleRows(status: Status, proposal: Proposal): readonly string[] {
  const { undoes } = proposal;
  if (!undoes) return [];
  const present = undoing(status, undoes.submission, undoes.reason).proposal;
  const texts = new Map(rowsOf(present).map((row) => [row.key, rowText(row)]));
  return rowsOf(proposal).flatMap((row) => (texts.get(row.key) === rowText(row) ? [] : [row.key]));
}

/** Units named one by one; of a whole prefecture's the first. */
const mostNamed = 30;

function leftLines(
  knowledge: Knowledge,
  left: readonly LeftRecord[],
  say: Sentences,
): readonly LineView[] {
  const kinds = Map.groupBy(left, ({ kind }) => kind);
  return [...kinds].map(([kind, records]) => {
    const number = { event: 0, reporting: 0, quota: 0, place: 0, [kind]: records.length };
    const names = new Set(
      records.map(({ division, track }) =>
        kind === 'reporting' && track !== null
          ? trackName(knowledge, track, say)
          : nameOf(knowledge, division, say),
      ),
    );
    const named = [...names].slice(0, mostNamed);
    const rest = names.size - named.length;
    return {
      label: say.changeList.recordCounts(number),
      value: say.format.list(named) + (rest > 0 ? say.placing.more(rest) : ''),
    };
  });
}

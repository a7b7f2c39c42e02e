/** The faults of a proposal as the form tells them, each beside its field. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { Proposal, ProposalFault } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { nameOf } from './proposal-words.ts';
import { fieldOfFault, reportFields, type ReportField } from './report-field.ts';

/** As the form parts of the office take it: an empty field is the form as a whole. */
export interface FaultView {
  readonly field: ReportField | '';
  readonly message: string;
}

/** In the order of the form, each sentence once: of thirty villages one date is told wrong once. */
export function faultViews(
  knowledge: Knowledge,
  proposal: Proposal,
  faults: readonly ProposalFault[],
  say: Sentences,
): readonly FaultView[] {
  const views = new Map<string, FaultView>();
  const settled = new Set<string>();
  for (const { field: path, code, values = {} } of faults) {
    const field = fieldOfFault(path) ?? '';
    // A field that was told empty or no date needs no second reason.
    if (settled.has(path)) continue;
    settled.add(path);
    const told = say.report.fault(code, values, field);
    const unit = field === 'units' ? unitAt(proposal, path) : '';
    const isOneOfMany = unit !== '' && proposal.changes.length > 1;
    const message = isOneOfMany ? `${nameOf(knowledge, unit, say)}: ${told}` : told;
    views.set(`${field} ${message}`, { field, message });
  }
  const order = (field: ReportField | '') => (field === '' ? -1 : reportFields.indexOf(field));
  return [...views.values()].sort((a, b) => order(a.field) - order(b.field));
}

function unitAt(proposal: Proposal, path: string): string {
  const [, index = ''] = path.split('.');
  return proposal.changes[Number(index)]?.division ?? '';
}

/** What is wrong with a confirmed import: at the fields of the source, or else above everything. */
import type { Knowledge } from '$lib/domain/knowledge.ts';
import type { ProposalFault } from '$lib/domain/submission.ts';
import type { Sentences } from '$lib/i18n/sentences.ts';
import { faultViews } from '$lib/view/office/fault-view.ts';

interface Told {
  readonly field: string;
  readonly message: string;
}

export function sourceFaultsOf(
  knowledge: Knowledge,
  faults: readonly ProposalFault[],
  say: Sentences,
): { readonly faults: readonly Told[]; readonly notice: string | null } {
  const isOfForm = ({ field }: ProposalFault) => field.startsWith('source.') || field === 'note';
  const atFields = faults.filter(isOfForm).map(({ field, code, values }): Told => ({
    field: field.replace('source.', ''),
    message: say.report.fault(code, values ?? {}, field),
  }));
  const nothing = { changes: [], reporting: [] };
  const others = faults.filter((fault) => !isOfForm(fault));
  // A file of thousands may have as many: the first ones say enough.
  const told = faultViews(knowledge, nothing, others.slice(0, 5), say).map(
    ({ message }) => message,
  );
  const notice = told.length === 0 ? null : `${say.importing.words.invalid}${told.join('')}`;
  return { faults: atFields, notice };
}

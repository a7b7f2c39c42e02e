/** Finishes what a form asked of its draft: attaches and detaches files, saves the words, submits. */
import { redirect } from '@sveltejs/kit';
import { cleanProposal } from '$lib/domain/clean-proposal.ts';
import { faultsOf } from '$lib/domain/proposal-faults.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { Proposal, ProposalFault } from '$lib/domain/submission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import type { By } from '$lib/server/submissions/submissions.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import type { ReportForm } from '$lib/view/office/report-form.ts';
import { storableProposal } from '$lib/view/office/storable.ts';
import { answer, answerClash, answerOther } from './answer-report.ts';
import { attachFiles, chosenFiles } from './attach-files.ts';

export type Intent = 'submit' | 'save' | 'preview' | 'detach';

/** A form as it came in, and who sent it. */
export interface Sent {
  readonly data: FormData;
  readonly intent: Intent;
  readonly form: ReportForm;
  readonly by: By;
}

/** What it proposes. */
export interface Proposed {
  readonly proposal: Proposal;
  /** Found so far. */
  readonly faults: readonly ProposalFault[];
  /** Whether the draft says it already. */
  readonly isStored: boolean;
}

/** Files first, so that none has to be chosen twice; then the words. */
export async function finish(
  locals: App.Locals,
  { data, intent, form, by }: Sent,
  draft: SubmissionDetail,
  version: number,
  { proposal, faults, isStored }: Proposed,
) {
  const say = sentences[locals.lang];
  const { submissions } = office();
  const attached = await attachFiles(by, draft, version, chosenFiles(data), say);
  if (attached.clash) return answerClash(locals, form, { ...attached.clash, ...attached });
  let current = attached.submission;
  let seen = current === draft ? version : current.version;
  if (intent === 'detach') {
    const hash = data.get('remove');
    if (typeof hash === 'string') {
      const removed = await submissions.detach(by, current.id, seen, hash);
      if (removed.status === 'clash') return answerClash(locals, form, removed);
      if (removed.status !== 'done') return answerOther(locals, form, removed);
      current = removed.submission;
      seen = current.version;
    }
  }
  const found = merged(faults, completeFaults(locals, current, proposal));
  // A draft may be unfinished; what it cannot keep is told at once.
  const toTell = intent === 'submit' || intent === 'preview' ? found : faults.filter(isNoDraft);
  const isReady = toTell.length === 0 && attached.faults.length === 0;
  if (intent === 'submit' && isReady) {
    const result = await submissions.submit(by, current.id, seen, proposal);
    if (result.status === 'done') redirect(303, `${submissionHref(current.id)}?done=submitted`);
    if (result.status === 'clash') return answerClash(locals, form, result);
    if (result.status === 'invalid') {
      return answer(locals, 422, { form, submission: current, proposal, faults: result.faults });
    }
    return answerOther(locals, form, result);
  }
  if (!isStored) {
    const result = await save(by, current.id, seen, proposal);
    if (result.status === 'clash') return answerClash(locals, form, result);
    if (result.status !== 'done') return answerOther(locals, form, result);
    current = result.submission;
  }
  if (isReady && intent !== 'detach') {
    redirect(303, `${submissionHref(current.id)}?done=${intent === 'save' ? 'saved' : 'preview'}`);
  }
  const facts = { form, submission: current, proposal, fileFaults: attached.faults };
  return answer(locals, isReady ? 200 : 422, { ...facts, faults: toTell });
}

/** What of it a draft can keep. */
async function save(by: By, id: string, version: number, proposal: Proposal) {
  const result = await office().submissions.save(by, id, version, proposal);
  if (result.status !== 'invalid') return result;
  const storable = storableProposal(proposal, result.faults);
  return office().submissions.save(by, id, version, storable);
}

function completeFaults(
  { model }: App.Locals,
  { division, files }: SubmissionDetail,
  proposal: Proposal,
): readonly ProposalFault[] {
  return faultsOf(cleanProposal(proposal), {
    data: model.site.data,
    division,
    today: model.today(),
    fileCount: files.length,
    mode: 'submit',
  });
}

/** Not what is merely missing: that a draft may leave open. */
function isNoDraft({ code }: ProposalFault): boolean {
  return code !== 'required';
}

/** Of a field that was told already, nothing more. */
export function merged(
  first: readonly ProposalFault[],
  more: readonly ProposalFault[],
): readonly ProposalFault[] {
  const told = new Set(first.map(({ field }) => field));
  return [...first, ...more.filter(({ field }) => !told.has(field))];
}

/** Finishes what a form asked of its draft: attaches and detaches files, saves the words, submits. */
import { error, redirect, type ActionFailure } from '@sveltejs/kit';
import { cleanProposal } from '$lib/domain/clean-proposal.ts';
import { faultsOf } from '$lib/domain/proposal-faults.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { Proposal, ProposalFault } from '$lib/domain/submission.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import type { By, SubmissionResult } from '$lib/server/submissions/submissions.ts';
import { storableProposal } from '$lib/view/office/storable.ts';
import { attachFiles, chosenFiles } from './attach-files.ts';

export type Intent = 'submit' | 'save' | 'preview' | 'detach';

/** A form as it came in, and who sent it. */
export interface Sent {
  readonly data: FormData;
  readonly intent: Intent;
  readonly by: By;
}

/** What came of a form that was not taken, told beside what was typed. */
export interface Told {
  /** The draft, once there is one. */
  readonly submission?: SubmissionDetail | null;
  readonly proposal?: Proposal;
  readonly faults?: readonly ProposalFault[];
  /** Told beside the files. */
  readonly fileFaults?: readonly string[];
}

/** Two at once: what was seen, and what stands there now. */
export interface Clash {
  readonly seen: Proposal | null;
  readonly submission: SubmissionDetail;
}

/** How a form of one kind is answered: with the same form again, or by the page that comes next. */
export interface Replies<Screen> {
  again(status: number, told: Told): ActionFailure<{ readonly screen: Screen }>;
  /** 409 with the three sides. */
  clash(clash: Clash): ActionFailure<{ readonly screen: Screen }>;
  next(id: string, done: 'saved' | 'preview' | 'submitted'): string;
}

/** Of what was neither done nor overtaken. 404 and 403 are pages of their own. */
export function replyToOther<Screen>(
  replies: Replies<Screen>,
  result: Exclude<SubmissionResult, { status: 'done' | 'clash' }>,
) {
  switch (result.status) {
    case 'not-found':
      return error(404);
    case 'refused':
      return error(403);
    case 'wrong-state':
    case 'effect-changed':
      return replies.clash({ seen: null, submission: result.submission });
    case 'invalid':
      return replies.again(422, { faults: result.faults });
  }
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
export async function finish<Screen>(
  locals: App.Locals,
  { data, intent, by }: Sent,
  replies: Replies<Screen>,
  draft: SubmissionDetail,
  version: number,
  { proposal, faults, isStored }: Proposed,
) {
  const say = sentences[locals.lang];
  const { submissions } = office();
  const attached = await attachFiles(by, draft, version, chosenFiles(data), say);
  if (attached.clash) {
    return replies.clash({ seen: attached.clash.seen, submission: attached.submission });
  }
  let current = attached.submission;
  let seen = current === draft ? version : current.version;
  if (intent === 'detach') {
    const hash = data.get('remove');
    if (typeof hash === 'string') {
      const removed = await submissions.detach(by, current.id, seen, hash);
      if (removed.status === 'clash') return replies.clash(removed);
      if (removed.status !== 'done') return replyToOther(replies, removed);
      current = removed.submission;
      seen = current.version;
    }
  }
  // A draft may be unfinished; what it cannot keep is told at once.
  const toTell =
    intent === 'submit' || intent === 'preview'
      ? merged(faults, faultsIn('submit'))
      : merged(faults.filter(isNoDraft), faultsIn('draft'));
  const isReady = toTell.length === 0 && attached.faults.length === 0;
  if (intent === 'submit' && isReady) {
    const result = await submissions.submit(by, current.id, seen, proposal);
    if (result.status === 'done') redirect(303, replies.next(current.id, 'submitted'));
    if (result.status === 'clash') return replies.clash(result);
    if (result.status === 'invalid') {
      return replies.again(422, { submission: current, proposal, faults: result.faults });
    }
    return replyToOther(replies, result);
  }
  if (!isStored) {
    const result = await save(by, current.id, seen, proposal);
    if (result.status === 'clash') return replies.clash(result);
    if (result.status !== 'done') return replyToOther(replies, result);
    current = result.submission;
  }
  if (isReady && intent !== 'detach') {
    redirect(303, replies.next(current.id, intent === 'save' ? 'saved' : 'preview'));
  }
  const facts = { submission: current, proposal, fileFaults: attached.faults };
  return replies.again(isReady ? 200 : 422, { ...facts, faults: toTell });

  function faultsIn(mode: 'draft' | 'submit'): readonly ProposalFault[] {
    return faultsOf(cleanProposal(proposal), {
      data: locals.model.site.data,
      division: current.division,
      today: locals.model.today(),
      fileCount: current.files.length,
      mode,
    });
  }
}

/** What of it a draft can keep. */
async function save(by: By, id: string, version: number, proposal: Proposal) {
  const result = await office().submissions.save(by, id, version, proposal);
  if (result.status !== 'invalid') return result;
  const storable = storableProposal(proposal, result.faults);
  return office().submissions.save(by, id, version, storable);
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

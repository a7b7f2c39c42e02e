/** Builds the screen of a submission with many changes. */
import { needsDocument } from '$lib/domain/needs-document.ts';
import { indexFacts } from '$lib/domain/proposal-facts.ts';
import { rowsOf, withRows } from '$lib/domain/proposal-rows.ts';
import type { SubmissionDetail } from '$lib/domain/recorded-submission.ts';
import type { Status } from '$lib/domain/status.ts';
import type { Proposal } from '$lib/domain/submission.ts';
import { takenOut } from '$lib/domain/taken-out.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import { changeGroups } from '$lib/view/office/change-list.ts';
import { submissionHref } from '$lib/view/office/desk-view.ts';
import { effectView } from '$lib/view/office/effect-view.ts';
import { faultViews } from '$lib/view/office/fault-view.ts';
import { reasonOf, reportableTrack, type ListForm } from '$lib/view/office/list-form.ts';
import { listClashRows, type ListClash } from '$lib/view/office/list-clash.ts';
import type { ListScreen } from '$lib/view/office/list-screen.ts';
import { recordGroups } from '$lib/view/office/record-list.ts';
import type { ClashView } from '$lib/view/office/report-screen.ts';
import { fileViews } from '$lib/view/office/submission-view.ts';
import { leftOf, staleRows } from '$lib/view/office/undo-view.ts';
import type { Told } from './finish-draft.ts';
import { isOpen } from './report-screen.ts';

export interface ListFacts extends Omit<Told, 'submission'> {
  readonly form: ListForm;
  readonly submission: SubmissionDetail;
  /** What its list was begun with. */
  readonly begun: Proposal;
  /** Two at once. */
  readonly clash?: ListClash;
  readonly showsEffect?: boolean;
  /** What is wrong with the form as a whole. */
  readonly told?: string;
}

/** Faults told: of 250 villages with the same one, as many as a person will read. */
const mostFaults = 20;

/** What was taken out of a list, without what has been changed since: that would only go again. */
function restorable(status: Status, begun: Proposal, stored: Proposal): Proposal {
  const taken = takenOut(begun, stored);
  const stale = new Set(staleRows(status, taken));
  return withRows(
    taken,
    rowsOf(taken).filter(({ key }) => !stale.has(key)),
  );
}

/** Fields the form has a control for; what is wrong elsewhere is told of the form as a whole. */
const controls: ReadonlySet<string> = new Set([
  'title',
  'publisher',
  'documentNumber',
  'documentDate',
  'location',
  'files',
  'reporting',
  'reason',
  'note',
]);

export function listScreen(
  { model, lang }: Pick<App.Locals, 'model' | 'lang'>,
  { form: typed, submission, proposal, faults = [], fileFaults = [], ...facts }: ListFacts,
): ListScreen {
  const say = sentences[lang];
  const { division, id, proposal: stored } = submission;
  const knowledge = model.knowledge(null);
  const today = model.today();
  const { data } = model.site;
  const stale = facts.clash ? [] : staleRows(data.status, stored);
  const form = { ...typed, dropped: [...new Set([...typed.dropped, ...stale])] };
  const groupsOf = (list: Proposal) => [
    ...changeGroups(knowledge, data.status.events, list, say),
    ...recordGroups(knowledge, { division, proposal: list }, say),
  ];
  const told = faultViews(knowledge, proposal ?? stored, faults, say).map(({ field, message }) => ({
    field: controls.has(field) ? field : '',
    message,
  }));
  const track = reportableTrack(knowledge, division, stored, today);
  return {
    words: say.report.words,
    many: say.changeList.words,
    division,
    address: submissionHref(id),
    form,
    isOpen: isOpen(submission),
    groups: groupsOf(stored),
    takenOut: facts.clash ? [] : groupsOf(restorable(data.status, facts.begun, stored)),
    needsDocument: needsDocument(stored.changes, indexFacts(data, stored), today),
    asksReason: reasonOf(stored) !== null,
    nothingElse: track === null ? null : say.report.nothingElse(today),
    faults: [
      ...(facts.told === undefined ? [] : [{ field: '', message: facts.told }]),
      ...told.slice(0, mostFaults),
      ...fileFaults.map((message) => ({ field: 'files', message })),
    ],
    files: fileViews(submission, say),
    clash: facts.clash ? clashView(facts.clash) : null,
    left: leftOf(knowledge, data.status, stored, say),
    hasStale: stale.length > 0,
    effect: facts.showsEffect
      ? effectView(knowledge, office().submissions.effect(submission), division, stored, say)
      : null,
  };

  function clashView(clash: ListClash): ClashView {
    const by = submission.steps.at(-1);
    return {
      rows: listClashRows(knowledge, clash, today, say),
      theirs: by
        ? say.report.theirs(by.actor.name, say.review.moment(by.at))
        : say.report.words.clashTheirs,
      isOpen: isOpen(submission),
      all: clash.form.takeAll,
    };
  }
}

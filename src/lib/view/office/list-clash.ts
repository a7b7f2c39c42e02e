/** Two people at one list: the rows and fields on which they differ, with what both began with. */
import { clashingRows, mergedList, type ClashSide, type ListSides } from '../../domain/clash.ts';
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import type { ProposalRow } from '../../domain/proposal-rows.ts';
import type { Proposal } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { boxesText, type ClashRow } from './clash-view.ts';
import { listFormOf, type ListForm } from './list-form.ts';
import { rowAbout, rowWords } from './row-words.ts';

const lines = ['title', 'documentNumber', 'publisher', 'location', 'reason', 'note'] as const;
const fields = [...lines, 'documentDate', 'reporting'] as const;
type Field = (typeof fields)[number];

/** What both began with, the form that was sent, and what is stored now. */
export interface ListClash extends ListSides {
  readonly form: ListForm;
}

/** The rows of the list that differ, then the fields; each with the side that is taken unless asked. */
export function listClashRows(
  knowledge: Knowledge,
  { form, ...sides }: ListClash,
  today: Day,
  say: Sentences,
): readonly ClashRow[] {
  const told = (row: ProposalRow | null): string =>
    row ? rowWords(knowledge, row, say) : say.changeList.words.notListed;
  const rows = clashingRows(sides).map(({ key, before, yours, theirs, usual }): ClashRow => {
    const about = yours ?? theirs ?? before;
    return {
      field: key,
      label: about ? rowAbout(knowledge, about, say) : key,
      yours: told(yours),
      seen: sides.before && told(before),
      theirs: told(theirs),
      differs: true,
      chosen: form.takes[key] ?? usual,
    };
  });
  const of = formSides(sides, form, today);
  const fieldRows = fields.flatMap((field): readonly ClashRow[] => {
    const [yours, theirs] = [valueOf(form, field, say), valueOf(of.theirs, field, say)];
    if (yours === theirs) return [];
    const seen = of.before && valueOf(of.before, field, say);
    const chosen = sideOf(form, of, field);
    const label = labelOf(field, say);
    return [{ field, label, yours, seen, theirs, differs: true, chosen }];
  });
  return [...rows, ...fieldRows];
}

/** The list that comes of both, and the form with the fields that are taken from the other side. */
export function settledClash(
  { form, ...sides }: ListClash,
  today: Day,
): { readonly list: Proposal; readonly form: ListForm } {
  const of = formSides(sides, form, today);
  let settled = form;
  for (const field of fields) {
    if (sideOf(form, of, field) === 'theirs') settled = { ...settled, ...partOf(of.theirs, field) };
  }
  return { list: mergedList(sides, form.takes, form.takeAll), form: settled };
}

interface FormSides {
  readonly before: ListForm | null;
  readonly theirs: ListForm;
}

function formSides({ before, theirs }: ListSides, form: ListForm, today: Day): FormSides {
  const version = form.version ?? 0;
  return {
    before: before && listFormOf(before, version, today),
    theirs: listFormOf(theirs, version, today),
  };
}

/** As chosen; unless it was, theirs where they alone have changed the field. */
function sideOf(form: ListForm, { before }: FormSides, field: Field): ClashSide {
  const chosen = Object.hasOwn(form.takes, field) ? form.takes[field] : undefined;
  if (chosen) return chosen;
  const isMine = !before || textOf(form, field) !== textOf(before, field);
  return isMine ? 'yours' : 'theirs';
}

function partOf(form: ListForm, field: Field): Partial<ListForm> {
  return field === 'reporting'
    ? { isComplete: form.isComplete, asOf: form.asOf }
    : { [field]: form[field] };
}

function textOf(form: ListForm, field: Field): string {
  if (field === 'documentDate') return boxesText(form.documentDate);
  return field === 'reporting' ? String(form.isComplete) : form[field];
}

function valueOf(form: ListForm, field: Field, say: Sentences): string {
  const { yes, no } = say.report.words;
  return field === 'reporting' ? (form.isComplete ? yes : no) : textOf(form, field);
}

function labelOf(field: Field, say: Sentences): string {
  const { words } = say.report;
  const labels: Readonly<Record<Field, string>> = {
    title: words.documentTitle,
    documentNumber: words.documentNumber,
    publisher: words.publisher,
    location: words.location,
    reason: say.changeList.words.undoReason,
    note: words.note,
    documentDate: words.documentDate,
    reporting: say.review.words.reportingMoves,
  };
  return labels[field];
}

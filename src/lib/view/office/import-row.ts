/** One row of a ledger as the preview shows it. */
import type { Knowledge } from '../../domain/knowledge.ts';
import {
  columnMeanings,
  type LedgerRow,
  type RowChoices,
  type Verdict,
} from '../../domain/ledger.ts';
import type { Change } from '../../domain/submission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { submissionHref } from './desk-view.ts';
import { nameOf, stageName } from './proposal-words.ts';

export interface RowOption {
  readonly value: string;
  readonly label: string;
  readonly lang?: 'zh-CN';
}

export interface ImportRowView {
  readonly id: string;
  /** Name of the field of its choice. */
  readonly field: string;
  readonly where: string;
  readonly verdict: Verdict;
  readonly verdictWords: string;
  /** As the ledger writes it, in Chinese. */
  readonly written: string;
  /** County, township and name of the unit; empty: none. */
  readonly unit: string;
  /** What would be recorded; empty: nothing. */
  readonly outcome: string;
  readonly remarks: readonly string[];
  /** That the same change is under review, and the address of its report where it may be read. */
  readonly underReview: { readonly told: string; readonly href: string | null } | null;
  readonly options: readonly RowOption[];
  readonly picked: string;
}

/** Values of the radio buttons that are no code. */
export const leaveOut = 'leave-out';
export const undecided = 'undecided';
const choicePrefix = 'choice:';

/** The report that waits for approval with the same change; `null`: none does. */
export type UnderReviewOf = (change: Change) => {
  readonly submission: string;
  readonly effective: string;
  readonly isReadable: boolean;
} | null;

function underReviewView(
  underReview: ReturnType<UnderReviewOf>,
  { importing }: Sentences,
): ImportRowView['underReview'] {
  if (!underReview) return null;
  const { submission, effective, isReadable } = underReview;
  return {
    told: importing.underReview(submission, effective),
    href: isReadable ? submissionHref(submission) : null,
  };
}

export function importRow(
  knowledge: Knowledge,
  row: LedgerRow,
  choices: RowChoices,
  say: Sentences,
  underReviewOf: UnderReviewOf = () => null,
): ImportRowView {
  const { key, sheet, number, verdict, written, unit, change } = row;
  const choice = Object.hasOwn(choices, key) ? choices[key] : undefined;
  const texts = columnMeanings.flatMap((meaning) => written[meaning] ?? []);
  return {
    id: key,
    field: choicePrefix + key,
    where: say.importing.rowIn(sheet, number),
    verdict,
    verdictWords: say.ledger.verdicts[verdict],
    written: texts.join(' '),
    unit: unit === null ? '' : pathOf(knowledge, unit, say),
    outcome:
      change && change.kind !== 'retraction'
        ? say.importing.outcomeOf(
            stageName(knowledge, change.track, change.stage, say),
            change.effective,
            change.kind === 'correction',
          )
        : '',
    underReview: change && underReviewView(underReviewOf(change), say),
    // The nearest stand below as choices.
    remarks: row.faults.map((fault) => say.ledger.faultSentence({ number, candidates: [] }, fault)),
    options: optionsOf(knowledge, row, choice, say),
    picked: choice === undefined ? undecided : choice === '' ? leaveOut : choice,
  };
}

/** The nearest, leaving the row out, and what was chosen before, to be taken back. */
function optionsOf(
  knowledge: Knowledge,
  { candidates }: LedgerRow,
  choice: string | undefined,
  say: Sentences,
): readonly RowOption[] {
  const { words } = say.importing;
  const codes = candidates.map(({ code, path }): RowOption => ({
    value: code,
    label: path.join(' '),
    lang: 'zh-CN',
  }));
  const isListed = choice === undefined || choice === '' || codes.some((c) => c.value === choice);
  return [
    ...codes,
    ...(isListed || choice === undefined
      ? []
      : [{ value: choice, label: `${words.chosen} ${pathOf(knowledge, choice, say)}` }]),
    { value: leaveOut, label: words.leaveOut },
    { value: undecided, label: choice === undefined ? words.undecided : words.undo },
  ];
}

/** 三河市 皇庄镇 大王庄村民委员会 */
export function pathOf(knowledge: Knowledge, code: string, say: Sentences): string {
  const names: string[] = [];
  for (let at = knowledge.divisions.get(code); at && at.level !== 'prefecture';) {
    names.unshift(nameOf(knowledge, at.code, say));
    at = at.parent === null ? undefined : knowledge.divisions.get(at.parent);
  }
  return names.length === 0 ? code : names.join(' ');
}

/** Before the name of a field: the value that the page showed it with. */
export const shownPrefix = 'shown:';

/** Whether the field says something else than the page showed. */
export function isChanged(data: FormData, field: string): boolean {
  const shown = data.get(shownPrefix + field);
  return shown === null || shown !== data.get(field);
}

/**
 * The choices that were made on the page a form was sent from: `''` leaves a row out, `null` takes a choice
 * back. A row that was left as it was shown is no choice: another window may have settled it since.
 */
export function choicesOfForm(data: FormData): Readonly<Record<string, string | null>> {
  const chosen: [string, string | null][] = [];
  for (const [field, value] of data) {
    if (!field.startsWith(choicePrefix) || typeof value !== 'string') continue;
    if (!isChanged(data, field)) continue;
    const row = field.slice(choicePrefix.length);
    chosen.push([row, value === undecided ? null : value === leaveOut ? '' : value]);
  }
  return Object.fromEntries(chosen);
}

/** The preview of a ledger: what was found, what it would do, and the rows a page at a time. */
import type { CountyEffect } from '../../domain/county-effect.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import {
  verdicts,
  type LedgerColumn,
  type LedgerPreview,
  type LedgerRow,
  type RowChoices,
  type Verdict,
} from '../../domain/ledger.ts';
import { maxChanges } from '../../domain/proposal-faults.ts';
import type { TargetEffect } from '../../domain/review.ts';
import type { TableToTell } from '../../domain/told-columns.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { countyEffectView, type CountyEffectView } from './county-effect-view.ts';
import { boxesFrom, type DateBoxes } from './date-boxes.ts';
import { targetSentence } from './effect-view.ts';
import { importHref } from './import-page.ts';
import { importRow, type ImportRowView, type UnderReviewOf } from './import-row.ts';
import { nameOf, trackName } from './proposal-words.ts';
import {
  listLinks,
  pagerOf,
  rowsHref,
  type ListLink,
  type PagerView,
  type RowsPage,
} from './row-lists.ts';
import { submissionHref } from './desk-view.ts';
import type { LineView } from './says-lines.ts';

export type OtherList = Exclude<Verdict, 'doubt' | 'wrong'>;
export const otherLists = ['new', 'changed', 'same', 'left-out'] as const satisfies OtherList[];

export interface ImportFacts {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly division: string;
  readonly uploadedAt: string;
  readonly submission: string | null;
  readonly choices: {
    readonly rows: RowChoices;
    readonly effective?: string;
    readonly stage?: string;
  };
  readonly sheets: LedgerPreview['sheets'];
  readonly tables: readonly TableToTell[];
  readonly document: LedgerPreview['document'];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly rowCount: number;
  readonly changeCount: number;
  readonly missingDates: number;
  readonly targets: readonly TargetEffect[];
  readonly counties: readonly CountyEffect[];
  /** Of its changes those that are under review in another submission. */
  readonly underReview: { readonly count: number; readonly of: UnderReviewOf };
  readonly fingerprint: string;
  readonly mend: RowsPage<LedgerRow>;
  readonly list: OtherList;
  readonly listCounts: Readonly<Record<OtherList, number>>;
  readonly other: RowsPage<LedgerRow>;
}

export interface ImportView {
  /** Of the page itself. */
  readonly address: string;
  readonly title: string;
  readonly about: string;
  readonly total: string;
  readonly submissionHref: string | null;
  readonly fingerprint: string;
  readonly counts: readonly {
    readonly verdict: Verdict;
    readonly words: string;
    readonly hint: string;
    readonly number: string;
    readonly needsAttention: boolean;
  }[];
  readonly targets: readonly string[];
  /** County by county, where the list is of several. */
  readonly counties: readonly CountyEffectView[];
  readonly sheets: readonly {
    readonly name: string;
    readonly header: string;
    readonly columns: readonly (Pick<LedgerColumn, 'letter' | 'heading'> & {
      readonly meaning: string;
      readonly isTaken: boolean;
    })[];
  }[];
  readonly document: readonly LineView[];
  readonly mend: {
    readonly title: string;
    readonly rows: readonly ImportRowView[];
    readonly pager: PagerView | null;
  } | null;
  readonly defaults: {
    readonly date: DateBoxes;
    readonly stage: string;
    readonly stages: readonly { readonly value: string; readonly label: string }[];
    /** The stage taken where none is settled. */
    readonly usual: string;
    readonly isOpen: boolean;
  };
  readonly lists: readonly ListLink[];
  readonly rows: readonly ImportRowView[];
  readonly pager: PagerView | null;
  /** Why nothing can be confirmed; `null`: it can. */
  readonly blocked: string | null;
  /** How many changes are under review already; `null`: none. */
  readonly underReview: string | null;
  readonly confirming: string;
  /** The box to tick where rows stay out; `null`: none do. */
  readonly without: string | null;
}

type Defaults = Pick<ImportFacts, 'track' | 'choices' | 'missingDates'>;

/** What is filled in for all rows that say nothing themselves. */
export function defaultsView(
  knowledge: Knowledge,
  { track: id, choices, missingDates }: Defaults,
  say: Sentences,
): ImportView['defaults'] {
  const stages = knowledge.tracks.get(id)?.track.stages ?? [];
  return {
    date: boxesFrom(choices.effective),
    stage: choices.stage ?? '',
    stages: stages.map((stage) => ({ value: stage.id, label: stage.name[say.language] })),
    usual: stages.find(({ counts }) => counts)?.name[say.language] ?? '',
    isOpen: missingDates > 0 || choices.effective !== undefined || choices.stage !== undefined,
  };
}

export function importView(knowledge: Knowledge, facts: ImportFacts, say: Sentences): ImportView {
  const { importing, ledger, review } = say;
  const { counts, changeCount, mend, list, other, choices } = facts;
  const { words } = importing;
  const unsettled = counts.doubt + counts.wrong;
  const rowView = (row: LedgerRow) =>
    importRow(knowledge, row, choices.rows, say, facts.underReview.of);
  const shown = { mend: mend.page, list, page: other.page };
  return {
    address: importHref(facts.id),
    title: importing.titleOf(facts.name),
    about: importing.about(
      trackName(knowledge, facts.track, say),
      nameOf(knowledge, facts.division, say),
      review.moment(facts.uploadedAt),
    ),
    total: importing.rowTotal(facts.rowCount),
    submissionHref: facts.submission === null ? null : submissionHref(facts.submission),
    fingerprint: facts.fingerprint,
    counts: verdicts.map((verdict) => ({
      verdict,
      words: ledger.verdicts[verdict],
      hint: ledger.verdictHints[verdict],
      number: say.format.count(counts[verdict]),
      needsAttention: (verdict === 'doubt' || verdict === 'wrong') && counts[verdict] > 0,
    })),
    targets: changeCount > 0 ? facts.targets.map((t) => targetSentence(knowledge, t, say)) : [],
    counties: changeCount > 0 ? countyEffectView(knowledge, facts.counties, say) : [],
    sheets: facts.sheets.map(({ name, headerRow, columns }) => ({
      // Text and pasted blocks have no sheets.
      name: name === '' ? facts.name : name,
      header: headerTold(facts, name, say) ?? ledger.headerFound(headerRow),
      columns: columns.map(({ letter, heading, meaning }) => ({
        letter,
        heading,
        meaning: meaning === null ? ledger.notTaken : ledger.meanings[meaning],
        isTaken: meaning !== null,
      })),
    })),
    document: documentLines(facts.document, words),
    mend:
      mend.count === 0
        ? null
        : {
            title: importing.mendTitle(mend.count),
            rows: mend.rows.map(rowView),
            pager: pagerOf(mend, (page) => rowsHref({ ...shown, mend: page }), say),
          },
    defaults: defaultsView(knowledge, facts, say),
    lists: listLinks(otherLists, shown, (each) =>
      importing.listTitle(ledger.verdicts[each], facts.listCounts[each]),
    ),
    rows: other.rows.map(rowView),
    pager: pagerOf(other, (page) => rowsHref({ ...shown, page }), say),
    blocked:
      changeCount === 0
        ? unsettled > 0
          ? words.nothingYet
          : words.nothing
        : changeCount > maxChanges
          ? words.tooMany
          : null,
    underReview:
      facts.underReview.count > 0 ? importing.underReviewTotal(facts.underReview.count) : null,
    confirming: importing.confirming(changeCount),
    without: unsettled > 0 ? importing.without(unsettled) : null,
  };
}

/** How a sheet was read whose columns a person told; `null`: by its headings, or not at all. */
function headerTold({ tables }: ImportFacts, sheet: string, say: Sentences): string | null {
  const table = tables.find((each) => each.sheet === sheet);
  return table?.isRead === true && table.told
    ? say.importing.tellState('told', table.told.firstRow)
    : null;
}

function documentLines(
  { title, documentNumber, publisher }: LedgerPreview['document'],
  words: Sentences['importing']['words'],
): readonly LineView[] {
  return [
    ...(title === undefined ? [] : [{ label: words.documentTitle, value: title }]),
    ...(documentNumber === undefined
      ? []
      : [{ label: words.documentNumber, value: documentNumber }]),
    ...(publisher === undefined ? [] : [{ label: words.publisher, value: publisher }]),
  ];
}

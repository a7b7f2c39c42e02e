/** The page of the quotas: each county's numbers to go by, what was typed so far, what was set before. */
import type { Day } from '../../domain/date.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { countyStandings } from '../../domain/standing.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import type { ReportWords } from '../../i18n/zh-CN/desk-report.ts';
import type { QuotaWords, SumTemplates } from '../../i18n/zh-CN/quota.ts';
import type { EffectView } from './effect-view.ts';
import { nameOf, trackName } from './proposal-words.ts';
import type { QuotaFaultView } from './quota-faults.ts';
import type { QuotaForm } from './quota-form.ts';
import { quotaHistory, type QuotaHistoryItem } from './quota-history.ts';
import { quotaTracks, type QuotaSeat, type QuotaTrack } from './quota-seats.ts';
import { sumOfForm, type QuotaSumView } from './quota-sum.ts';
import type { ClashView, HeldView } from './report-screen.ts';
import type { FileView, StepView } from './submission-view.ts';

export interface QuotaRow extends QuotaSeat {
  readonly county: string;
  /** Units that surely count today. */
  readonly counted: number;
  readonly presentText: string;
  readonly value: string;
  readonly label: string;
}

export interface QuotaTable {
  readonly id: string;
  readonly title: string;
  readonly required: number;
  readonly rows: readonly QuotaRow[];
  readonly eligible: number;
  readonly counted: number;
  readonly present: number;
  readonly suggested: number;
  readonly sum: QuotaSumView;
}

export interface QuotaPage {
  readonly tables: readonly QuotaTable[];
  readonly templates: SumTemplates;
  readonly history: readonly QuotaHistoryItem[];
  readonly form: QuotaForm;
}

/** The screen: the page, and beside it what is wrong and what came between. */
export interface QuotaScreen {
  readonly words: QuotaWords;
  readonly reportWords: ReportWords;
  readonly page: QuotaPage;
  /** Id of the draft that is edited; `null`: there is none yet. */
  readonly submission: string | null;
  readonly isDraft: boolean;
  /** What was just done with it, in words; `null`: nothing. */
  readonly done: string | null;
  readonly faults: readonly QuotaFaultView[];
  readonly files: readonly FileView[];
  /** Of one that came back: how it went so far, with the reason; else empty. */
  readonly steps: readonly StepView[];
  readonly held: HeldView | null;
  readonly clash: ClashView | null;
  readonly effect: EffectView | null;
}

export function quotaPage(
  knowledge: Knowledge,
  form: QuotaForm,
  today: Day,
  say: Sentences,
): QuotaPage {
  const counted = countedUnits(knowledge, today);
  return {
    tables: quotaTracks(knowledge, today).map((track) =>
      tableOf(knowledge, track, form, (seat) => counted.get(keyOf(seat)) ?? 0, say),
    ),
    templates: say.quota.sumTemplates,
    history: quotaHistory(knowledge, say),
    form,
  };
}

const keyOf = ({ track, division }: Pick<QuotaSeat, 'track' | 'division'>): string =>
  `${track} ${division}`;

/** By track and county: units that surely count. */
function countedUnits(knowledge: Knowledge, at: Day): ReadonlyMap<string, number> {
  return new Map(
    countyStandings(knowledge, at).flatMap(({ division: { code }, townships, villages }) =>
      [townships, villages].map((tally): [string, number] => [
        keyOf({ track: tally.track, division: code }),
        tally.counted,
      ]),
    ),
  );
}

function tableOf(
  knowledge: Knowledge,
  track: QuotaTrack,
  form: QuotaForm,
  countedOf: (seat: QuotaSeat) => number,
  say: Sentences,
): QuotaTable {
  const name = trackName(knowledge, track.id, say);
  const rows = track.seats.map((seat): QuotaRow => {
    const county = nameOf(knowledge, seat.division, say);
    return {
      ...seat,
      county,
      counted: countedOf(seat),
      presentText: seat.present === null ? say.quota.words.notSet : String(seat.present),
      value: form.counts[seat.field] ?? '',
      label: say.quota.fieldName(county, name),
    };
  });
  const total = (of: (row: QuotaRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    id: track.id,
    title: say.quota.trackTitle(name, track.required),
    required: track.required,
    rows,
    eligible: total(({ eligible }) => eligible),
    counted: total((row) => row.counted),
    present: total(({ present }) => present ?? 0),
    suggested: total(({ suggestion }) => suggestion),
    sum: sumOfForm(form, track, say.quota.sumTemplates),
  };
}

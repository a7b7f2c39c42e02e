/** The positions that one approved submission gave and that still hold: found, paged and picked. */
import type { DivisionCode } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { foldSearch, matchesSearch, type ReadingsOf } from '../../domain/register-search.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { submissionHref } from './desk-view.ts';
import { pathOf } from './import-row.ts';
import { choicesOf, lineOf, wholeNumberOf } from './typed-text.ts';

/** What is looked for, and what has been picked so far, on whichever page. */
export interface TakeBackForm {
  readonly query: string;
  /** A county, township or other unit above: only what lies in it; empty: anywhere. */
  readonly within: string;
  /** From 1. */
  readonly page: number;
  readonly picked: readonly DivisionCode[];
}

export const freshTakeBack: TakeBackForm = { query: '', within: '', page: 1, picked: [] };

export interface TakeBackView {
  /** Of all that could be taken back, wherever they stand. */
  readonly total: number;
  readonly form: TakeBackForm;
  /** Units above, to look into one of them; none, where there is only one. */
  readonly places: readonly { readonly value: string; readonly label: string }[];
  readonly units: readonly { readonly value: string; readonly label: string }[];
  /** Picked, and not on this page. */
  readonly elsewhere: readonly string[];
  readonly found: number;
  readonly pages: number;
  /** 查到250个，第1页，共3页；已选12个 */
  readonly summary: string;
  readonly backHref: string;
}

const unitsOfPage = 100;

/** The units of the submission whose positions still are the ones it gave, in the order of codes. */
export function takenUnits(knowledge: Knowledge, submission: string): readonly DivisionCode[] {
  // Places are `<id of the submission>-p1`… (proposed-events.ts).
  const own = `${submission}-p`;
  return [...knowledge.places.values()]
    .filter(({ id }) => id.startsWith(own))
    .map(({ division }) => division)
    .sort();
}

/**
 * The form as it was sent: what was ticked on its page, with what was picked on others. `pick=all` and
 * `pick=none` are about everything that was found.
 */
export function readTakeBack(
  data: FormData,
  knowledge: Knowledge,
  submission: string,
  readingsOf: ReadingsOf,
): TakeBackForm {
  const units = takenUnits(knowledge, submission);
  const known = new Set(units);
  const picked = new Set(choicesOf(data, 'unit').filter((code) => known.has(code)));
  // A search begins at its first page; only the buttons of the pages name one.
  const page = wholeNumberOf(lineOf(data, 'page')) ?? 1;
  const form = { query: lineOf(data, 'query'), within: lineOf(data, 'within'), page };
  const pick = data.get('pick');
  if (pick === 'all' || pick === 'none') {
    for (const code of foundUnits(knowledge, units, form, readingsOf)) {
      if (pick === 'all') picked.add(code);
      else picked.delete(code);
    }
  }
  return { ...form, picked: [...picked].sort() };
}

/** The page of the form; one beyond the last is the last. */
export function takeBackView(
  knowledge: Knowledge,
  submission: string,
  form: TakeBackForm,
  readingsOf: ReadingsOf,
  say: Sentences,
): TakeBackView {
  const units = takenUnits(knowledge, submission);
  const found = foundUnits(knowledge, units, form, readingsOf);
  const pages = Math.max(1, Math.ceil(found.length / unitsOfPage));
  const page = Math.min(Math.max(1, form.page), pages);
  const shown = found.slice((page - 1) * unitsOfPage, page * unitsOfPage);
  const here = new Set(shown);
  const above = [...new Set(units.flatMap((code) => aboveOf(knowledge, code)))].sort();
  const label = (code: string) => ({ value: code, label: pathOf(knowledge, code, say) });
  return {
    total: units.length,
    form: { ...form, page },
    places: above.length > 1 ? above.map(label) : [],
    units: shown.map(label),
    elsewhere: form.picked.filter((code) => !here.has(code)),
    found: found.length,
    pages,
    summary: say.placing.takeBackFound(found.length, page, pages, form.picked.length),
    backHref: submissionHref(submission),
  };
}

function foundUnits(
  knowledge: Knowledge,
  units: readonly DivisionCode[],
  { query, within }: Pick<TakeBackForm, 'query' | 'within'>,
  readingsOf: ReadingsOf,
): readonly DivisionCode[] {
  const folded = foldSearch(query);
  return units.filter((code) => {
    const unit = knowledge.divisions.get(code);
    const isHere = within === '' || aboveOf(knowledge, code).includes(within);
    return isHere && unit !== undefined && matchesSearch(unit, folded, readingsOf);
  });
}

/** The county and the township the unit lies in. */
function aboveOf(knowledge: Knowledge, code: DivisionCode): readonly DivisionCode[] {
  const above: DivisionCode[] = [];
  let at = knowledge.divisions.get(code)?.parent ?? null;
  while (at !== null) {
    const unit = knowledge.divisions.get(at);
    if (!unit || unit.level === 'prefecture') break;
    above.push(at);
    at = unit.parent;
  }
  return above;
}

export function takeBackHref(submission: string): string {
  return `/admin/places/take-back/${encodeURIComponent(submission)}`;
}

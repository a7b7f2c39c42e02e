/** The day a view shows, and the ways to another one. */
import type { Day } from '../domain/date.ts';
import type { Programme } from '../domain/programme.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { ViewState } from '../map/url-state.ts';
import type { LinkView } from './link.ts';

export interface DateControlView {
  readonly at: Day;
  readonly text: string;
  readonly min: Day;
  readonly max: Day;
  /** The rest of the address, for the form to keep. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly quick: readonly LinkView[];
  /** Where the form leads. */
  readonly action: string;
  /** Where the view is of an earlier state of knowledge: its day and the way back. */
  readonly knownAt: { readonly text: string; readonly href: string } | null;
}

/** `hrefOf`: the page with another view; `action`: its path. */
export function dateControl(
  programme: Programme,
  view: ViewState,
  today: Day,
  say: Sentences,
  page: { readonly action: string; readonly hrefOf: (overrides: Partial<ViewState>) => string },
): DateControlView {
  const { hrefOf } = page;
  const { start, deadline } = programme.period;
  const at = view.at ?? today;
  const years: number[] = [];
  for (let year = Number(start.slice(0, 4)); `${year}-12-31` <= deadline; year += 1)
    years.push(year);
  const days: { readonly label: string; readonly day: Day }[] = [
    { label: say.format.periodStart, day: start },
    ...years.map((year) => ({ label: say.format.yearEnd(year), day: `${year}-12-31` })),
  ];
  return {
    at,
    text: say.format.date(at),
    action: page.action,
    min: start,
    max: today,
    kept: [...new URLSearchParams(page.hrefOf({ at: null }).split('?')[1] ?? '')].map(
      ([name, value]) => ({
        name,
        value,
      }),
    ),
    quick: [
      ...days
        .filter(({ day }) => day < today)
        .map(({ label, day }) => ({
          label,
          href: hrefOf({ at: day }),
          isCurrent: view.at === day,
        })),
      { label: say.format.today, href: hrefOf({ at: null }), isCurrent: at === today },
    ],
    knownAt:
      view.knownAt === null
        ? null
        : { text: say.format.date(view.knownAt), href: hrefOf({ knownAt: null }) },
  };
}

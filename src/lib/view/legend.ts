/** The legend: classes with their counts, each a switch of the filter. */
import type { Programme } from '../domain/programme.ts';
import type { ClassCount, CountyRow, Selection } from '../domain/select.ts';
import { unreported } from '../domain/theme.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { paintOf, type PaintKey } from '../map/palette.ts';
import type { ViewState } from '../map/url-state.ts';
import { homeHref } from './link.ts';
import { placeName, type NameView } from './place-name.ts';

export interface LegendItemView {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly countText: string;
  readonly href: string;
  readonly isShown: boolean;
  /** Chosen by the filter, as opposed to shown because there is none. */
  readonly isChosen: boolean;
}

export interface LegendView {
  readonly classes: readonly (LegendItemView & { readonly paint: PaintKey })[];
  readonly unreported: (LegendItemView & { readonly names: readonly NameView[] }) | null;
  readonly possible: {
    readonly name: string;
    readonly countText: string;
    readonly names: readonly NameView[];
  } | null;
  /** What the numbers on the counties are; left out where there are none. */
  readonly figures?: string;
  /** The way out of the filter; `null` where there is none. */
  readonly showAllHref: string | null;
}

export function legendView(
  programme: Programme,
  selection: Selection,
  view: ViewState,
  say: Sentences,
): LegendView {
  const { rows, classes } = selection;
  const names = (some: readonly CountyRow[]) =>
    [...some]
      .sort((a, b) => (a.division.code < b.division.code ? -1 : 1))
      .map(({ division }) => placeName(division, say.language));
  const item = (id: string, name: string, count: number, isShown: boolean): LegendItemView => ({
    id,
    name,
    count,
    countText: say.legend.classCount(count),
    href: homeHref(view, { show: toggled(view.show, id) }),
    isShown,
    isChosen: view.show.includes(id),
  });
  const steps = classes.filter(({ kind }) => kind === 'step').length;
  const silent = rows.filter((row) => row.isUnreported);
  const possible = rows.filter((row) => row.isPossible);
  // Where every county has its quota, the two classes without one say nothing.
  const isListed = ({ id, kind, count }: ClassCount) =>
    kind !== 'unasked' || count > 0 || view.show.includes(id);
  const figures = say.legend.figuresNote(selection.measure);
  return {
    ...(figures !== null && { figures }),
    classes: classes.filter(isListed).map((each) => ({
      ...item(
        each.id,
        say.legend.className(each, phaseName(programme, each.id, say)),
        each.count,
        each.isShown,
      ),
      paint: paintOf(each.kind, each.rank, steps),
    })),
    unreported:
      silent.length === 0
        ? null
        : {
            ...item(
              unreported,
              sinceWhen(silent, selection, say),
              silent.length,
              selection.unreported.isShown,
            ),
            names: names(silent),
          },
    possible:
      possible.length === 0
        ? null
        : {
            name: say.legend.possibleName,
            countText: say.legend.classCount(possible.length),
            names: names(possible),
          },
    showAllHref: view.show.length === 0 ? null : homeHref(view, { show: [] }),
  };
}

/** The filter with one class switched: the first choice shows it alone, taking the last away shows all. */
function toggled(show: readonly string[], id: string): readonly string[] {
  return show.includes(id) ? show.filter((other) => other !== id) : [...show, id];
}

export function phaseName(programme: Programme, id: string, say: Sentences): string | null {
  return programme.phases.find((phase) => phase.id === id)?.name[say.language] ?? null;
}

function sinceWhen(silent: readonly CountyRow[], { query }: Selection, say: Sentences): string {
  const [first, ...others] = new Set(silent.map(({ reportedTo }) => reportedTo));
  const isSame = others.length === 0;
  return say.legend.unreportedName(
    isSame ? (first ?? null) : null,
    query.at,
    isSame && first === null,
  );
}

/** Everything the home page shows, in the reader's language: strings and numbers, nothing to work out. */
import type { Day } from '../domain/date.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Selection } from '../domain/select.ts';
import type { CountyStanding } from '../domain/standing.ts';
import { themes, type Theme } from '../domain/theme.ts';
import type { Division, DivisionCode } from '../domain/division.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { viewQuery, type QueryProblem, type ViewState } from '../map/url-state.ts';
import { countyPanel, type CountyPanelView } from './county-panel.ts';
import { countyTable, type TableView } from './county-table.ts';
import { dateControl, type DateControlView } from './date-control.ts';
import { downloadLinks, type DownloadsView } from './download-links.ts';
import { legendView, type LegendView } from './legend.ts';
import { homeHref, timeQuery } from './link.ts';
import { summaryView, type SummaryView } from './summary.ts';
import { targetCard, type TargetCardView } from './target-card.ts';

export interface HomeView {
  readonly summary: SummaryView;
  readonly cards: readonly TargetCardView[];
  readonly tabs: readonly {
    readonly theme: Theme;
    readonly href: string;
    readonly isCurrent: boolean;
  }[];
  readonly date: DateControlView;
  readonly map: { readonly title: string; readonly sentence: string };
  readonly legend: LegendView;
  readonly county: CountyPanelView | null;
  readonly table: TableView;
  readonly downloads: DownloadsView;
  readonly notices: readonly string[];
}

export interface HomeFacts {
  readonly knowledge: Knowledge;
  readonly prefecture: Division;
  readonly view: ViewState;
  readonly today: Day;
  readonly selection: Selection;
  /** How the chosen county stands, whatever the theme speaks of; `null` where none is chosen. */
  readonly chosen: CountyStanding | null;
  /** Codes that have a shape on the map. */
  readonly onMap: ReadonlySet<DivisionCode>;
  readonly problems: readonly QueryProblem[];
}

export function homeView(facts: HomeFacts, say: Sentences): HomeView {
  const { knowledge, prefecture, view, today, selection, chosen, onMap } = facts;
  const { programme } = knowledge;
  const at = selection.query.at;
  const legend = legendView(programme, selection, view, say);
  return {
    summary: summaryView(knowledge, prefecture, at, selection.targets, say),
    cards: programme.targets.flatMap((target) => {
      const progress = selection.targets.find(({ id }) => id === target.id);
      return progress ? [targetCard(programme, target, progress, say, timeQuery(view))] : [];
    }),
    tabs: themes.map((theme) => ({
      theme,
      href: homeHref(view, { theme }),
      isCurrent: theme === view.theme,
    })),
    date: dateControl(programme, view, today, say, {
      action: '/',
      hrefOf: (overrides) => homeHref(view, overrides),
    }),
    map: {
      title: say.legend.themeTitle(view.theme, selection.measure),
      sentence: say.legend.mapSentence(
        view.theme,
        selection.measure,
        at,
        legend.classes.filter(({ count }) => count > 0),
      ),
    },
    legend,
    county: chosen && countyPanel(programme, chosen, view, onMap.has(chosen.division.code), say),
    table: countyTable(programme, selection, view, onMap, say),
    // The page marks the chosen county among the others; a file of it alone is had by its address.
    downloads: downloadLinks('/api/v1/counties', viewQuery(view, { county: null }), true, say),
    notices: facts.problems.map(say.problem.problemLine),
  };
}

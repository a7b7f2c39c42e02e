/** The county chosen on the map, in the panel beside it. */
import type { Programme } from '../domain/programme.ts';
import type { CountyStanding } from '../domain/standing.ts';
import type { Sentences } from '../i18n/sentences.ts';
import type { ViewState } from '../map/url-state.ts';
import { countyHref, homeHref } from './link.ts';
import { placeName, type NameView } from './place-name.ts';
import { standingFacts, tallyFacts, trackOf } from './standing-words.ts';

export interface CountyPanelView {
  readonly name: NameView;
  readonly code: string;
  readonly facts: readonly {
    readonly label: string;
    readonly text: string;
    readonly note: string | null;
  }[];
  readonly href: string;
  readonly closeHref: string;
  readonly isOnMap: boolean;
}

export function countyPanel(
  programme: Programme,
  standing: CountyStanding,
  view: ViewState,
  isOnMap: boolean,
  say: Sentences,
): CountyPanelView {
  const { division, national, provincial, townships, villages } = standing;
  const tracks = [national, provincial]
    .filter(({ track }) => division.countedFor.includes(track))
    .map((each) => {
      const facts = standingFacts(programme, each, say);
      return {
        label: facts.track,
        text: say.standing.stageWithDate(facts),
        note: say.standing.silence(facts),
      };
    });
  const tallies = (
    [
      ['township', townships],
      ['village', villages],
    ] as const
  ).map(([level, tally]) => ({
    label: trackOf(programme, tally.track).name[say.language],
    text: say.standing.tally(tallyFacts(level, tally)),
    note: null,
  }));
  return {
    name: placeName(division, say.language),
    code: division.code,
    facts: [...tracks, ...tallies],
    href: countyHref(division.code, view),
    closeHref: homeHref(view, { county: null }),
    isOnMap,
  };
}

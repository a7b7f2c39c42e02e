/** The preview of a kept file of positions as its page shows it, by the facts as they are now. */
import type { PlaceRow } from '$lib/domain/place-import.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import type { KeptPlaces } from '$lib/server/places/place-imports.ts';
import type { JudgedPlaces, PlaceList } from '$lib/server/places/place-judgement.ts';
import {
  otherPlaceLists,
  placeImportView,
  type OtherPlaceList,
  type PlaceImportView,
  type PlaceRowsPage,
} from '$lib/view/office/place-import-view.ts';
import { refusalSentence } from '../refusal-sentence.ts';

export type PlacesScreen =
  | { readonly status: 'shown'; readonly view: PlaceImportView }
  | { readonly status: 'refused'; readonly name: string; readonly message: string };

export async function placesScreen(
  { model, lang }: App.Locals,
  kept: KeptPlaces,
  query: URLSearchParams,
): Promise<PlacesScreen> {
  const say = sentences[lang];
  const judged = await office().placeImports.judge(kept);
  if (judged.status === 'refused') {
    return { status: 'refused', name: kept.name, message: refusalSentence(judged, say) };
  }
  const asked = query.get('rows');
  const list =
    otherPlaceLists.find((each) => each === asked) ??
    otherPlaceLists.find((each) => judged.rows[each].count > 0) ??
    'new';
  const view = placeImportView(
    model.knowledge(null),
    {
      ...kept,
      ...judged,
      mend: pageOf(judged, 'mend', query.get('mend')),
      list,
      listCounts: Object.fromEntries(
        otherPlaceLists.map((each) => [each, judged.rows[each].count]),
      ) as Record<OtherPlaceList, number>,
      other: pageOf(judged, list, query.get('page')),
    },
    say,
  );
  return { status: 'shown', view };
}

/** The page of a list that the address asks for; beyond its ends the nearest. */
function pageOf({ rows }: JudgedPlaces, list: PlaceList, asked: string | null): PlaceRowsPage {
  const { count, pages } = rows[list];
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), Math.max(1, pages.length));
  const bytes = pages[page - 1];
  // Written by our own process (judge-places.ts).
  const shown = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as PlaceRow[]) : [];
  return { count, page, pages: pages.length, rows: shown };
}

/** The preview of a kept file of positions as its page shows it, by the facts as they are now. */
import type { PlaceRow } from '$lib/domain/place-import.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { office } from '$lib/server/office.ts';
import type { KeptPlaces } from '$lib/server/places/place-imports.ts';
import {
  otherPlaceLists,
  placeImportView,
  type PlaceImportView,
} from '$lib/view/office/place-import-view.ts';
import { refusalSentence } from '../../kept-files/refusal-sentence.ts';
import { listCounts, listOf, rowsPage } from '../../kept-files/rows-page.ts';

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
  const { rows } = judged;
  const list = listOf(otherPlaceLists, rows, query.get('rows'));
  const view = placeImportView(
    model.knowledge(null),
    {
      ...kept,
      ...judged,
      mend: rowsPage<PlaceRow>(rows.mend, query.get('mend')),
      list,
      listCounts: listCounts(otherPlaceLists, rows),
      other: rowsPage<PlaceRow>(rows[list], query.get('page')),
    },
    say,
  );
  return { status: 'shown', view };
}

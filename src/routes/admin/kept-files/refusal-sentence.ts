/** Why a file was not taken, in words. */
import type { Sentences } from '$lib/i18n/sentences.ts';
import type { PlacesRefused } from '$lib/server/places/place-line.ts';

/** Of a file of positions, or of a ledger, which is refused for some of the same reasons. */
export function refusalSentence(refused: PlacesRefused, say: Sentences): string {
  const { values } = refused;
  switch (refused.by) {
    case 'geodata':
      return say.geodata.refusals[refused.reason](values);
    case 'workbook':
      return say.workbook.workbookRefusals[refused.reason](values);
    case 'ledger':
      return say.ledger.refusals[refused.reason](values);
    case 'places':
      return say.placing.refusals[refused.reason](values);
  }
}

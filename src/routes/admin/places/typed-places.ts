/** What was typed into the forms of positions. */
import type { TypedPlaceSource } from '$lib/domain/place-import.ts';
import type { ProposedSource } from '$lib/domain/submission.ts';
import type { TypedPlaces } from '$lib/view/office/place-import-page.ts';
import { lineOf, textOf } from '$lib/view/office/typed-text.ts';

export function typedPlaces(data: FormData): TypedPlaces {
  return {
    level: lineOf(data, 'level'),
    division: lineOf(data, 'division'),
    datum: lineOf(data, 'datum'),
  };
}

/** Longest text that is kept until it is mended: far more than a proposal takes. */
const longestKept = 5000;

export function typedSource(data: FormData): TypedPlaceSource {
  const line = (name: string): string => lineOf(data, name).slice(0, longestKept);
  return {
    title: line('title'),
    publisher: line('publisher'),
    documentNumber: line('documentNumber'),
    location: line('location'),
    note: textOf(data, 'note').slice(0, longestKept),
  };
}

export function proposedSource({
  title,
  publisher,
  documentNumber,
  location,
}: TypedPlaceSource): ProposedSource {
  return {
    title,
    publisher,
    ...(documentNumber !== '' && { documentNumber }),
    ...(location !== '' && { location }),
  };
}

/** What was typed into the form that takes a ledger. */
import { lineOf } from '$lib/view/office/typed-text.ts';
import type { TypedImport } from '$lib/view/office/import-page.ts';

export function typedImport(data: FormData): TypedImport {
  const block = data.get('block');
  return {
    track: lineOf(data, 'track'),
    division: lineOf(data, 'division'),
    // As it is: the empty cells at the ends of a block are part of it.
    block: typeof block === 'string' ? block : '',
  };
}

import type { Language } from '$lib/i18n/language.ts';
import type { QueryProblem } from '$lib/map/url-state.ts';
import type { Look, TextSize } from '$lib/server/preferences.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Names the line in the server's log; absent for pages that do not exist. */
      id?: string;
    }
    interface Locals {
      lang: Language;
      look: Look;
      text: TextSize;
      /** What of `?lang=` could not be followed; the page tells it beside its own problems. */
      problems: readonly QueryProblem[];
    }
  }
}

export {};

import type { Language } from '$lib/i18n/language.ts';
import type { QueryProblem } from '$lib/map/url-state.ts';
import type { SignedIn } from '$lib/server/accounts/accounts.ts';
import type { DatabaseFault } from '$lib/server/http/database-fault.ts';
import type { KeptForm } from '$lib/server/http/kept-form.ts';
import type { Look, TextSize } from '$lib/server/preferences.ts';
import type { ReadModel } from '$lib/server/read-model.ts';

declare global {
  namespace App {
    interface Error {
      message: string;
      /** Names the line in the server's log; absent for pages that do not exist. */
      id?: string;
      /** Why the office stopped, where it was not a fault: the words are on its error page. */
      reason?:
        | 'signed-out'
        | 'duty'
        | 'refused'
        | 'set-up-closed'
        | 'database-full'
        | 'database-locked'
        | 'database-gone'
        | 'database-unsure';
      /** Where to go first: to sign in, or to the duty. */
      href?: string;
      /** Seconds. */
      retryAfter?: number;
      /** The form that could not be taken, to be sent again. */
      kept?: KeptForm;
    }
    interface Locals {
      lang: Language;
      look: Look;
      text: TextSize;
      /** What of `?lang=` could not be followed; the page tells it beside its own problems. */
      problems: readonly QueryProblem[];
      /** The data this one answer is made from, whatever is approved meanwhile. */
      model: ReadModel;
      /** Id of this request, in the log and in the audit log. */
      request: string;
      /** Who asks, in the office; `null`: nobody is signed in. */
      signedIn: SignedIn | null;
      /** Why the database could not be asked who it is by; absent where it answered. */
      databaseFault?: DatabaseFault;
    }
  }
}

export {};

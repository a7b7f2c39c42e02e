/** Divisions a file can be sent in for, as a form offers them. */
import type { Day } from '../../domain/date.ts';
import type { Division } from '../../domain/division.ts';
import type { Knowledge } from '../../domain/knowledge.ts';
import { decide, type Actor } from '../../domain/permission.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { placeName } from '../place-name.ts';
import { reportingDivisions } from './division-tracks.ts';

export interface DivisionChoice {
  readonly value: string;
  readonly label: string;
  readonly lang?: string;
}

/**
 * Those the actor may write for, of a county post the one county; and which of them is chosen. `actor` is
 * `null` where who it is has to be found out anew: nothing but what was typed is offered.
 */
export function divisionChoices(
  knowledge: Knowledge,
  asked: { readonly actor: Actor | null; readonly today: Day; readonly typed: string },
  say: Sentences,
  isOffered: (division: Division) => boolean = () => true,
): { readonly divisions: readonly DivisionChoice[]; readonly chosen: string } {
  const { actor, today, typed } = asked;
  const divisions = reportingDivisions(knowledge, today)
    .filter(isOffered)
    .filter(({ code }) =>
      actor === null
        ? code === typed
        : decide(actor, 'submission.write', { division: code }).status === 'allowed',
    )
    .map((division): DivisionChoice => {
      const name = placeName(division, say.language);
      const label =
        division.level === 'prefecture' ? say.importing.wholePrefecture(name.text) : name.text;
      return { value: division.code, label, ...(name.lang && { lang: name.lang }) };
    });
  const [only] = divisions;
  return { divisions, chosen: divisions.length === 1 && only ? only.value : typed };
}

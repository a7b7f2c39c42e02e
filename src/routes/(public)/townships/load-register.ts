import type { RequestEvent } from '@sveltejs/kit';
import type { RegisterLevel } from '$lib/domain/register-unit.ts';
import { sentences } from '$lib/i18n/sentences.ts';
import { parseRegister } from '$lib/map/register-state.ts';
import { knownRegisterValues, registerSelection } from '$lib/server/register.ts';
import { registerView } from '$lib/view/register-view.ts';

/** What the register of one level shows: `/townships` and `/villages` differ in nothing else. */
export function loadRegister(
  level: RegisterLevel,
  { url, locals }: Pick<RequestEvent, 'url' | 'locals'>,
) {
  const { model } = locals;
  const known = knownRegisterValues(model, level);
  const { state, problems } = parseRegister(url.searchParams, known);
  const register = registerView(
    {
      knowledge: model.knowledge(state.knownAt),
      selection: registerSelection(model, level, state),
      state,
      batches: [...known.batches],
      today: model.today(),
      problems: [...locals.problems, ...problems],
    },
    sentences[locals.lang],
  );
  return { register, timeQuery: register.timeQuery };
}

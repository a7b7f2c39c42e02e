/** The register of townships or villages, from the query of a page or of a download. */
import { batchesOf, selectRegister, type RegisterSelection } from '../domain/register.ts';
import type { RegisterLevel } from '../domain/register-unit.ts';
import type { KnownRegisterValues, RegisterState } from '../map/register-state.ts';
import { knownValues } from './known-values.ts';
import { readingsOf } from './name-readings.ts';
import type { ReadModel } from './read-model.ts';

/** For `parseRegister`. `withLanguage` as in `knownValues`. */
export function knownRegisterValues(
  model: ReadModel,
  level: RegisterLevel,
  withLanguage = false,
): KnownRegisterValues {
  return {
    ...knownValues(model, withLanguage),
    batches: new Set(batchesOf(model.knowledge(null), level)),
  };
}

/** All that the state asks for, on every page of it. */
export function registerSelection(
  model: ReadModel,
  level: RegisterLevel,
  state: RegisterState,
): RegisterSelection {
  const { search, county, state: unitState, batch, sort, isDescending } = state;
  const at = state.at ?? model.today();
  return selectRegister(
    model.knowledge(state.knownAt),
    { level, at, search, county, state: unitState, batch, sort, isDescending },
    readingsOf,
  );
}

/** Under which name a register that is taken away is saved: what it lists, and of which day. */
import type { Division } from '../../domain/division.ts';
import type { RegisterQuery } from '../../domain/register.ts';
import type { UnitState } from '../../domain/register-unit.ts';
import type { NameParts } from './download-name.ts';

export interface RegisterNameFacts {
  readonly title: string;
  /** Of the files of a shapefile, and of a name in ASCII. */
  readonly layer: string;
  readonly query: Pick<RegisterQuery, 'county' | 'state' | 'batch' | 'search'>;
  readonly divisions: ReadonlyMap<string, Division>;
  readonly stateNames: Readonly<Record<UnitState, string>>;
}

/**
 * Tells by what the register is filtered, so that two of one day are not taken for each other. A code
 * that is searched for is named: that of a township finds its villages.
 */
export function registerFileName({
  title,
  layer,
  query,
  divisions,
  stateNames,
}: RegisterNameFacts): Pick<NameParts, 'full' | 'ascii'> {
  const { county, state, batch, search } = query;
  const nameOf = (code: string) => divisions.get(code)?.name ?? code;
  const given = (part: string | null) => (part ? [part] : []);
  const asked = [county, state, batch, search].flatMap(given);
  return {
    full: [
      title,
      ...given(county && nameOf(county)),
      ...given(state && stateNames[state]),
      ...given(batch),
      ...given(nameOf(search)),
    ],
    // What cannot be said in ASCII is left out: `full` is what every browser of today takes.
    ascii: [layer, ...asked.filter((part) => /^[\w-]+$/.test(part))],
  };
}

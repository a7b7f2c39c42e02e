/** One thing that is in doubt, or wrong, with the place of a unit. */
import type { PlaceFaultCode } from '../../domain/geodata.ts';
import type { Localized } from '../../domain/programme.ts';
import type { Values } from './place-feature.ts';

/** `wrong`: cannot be taken. `doubt`: a person confirms it. `note`: is only said. */
export interface PlaceFault {
  readonly code: PlaceFaultCode;
  readonly severity: 'wrong' | 'doubt' | 'note';
  readonly values?: Values;
  /** Of `ring`: what is wrong with it, in both languages. */
  readonly detail?: Localized;
}

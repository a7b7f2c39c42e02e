import { ruleVersion } from '../../domain/progress.ts';
import { demonstrationMark, type Provenance } from '../../export/provenance.ts';
import type { MachineRequest } from './machine-answer.ts';

/** What an export made for this request says about itself. */
export function provenanceOf({
  model,
  view,
  at,
  lang,
}: Omit<MachineRequest, 'view'> & {
  readonly view: Pick<MachineRequest['view'], 'knownAt'>;
}): Provenance {
  const { data, version } = model.site;
  return {
    at,
    knownAt: view.knownAt,
    dataVersion: version,
    ruleVersion,
    ...demonstrationMark(data.programme.demonstration, lang),
  };
}

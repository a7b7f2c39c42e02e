/** `progress.json`: every target on one day. */
import { progress, type TargetProgress } from '../domain/progress.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';

export interface ProgressDocument extends Provenance {
  readonly targets: readonly TargetProgress[];
  /** The name of each target, and where its calculation file is, by its id. */
  readonly about: Readonly<Record<string, { readonly name: string; readonly calculation: string }>>;
}

/** `query` is the query of the request, handed on to the calculation files. */
export function progressDocument(
  knowledge: Knowledge,
  provenance: Provenance,
  lang: ExportLanguage,
  query: string,
): ProgressDocument {
  const about = knowledge.programme.targets.map(({ id, name }) => [
    id,
    { name: name[lang], calculation: `/api/v1/progress/${id}.json${query}` },
  ]);
  return {
    ...provenance,
    about: Object.fromEntries(about),
    targets: progress(knowledge, provenance.at),
  };
}

/** In which datum a file of positions is: how that is known, and what there is to choose. */
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceChoices } from '../../domain/place-import.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { datumChoices } from './place-import-page.ts';

/** What the judging of the file found out. */
export interface DatumFacts {
  readonly choices: PlaceChoices;
  readonly datum: {
    readonly status: 'sure' | 'likely' | 'unclear';
    readonly datum: DatumName;
    readonly contradicts: boolean;
    readonly isSwapped: boolean;
    readonly by: 'points' | 'boundaries' | 'declaration';
    readonly evidence: Readonly<
      Record<'wgs84' | 'gcj02' | 'bd09', { readonly inside: number; readonly metres: number }>
    >;
    readonly places: number;
  };
  readonly inFile: DatumName | null;
  readonly isDatumAsked: boolean;
  readonly layers: readonly {
    readonly name: string | null;
    readonly rows: number;
    readonly system?: string | null;
    readonly encoding?: string;
  }[];
}

export interface DatumView {
  readonly sentences: readonly string[];
  readonly evidence: readonly string[];
  readonly isAsked: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** What is taken now; empty where it is asked. */
  readonly picked: string;
}

export function datumView(facts: DatumFacts, say: Sentences): DatumView {
  const { datum, isDatumAsked, layers } = facts;
  const { placing, geodata } = say;
  const systems = new Set(layers.flatMap(({ system }) => system ?? []));
  return {
    sentences: [
      ...[...systems].map((system) => placing.datum.inFile(system)),
      toldOf(facts, say),
      ...(datum.isSwapped ? [geodata.datum.swapped] : []),
    ],
    evidence: evidenceOf(datum, say),
    isAsked: isDatumAsked,
    choices: datumChoices(say),
    picked: isDatumAsked ? '' : datum.datum,
  };
}

function toldOf(
  { datum, inFile, choices: { declared, decided } }: DatumFacts,
  { placing, geodata }: Sentences,
): string {
  const name = geodata.datumNames[datum.datum];
  if (decided !== null) return placing.datum.decided(geodata.datumNames[decided]);
  const said = declared ?? inFile;
  if (datum.contradicts && said !== null) {
    return geodata.datum.contradicts(geodata.datumNames[said], name);
  }
  if (datum.status === 'unclear') {
    return said === null ? geodata.datum.unclear : geodata.datum.declared(name);
  }
  if (datum.by === 'declaration') return geodata.datum.declared(name);
  // What agrees with the declaration needs no confirming, though the places alone are not sure.
  return datum.status === 'sure' || said !== null
    ? geodata.datum.sure(name)
    : geodata.datum.likely(name);
}

/** Points inside their county under each datum; outlines are told by their boundaries. */
function evidenceOf(
  { by, evidence, places }: DatumFacts['datum'],
  { placing, geodata }: Sentences,
): readonly string[] {
  if (by === 'boundaries') return [placing.datum.boundaries];
  const telling = (['wgs84', 'gcj02', 'bd09'] as const).map((datum) => ({
    name: geodata.datumNames[datum],
    ...evidence[datum],
  }));
  const hasPoints = telling.some(({ inside, metres }) => inside > 0 || metres > 0);
  if (!hasPoints) return [];
  return telling.map(({ name, inside }) => geodata.datum.evidence(name, inside, places));
}

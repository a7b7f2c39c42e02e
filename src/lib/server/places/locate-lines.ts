/** Where the matched lines lie: the datum of the file found out or taken as said, everything in WGS-84. */
import { countyCode } from '../../domain/division.ts';
import type { DatumName } from '../../domain/geodata.ts';
import type { PlaceDecisions } from '../../domain/place-import.ts';
import { findDatum, type CountyAreas, type DatumAnswer } from '../geodata/find-datum.ts';
import type { PlaceGeometry } from '../geodata/place-feature.ts';
import { toWgs84 } from '../geodata/to-wgs84.ts';
import type { MatchedLine } from './match-lines.ts';

export interface Located {
  readonly datum: DatumAnswer;
  readonly isAsked: boolean;
  /** Of a line's geometry, rounded to the seven decimals that are kept: a centimetre. */
  locate(geometry: PlaceGeometry): PlaceGeometry;
}

/**
 * What a person decided, having seen the evidence, holds. Else what is declared, with the file or in it;
 * it is asked about where it does not fit, or where nothing is declared and the places are not sure.
 */
export function locateLines(
  lines: readonly MatchedLine[],
  inFile: DatumName | null,
  { declared, decided }: Pick<PlaceDecisions, 'declared' | 'decided'>,
  counties: CountyAreas,
): Located {
  const given = lines.flatMap(({ line: { geometry }, match }) =>
    geometry && match?.unit ? [{ geometry, county: countyCode(match.unit.code) }] : [],
  );
  const said = declared ?? inFile;
  const found = findDatum(given, counties, said);
  const datum: DatumAnswer = decided === null ? found : { ...found, datum: decided };
  const isTold = found.status === 'sure' || (said !== null && !found.contradicts);
  return {
    datum,
    isAsked: decided === null && !isTold,
    locate: (geometry) => rounded(toWgs84(geometry, datum.datum, datum.isSwapped)),
  };
}

const unit = 1e7;

/** Dividing gives the number nearest to the decimals; multiplying by 1e-7 would not. */
function rounded(geometry: PlaceGeometry): PlaceGeometry {
  const round = (position: readonly number[]): number[] =>
    position.map((degrees) => Math.round(degrees * unit) / unit);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: round(geometry.coordinates) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(round)) };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(round))),
      };
  }
}

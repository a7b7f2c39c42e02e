/** A proposal as it is kept: texts made plain, and nothing where nothing was typed. */
import type { PlaceGeometry } from './place-geometry.ts';
import { oneLine, plainText } from './plain-text.ts';
import type {
  Change,
  Proposal,
  ProposedPlace,
  ProposedQuotas,
  ProposedSource,
} from './submission.ts';

/** The same proposal with plain texts; optional texts that are empty, and an empty source, left out. */
export function cleanProposal(proposal: Proposal): Proposal {
  const source = proposal.source && cleanSource(proposal.source);
  const quotas = proposal.quotas && cleanQuotas(proposal.quotas);
  const places = proposal.places?.map(cleanPlace) ?? [];
  const { undoes } = proposal;
  return {
    changes: proposal.changes.map(cleanChange),
    ...(source && { source }),
    reporting: proposal.reporting.map(({ track, completeTo }) => ({
      track: plainText(track),
      completeTo: completeTo === null ? null : plainText(completeTo),
    })),
    ...(quotas && { quotas }),
    ...(places.length > 0 && { places }),
    ...(undoes && {
      undoes: { submission: plainText(undoes.submission), reason: plainText(undoes.reason) },
    }),
    ...optional('note', plainText(proposal.note ?? '')),
  };
}

function cleanChange(change: Change): Change {
  const place = { division: plainText(change.division), track: plainText(change.track) };
  if (change.kind === 'retraction') {
    const { kind, retracts, reason } = change;
    return { kind, ...place, retracts: plainText(retracts), reason: plainText(reason) };
  }
  const reached = {
    ...place,
    stage: plainText(change.stage),
    effective: plainText(change.effective),
    ...optional('batch', oneLine(change.batch ?? '')),
  };
  if (change.kind === 'reached') return { kind: change.kind, ...reached };
  const { kind, retracts, reason } = change;
  return { kind, ...reached, retracts: plainText(retracts), reason: plainText(reason) };
}

/** A county whose field was left empty is asked for nothing else than before. */
function cleanQuotas({ effective, counts }: ProposedQuotas): ProposedQuotas | undefined {
  const given = counts
    .map(({ division, track, count }) => ({
      division: plainText(division),
      track: plainText(track),
      count: cleanCount(count),
    }))
    .filter(({ count }) => count !== '');
  return given.length > 0 ? { effective: plainText(effective), counts: given } : undefined;
}

/** `０６` is 6. What is no whole number stays as it was typed. */
function cleanCount(text: string | null): string | null {
  if (text === null) return null;
  const plain = plainText(text.normalize('NFKC'));
  return plain.replace(/^0+(?=\d+$)/, '');
}

/** Members in one order, so that the same place has the same text. */
function cleanPlace({ division, geometry }: ProposedPlace): ProposedPlace {
  return { division: plainText(division), geometry: geometry && inOrder(geometry) };
}

function inOrder(geometry: PlaceGeometry): PlaceGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: geometry.type, coordinates: geometry.coordinates };
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates };
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates };
  }
}

function cleanSource(source: ProposedSource): ProposedSource | undefined {
  const cleaned: ProposedSource = {
    title: oneLine(source.title),
    publisher: oneLine(source.publisher),
    ...optional('documentNumber', oneLine(source.documentNumber ?? '')),
    ...optional('date', oneLine(source.date ?? '')),
    ...optional('location', oneLine(source.location ?? '')),
  };
  return Object.values(cleaned).some((value) => value !== '') ? cleaned : undefined;
}

function optional<Name extends string>(
  name: Name,
  text: string,
): Readonly<Partial<Record<Name, string>>> {
  const kept: Partial<Record<string, string>> = text === '' ? {} : { [name]: text };
  return kept as Readonly<Partial<Record<Name, string>>>;
}

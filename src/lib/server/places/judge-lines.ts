/** What each line of a file of positions comes to. Pure: writes nothing. */
import type { DivisionCode } from '../../domain/division.ts';
import type { PlaceRow, PlaceVerdict } from '../../domain/place-import.ts';
import type { ProposedPlace } from '../../domain/submission.ts';
import type { LedgerRow } from '../../domain/ledger.ts';
import { faultsBetween } from '../geodata/between-places.ts';
import type { PlaceGeometry } from '../geodata/place-feature.ts';
import type { DivisionIndex } from '../import/division-index.ts';
import { textOf, type Fields } from '../import/row-fields.ts';
import type { MatchedLine } from './match-lines.ts';
import {
  kept,
  notesOfChange,
  notesOfPlace,
  weighedFault,
  type Ground,
  type Weighed,
} from './place-notes.ts';

export interface JudgedLine {
  readonly row: PlaceRow;
  /** Only of `new` and `moved`. */
  readonly place: ProposedPlace | null;
}

export interface JudgingPlaces {
  readonly index: DivisionIndex;
  readonly ground: Ground;
  readonly known: ReadonlyMap<DivisionCode, PlaceGeometry>;
  readonly locate: (geometry: PlaceGeometry) => PlaceGeometry;
}

interface Draft {
  readonly matched: MatchedLine;
  readonly geometry: PlaceGeometry | null;
  readonly unit: DivisionCode | null;
  readonly notes: Weighed[];
  /** Whom it means is open, or nobody. */
  readonly state: 'open' | 'left-out' | 'doubtful-unit' | 'wrong';
}

export function judgeLines(
  lines: readonly MatchedLine[],
  by: JudgingPlaces,
): readonly JudgedLine[] {
  const drafts = lines.map((matched) => draftOf(matched, by));
  noteRepetitions(drafts, by);
  noteNeighbours(drafts, by);
  return drafts.map((draft) => judged(draft, by));
}

function draftOf(matched: MatchedLine, { locate, ground, known }: JudgingPlaces): Draft {
  const { line, match, choice } = matched;
  const said = line.notes.map((note): Weighed => ({ severity: 'note', note }));
  if (match === null) {
    const out = { of: 'row', fault: { code: 'chosen-out', column: null } } as const;
    const notes: Weighed[] = choice === 'left-out' ? [{ severity: 'note', note: out }] : said;
    return { matched, geometry: null, unit: null, notes, state: 'left-out' };
  }
  const notes: Weighed[] = [
    ...said,
    ...match.faults.map((fault): Weighed => ({ severity: 'note', note: { of: 'row', fault } })),
  ];
  const unit = match.unit?.code ?? null;
  const geometry = line.geometry && locate(line.geometry);
  const draft = { matched, geometry, unit, notes };
  if (line.status === 'wrong' || !geometry) return { ...draft, state: 'wrong' };
  if (match.status !== 'unit') {
    return { ...draft, state: match.status === 'doubt' ? 'doubtful-unit' : 'wrong' };
  }
  const { code } = match.unit;
  notes.push(...notesOfPlace(code, geometry, line.asWritten ?? geometry, ground));
  const before = known.get(code);
  const change = before && notesOfChange(before, geometry);
  if (change) notes.push(change);
  return { ...draft, state: 'open' };
}

/** The later line of a unit that stands in the file twice is wrong. */
function noteRepetitions(drafts: readonly Draft[], { index }: JudgingPlaces): void {
  const first = new Map<DivisionCode, Draft>();
  for (const draft of drafts) {
    if (draft.state !== 'open' || draft.unit === null) continue;
    const earlier = first.get(draft.unit);
    if (!earlier) {
      first.set(draft.unit, draft);
      continue;
    }
    const { layer, number } = earlier.matched.line;
    const values = {
      unit: index.byCode.get(draft.unit)?.name ?? '',
      layer: layer ?? '',
      row: String(number),
    };
    draft.notes.push({ severity: 'wrong', note: { of: 'import', code: 'twice', values } });
  }
}

/** Against the other lines, and against what is on record of units the file does not name. */
function noteNeighbours(drafts: readonly Draft[], { known, index }: JudgingPlaces): void {
  const sound = drafts.flatMap((draft) =>
    draft.state === 'open' && draft.geometry && draft.unit !== null && !isWrong(draft)
      ? [{ draft, unit: draft.unit, geometry: draft.geometry }]
      : [],
  );
  const named = new Set(sound.map(({ unit }) => unit));
  const others = [...known].flatMap(([unit, geometry]) =>
    named.has(unit) || index.byCode.get(unit)?.level !== index.level ? [] : [{ unit, geometry }],
  );
  for (const [at, faults] of faultsBetween([...sound, ...others])) {
    sound[at]?.draft.notes.push(...faults.map(weighedFault));
  }
}

function isWrong({ notes }: Draft): boolean {
  return notes.some(({ severity }) => severity === 'wrong');
}

function judged(draft: Draft, { known, index }: JudgingPlaces): JudgedLine {
  const { matched, unit, geometry } = draft;
  const { line, key, match, choice } = matched;
  const isAccepted = choice !== null && choice !== 'left-out' && choice.isAccepted;
  const isDoubtful = draft.notes.some(({ severity }) => severity === 'doubt');
  const verdict = verdictOf(draft, isDoubtful && !isAccepted, known);
  const candidates = match && match.status !== 'unit' ? match.candidates : [];
  const isRecorded = verdict === 'new' || verdict === 'moved';
  const accepted =
    isDoubtful && isAccepted && isRecorded
      ? ([{ of: 'import', code: 'accepted', values: {} }] as const)
      : [];
  return {
    row: {
      key,
      layer: line.layer,
      number: line.number,
      verdict,
      written: writtenIn(line.fields),
      unit,
      position: geometry && positionOf(geometry),
      notes: [...draft.notes.map(({ note }) => note), ...accepted],
      candidates: candidates.map((each) => ({ code: each.code, path: index.pathOf(each) })),
      isAcceptable: draft.state === 'open' && isDoubtful && !isWrong(draft),
    },
    place:
      isRecorded && unit !== null ? { division: unit, geometry: geometry && kept(geometry) } : null,
  };
}

function verdictOf(draft: Draft, isInDoubt: boolean, known: JudgingPlaces['known']): PlaceVerdict {
  switch (draft.state) {
    case 'left-out':
      return 'left-out';
    case 'wrong':
      return 'wrong';
    case 'doubtful-unit':
      return 'doubt';
    case 'open': {
      if (isWrong(draft) || draft.unit === null || !draft.geometry) return 'wrong';
      const before = known.get(draft.unit);
      // What is on record already was accepted once: it is not asked about again.
      if (before && notesOfChange(before, draft.geometry) === null) return 'same';
      if (isInDoubt) return 'doubt';
      return before ? 'moved' : 'new';
    }
  }
}

function positionOf(geometry: PlaceGeometry): PlaceRow['position'] {
  if (geometry.type === 'Point') {
    const [longitude = NaN, latitude = NaN] = geometry.coordinates;
    return { kind: 'point', longitude, latitude };
  }
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return { kind: 'outline', positions: rings.reduce((sum, ring) => sum + ring.length, 0) };
}

const shown = [
  'county',
  'township',
  'village',
  'name',
  'code',
] as const satisfies readonly (keyof LedgerRow['written'])[];

function writtenIn(fields: Readonly<Fields>): string {
  return shown.flatMap((meaning) => textOf(fields[meaning]) ?? []).join(' ');
}

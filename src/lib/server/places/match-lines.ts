/** Whom the lines of a file of positions mean: matched as the rows of a ledger are. */
import type { PlaceLevel, PlaceRowChoices } from '../../domain/place-import.ts';
import { indexDivisions, type DivisionIndex } from '../import/division-index.ts';
import { matchUnit } from '../import/match-unit.ts';
import { nearestNames } from '../import/nearest-names.ts';
import { settle, wrong, type UnitMatch } from '../import/unit-match.ts';
import type { PlaceFacts } from './place-judgement.ts';
import { keyOf, type PlaceLine } from './place-line.ts';

/** Every unit of the level has a position, whether or not it counts for a track. */
const anyTrack = 'places';

/** `undefined`: no such division to report for. */
export function placeIndex(
  { divisions, swappedCodes }: Pick<PlaceFacts, 'divisions' | 'swappedCodes'>,
  level: PlaceLevel,
  division: string,
): DivisionIndex | undefined {
  const all = divisions.map((each) => ({ ...each, countedFor: [anyTrack] }));
  return indexDivisions(all, { id: anyTrack, level }, division, swappedCodes);
}

export interface MatchedLine {
  readonly line: PlaceLine;
  readonly key: string;
  readonly match: UnitMatch | null;
  readonly choice: { readonly code: string; readonly isAccepted: boolean } | 'left-out' | null;
}

/** Each line with its unit; of those that are of no unit, or chosen out, nothing is looked for. */
export function matchLines(
  lines: readonly PlaceLine[],
  index: DivisionIndex,
  choices: PlaceRowChoices,
): readonly MatchedLine[] {
  const nearest = nearestNames(index);
  return lines.map((line): MatchedLine => {
    const key = keyOf(line);
    const choice = choiceOf(choices, key);
    if (line.status === 'left-out' || choice === 'left-out') {
      return { line, key, match: null, choice };
    }
    const code = choice?.code ?? '';
    const match =
      code === ''
        ? matchUnit(line.fields, line.name, { index, nearest })
        : chosenUnit(code, line, index);
    return { line, key, match, choice };
  });
}

/** Choices come from a form: `__proto__` is a key like any other. */
function choiceOf(choices: PlaceRowChoices, key: string): MatchedLine['choice'] {
  if (!Object.hasOwn(choices, key)) return null;
  const text = choices[key] ?? '';
  if (text === '') return 'left-out';
  return { code: text.replace(/!$/, ''), isAccepted: text.endsWith('!') };
}

function chosenUnit(code: string, { fields }: PlaceLine, index: DivisionIndex): UnitMatch {
  const unit = index.byCode.get(code);
  if (unit?.level === index.level) return settle(unit, [], fields, index);
  return wrong([{ code: 'unknown-code', column: null, values: { written: code.slice(0, 40) } }]);
}

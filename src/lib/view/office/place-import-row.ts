/** One line of the preview of positions: what the file says, what it comes to, and what can be chosen. */
import type { Knowledge } from '../../domain/knowledge.ts';
import type { PlaceNote, PlaceRow, PlaceRowChoices } from '../../domain/place-import.ts';
import type { Sentences } from '../../i18n/sentences.ts';
import { leaveOut, pathOf, undecided, type ImportRowView, type RowOption } from './import-row.ts';
import { nameOf } from './proposal-words.ts';

const choicePrefix = 'choice:';

export function placeImportRow(
  knowledge: Knowledge,
  row: PlaceRow,
  choices: PlaceRowChoices,
  say: Sentences,
): ImportRowView {
  const { key, layer, number, verdict, written, unit, position } = row;
  const { placing, importing } = say;
  const choice = Object.hasOwn(choices, key) ? choices[key] : undefined;
  const path = unit === null ? '' : pathOf(knowledge, unit, say);
  const outcome = outcomeOf(position, say);
  return {
    id: key,
    field: choicePrefix + key,
    where: layer === null ? placing.featureOf(number) : importing.rowIn(layer, number),
    // The colours of the ledger's list: a position that moves is one that changes.
    verdict: verdict === 'moved' ? 'changed' : verdict,
    verdictWords: placing.verdicts[verdict],
    written,
    unit: path,
    outcome,
    underReview: null,
    remarks: [
      // Who says that a position is right has to see whose it is, and where.
      ...(row.isAcceptable && path !== '' ? [placing.meant(path, outcome)] : []),
      ...row.notes.map((note) => noteSentence(knowledge, note, say)),
    ],
    options: optionsOf(knowledge, row, choice, say),
    picked: choice === undefined ? undecided : choice === '' ? leaveOut : choice,
  };
}

function outcomeOf(position: PlaceRow['position'], { placing }: Sentences): string {
  if (position === null) return '';
  return position.kind === 'outline'
    ? placing.outline(position.positions)
    : placing.point(position.longitude, position.latitude);
}

/** What a note says; codes of divisions are told by their names. */
export function noteSentence(knowledge: Knowledge, note: PlaceNote, say: Sentences): string {
  switch (note.of) {
    case 'row': {
      const { code, values = {} } = note.fault;
      return say.placing.atHeading(values['heading'] ?? '', say.ledger.faults[code](values));
    }
    case 'feature':
      return say.geodata.featureFaults[note.code](note.values);
    case 'place': {
      const named = Object.entries(note.values).map(([name, value]) => [
        name,
        divisionValues.has(name) ? nameOf(knowledge, value, say) : value,
      ]);
      const told = say.geodata.placeFaults[note.code](Object.fromEntries(named));
      return note.detail ? `${told}${note.detail[say.language]}` : told;
    }
    case 'proposal':
      return say.report.fault(note.code, note.values, '');
    case 'import':
      return say.placing.notes[note.code](note.values);
  }
}

const divisionValues: ReadonlySet<string> = new Set(['county', 'inside', 'township', 'unit']);

/** Those it may mean, importing it in spite of the doubts, leaving it out, and taking the choice back. */
function optionsOf(
  knowledge: Knowledge,
  { candidates, isAcceptable, unit }: PlaceRow,
  choice: string | undefined,
  say: Sentences,
): readonly RowOption[] {
  const { words } = say.importing;
  const chosen = choice?.replace(/!$/, '') ?? '';
  const codes = candidates.map(({ code, path }): RowOption => ({
    value: code,
    label: path.join(' '),
    lang: 'zh-CN',
  }));
  const isListed = chosen === '' || codes.some(({ value }) => value === chosen);
  return [
    ...codes,
    ...(isListed
      ? []
      : [{ value: chosen, label: `${words.chosen} ${pathOf(knowledge, chosen, say)}` }]),
    ...(isAcceptable
      ? [{ value: `${chosen === '' ? '' : (unit ?? chosen)}!`, label: say.placing.words.anyway }]
      : []),
    { value: leaveOut, label: say.placing.words.leaveOut },
    { value: undecided, label: choice === undefined ? words.undecided : words.undo },
  ];
}

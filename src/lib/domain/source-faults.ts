/** What is wrong with the document a proposal rests on, each at its field. */
import { intervalOf, type Day } from './date.ts';
import { lengthFaults } from './length-faults.ts';
import type { ProposalFault, ProposedSource } from './submission.ts';

/** Longest texts, in UTF-16 code units. */
const maxLengths = { title: 300, publisher: 200, documentNumber: 100, location: 500 } as const;

/** The faults of a document as it is given; where none is, `needsDocument` says whether one must be. */
export function sourceFaults(
  source: ProposedSource | undefined,
  today: Day,
): readonly ProposalFault[] {
  if (!source) return [];
  const faults: ProposalFault[] = [];
  for (const name of ['title', 'publisher'] as const) {
    if (source[name] === '') faults.push({ field: `source.${name}`, code: 'required' });
  }
  for (const name of ['title', 'publisher', 'documentNumber', 'location'] as const) {
    faults.push(...lengthFaults(`source.${name}`, source[name], maxLengths[name]));
  }
  if (source.date === undefined) return faults;
  const interval = intervalOf(source.date);
  if (!interval) faults.push({ field: 'source.date', code: 'not-a-date' });
  else if (interval.start > today) {
    faults.push({ field: 'source.date', code: 'future', values: { today } });
  }
  return faults;
}

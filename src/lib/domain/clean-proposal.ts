/** A proposal as it is kept: texts made plain, and nothing where nothing was typed. */
import { oneLine, plainText } from './plain-text.ts';
import type { Change, Proposal, ProposedSource } from './submission.ts';

/** The same proposal with plain texts; optional texts that are empty, and an empty source, left out. */
export function cleanProposal(proposal: Proposal): Proposal {
  const source = proposal.source && cleanSource(proposal.source);
  return {
    changes: proposal.changes.map(cleanChange),
    ...(source && { source }),
    reporting: proposal.reporting.map(({ track, completeTo }) => ({
      track: plainText(track),
      completeTo: plainText(completeTo),
    })),
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

/** What is wrong with each proposed change, by itself and beside the others. */
import { intervalOf, type Day } from './date.ts';
import type { Division } from './division.ts';
import { isWithin, unitKey, type KnownFacts } from './proposal-facts.ts';
import type { Change, ProposalFault, ProposalFaultCode } from './submission.ts';

const maxReason = 2000;
const maxBatch = 100;

/** Longer than any code or identifier: it is named in the sentence only so far. */
const named = (text: string): string => text.slice(0, 40);

type Values = Readonly<Record<string, string>>;
type Tell = (name: string, code: ProposalFaultCode, values?: Values) => void;

/** The faults of all changes of a submission of `division`. */
export function changeFaults(
  changes: readonly Change[],
  division: Division,
  facts: KnownFacts,
  today: Day,
): readonly ProposalFault[] {
  const faults: ProposalFault[] = [];
  const retracted = new Set<string>();
  const reached = new Set<string>();
  const takenBack = new Set(
    changes.flatMap((change) => (change.kind === 'reached' ? [] : [change.retracts])),
  );
  changes.forEach((change, index) => {
    const tell: Tell = (name, code, values) => {
      faults.push({ field: `changes.${index}.${name}`, code, ...(values && { values }) });
    };
    unitFaults(change, division, facts, tell);
    if (change.kind !== 'reached') {
      retractionFaults(change, facts, { retracted, takenBack }, tell);
    }
    if (change.kind === 'retraction') return;
    stageFaults(change, facts, today, tell);
    if (change.batch !== undefined && change.batch.length > maxBatch) {
      tell('batch', 'too-long', { limit: String(maxBatch) });
    }
    const key = `${unitKey(change)} ${change.stage}`;
    if (reached.has(key)) tell('division', 'twice', { division: named(change.division) });
    reached.add(key);
    if (isKnown(change, facts, takenBack)) {
      tell('effective', 'same-as-now', { date: change.effective, stage: change.stage });
    }
  });
  return faults;
}

function unitFaults(change: Change, division: Division, facts: KnownFacts, tell: Tell): void {
  const track = facts.tracks.get(change.track);
  if (change.track === '') tell('track', 'required');
  else if (!track) tell('track', 'unknown-track', { track: named(change.track) });
  if (change.division === '') {
    tell('division', 'required');
    return;
  }
  const values = { division: named(change.division) };
  const unit = facts.divisions.get(change.division);
  if (!unit) tell('division', 'unknown-division', values);
  else if (!isWithin(unit.code, division.code, facts)) tell('division', 'other-county', values);
  else if (track && (unit.level !== track.level || !unit.countedFor.includes(track.id))) {
    tell('division', 'not-counted', { ...values, track: track.id });
  }
}

function stageFaults(
  change: Exclude<Change, { kind: 'retraction' }>,
  facts: KnownFacts,
  today: Day,
  tell: Tell,
): void {
  const track = facts.tracks.get(change.track);
  if (change.stage === '') tell('stage', 'required');
  else if (track && !track.stages.some(({ id }) => id === change.stage)) {
    tell('stage', 'unknown-stage', { stage: named(change.stage), track: track.id });
  }
  if (change.effective === '') {
    tell('effective', 'required');
    return;
  }
  const interval = intervalOf(change.effective);
  if (!interval) {
    tell('effective', 'not-a-date');
    return;
  }
  if (interval.start > today) tell('effective', 'future', { today });
  const { validFrom = null, validTo = null } = facts.divisions.get(change.division) ?? {};
  if (validFrom !== null && interval.end < validFrom) {
    tell('effective', 'before-existence', { from: validFrom, to: validTo ?? '' });
  } else if (validTo !== null && validTo < interval.start) {
    tell('effective', 'before-existence', { from: validFrom ?? '', to: validTo });
  }
}

function retractionFaults(
  change: Exclude<Change, { kind: 'reached' }>,
  facts: KnownFacts,
  beside: { readonly retracted: Set<string>; readonly takenBack: ReadonlySet<string> },
  tell: Tell,
): void {
  if (change.reason === '') tell('reason', 'required');
  if (change.reason.length > maxReason) tell('reason', 'too-long', { limit: String(maxReason) });
  if (change.retracts === '') {
    tell('retracts', 'required');
    return;
  }
  const values = { event: named(change.retracts) };
  const event = facts.events.get(change.retracts);
  if (!event) tell('retracts', 'unknown-event', values);
  else if (event.division !== change.division || event.track !== change.track) {
    tell('retracts', 'not-this-unit', values);
  } else if (staysRetracted(event.id, change, facts, beside.takenBack)) {
    tell('retracts', 'already-retracted', values);
  } else if (beside.retracted.has(event.id)) tell('retracts', 'twice', values);
  beside.retracted.add(change.retracts);
}

/**
 * Taking back a correction brings back what it corrected. Whoever wants neither takes back both, in one
 * submission: so an event that is retracted now may be named where its retraction is taken back too.
 */
function staysRetracted(
  event: string,
  unit: Change,
  facts: KnownFacts,
  takenBack: ReadonlySet<string>,
): boolean {
  return facts
    .eventsOf(unit)
    .some(({ id, retracts }) => retracts === event && !facts.isRetracted(id) && !takenBack.has(id));
}

/** Whether it is on record already, for sure, and would still be: an inferred event may be confirmed. */
function isKnown(
  change: Exclude<Change, { kind: 'retraction' }>,
  facts: KnownFacts,
  takenBack: ReadonlySet<string>,
): boolean {
  return facts
    .eventsOf(change)
    .some(
      (event) =>
        event.kind === 'reached' &&
        event.certainty === 'confirmed' &&
        event.stage === change.stage &&
        event.effective === change.effective &&
        !takenBack.has(event.id) &&
        !facts.isRetracted(event.id),
    );
}

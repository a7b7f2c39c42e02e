/** What is wrong with the quotas a proposal sets, each at its field. */
import { intervalOf, type Day } from './date.ts';
import type { Division } from './division.ts';
import { isWithin, unitKey, type KnownFacts } from './proposal-facts.ts';
import type { Proposal, ProposalFault, ProposalFaultCode } from './submission.ts';

/** More than a province has counties, on two tracks. */
const maxQuotas = 1000;

/** Longer than any code or identifier: it is named in the sentence only so far. */
const named = (text: string): string => text.slice(0, 40);

type Values = Readonly<Record<string, string>>;
type Tell = (name: string, code: ProposalFaultCode, values?: Values) => void;
type Row = NonNullable<Proposal['quotas']>['counts'][number];

/**
 * The faults of the quotas of a submission of `division`. An undoing brings back numbers that once
 * stood, or none; whether it may, `undoFaults` says.
 */
export function quotaFaults(
  quotas: Proposal['quotas'],
  division: Division,
  facts: KnownFacts,
  today: Day,
  isUndoing = false,
): readonly ProposalFault[] {
  if (!quotas) return [];
  if (division.level !== 'prefecture') return [{ field: 'quotas', code: 'city-only' }];
  if (quotas.counts.length > maxQuotas) {
    return [{ field: 'quotas', code: 'too-long', values: { limit: String(maxQuotas) } }];
  }
  const faults: ProposalFault[] = [];
  const tellAt =
    (field: string): Tell =>
    (name, code, values) => {
      faults.push({ field: `${field}.${name}`, code, ...(values && { values }) });
    };
  dateFaults(quotas.effective, today, tellAt('quotas'));
  // Judged as it will be on the day from which it holds.
  const from = intervalOf(quotas.effective)?.end ?? today;
  const asked = perTrack(facts, from);
  const seen = new Set<string>();
  quotas.counts.forEach((row, index) => {
    const tell = tellAt(`quotas.counts.${index}`);
    trackFaults(row, facts, tell);
    const isCounty = countyFaults(row, division, facts, tell);
    if (isCounty && !isUndoing) countFaults(row, asked(row.track), tell);
    if (seen.has(unitKey(row))) tell('division', 'twice', { division: named(row.division) });
    seen.add(unitKey(row));
  });
  return faults;
}

function dateFaults(effective: string, today: Day, tell: Tell): void {
  const interval = intervalOf(effective);
  if (effective === '') tell('effective', 'required');
  else if (!interval) tell('effective', 'not-a-date');
  else if (interval.start > today) tell('effective', 'future', { today });
}

function trackFaults({ track: id }: Row, facts: KnownFacts, tell: Tell): void {
  const track = facts.tracks.get(id);
  if (id === '') tell('track', 'required');
  else if (!track) tell('track', 'unknown-track', { track: named(id) });
  else if (track.level !== 'township' && track.level !== 'village') {
    tell('track', 'track-without-quota', { track: id });
  }
}

/** Whether it names a county of the division. */
function countyFaults(row: Row, division: Division, facts: KnownFacts, tell: Tell): boolean {
  const values = { division: named(row.division) };
  const county = facts.divisions.get(row.division);
  if (row.division === '') tell('division', 'required');
  else if (!county) tell('division', 'unknown-division', values);
  else if (county.level !== 'county') tell('division', 'wrong-level', values);
  else if (!isWithin(county.code, division.code, facts)) tell('division', 'other-county', values);
  else return true;
  return false;
}

interface Asked {
  readonly eligible: ReturnType<KnownFacts['eligibleUnits']>;
  readonly inForce: ReturnType<KnownFacts['quotasOf']>;
}

/** Of each track once: a county is asked about with many others. */
function perTrack(facts: KnownFacts, at: Day): (track: string) => Asked | null {
  const answers = new Map<string, Asked>();
  return (track) => {
    if (!facts.tracks.has(track)) return null;
    const answer = answers.get(track) ?? {
      eligible: facts.eligibleUnits(track, at),
      inForce: facts.quotasOf(track, at),
    };
    answers.set(track, answer);
    return answer;
  };
}

function countFaults({ division, track, count }: Row, asked: Asked | null, tell: Tell): void {
  if (count === null || count === '') {
    tell('count', 'required');
    return;
  }
  if (!/^\d{1,6}$/.test(count)) {
    tell('count', 'not-a-count');
    return;
  }
  if (!asked) return;
  const eligible = asked.eligible.get(division) ?? 0;
  if (eligible === 0) tell('division', 'not-counted', { division, track });
  else if (Number(count) > eligible)
    tell('count', 'above-eligible', { eligible: String(eligible) });
  if (asked.inForce.get(division)?.count === Number(count)) tell('count', 'same-as-now');
}

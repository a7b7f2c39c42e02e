/** "Nothing new": one click moves the dates of reporting, without an approval (decision 0012). */
import { shanghaiDay } from '../../domain/date.ts';
import { decide } from '../../domain/permission.ts';
import { indexFacts, isWithin } from '../../domain/proposal-facts.ts';
import { eventsOf, recordedAfter } from '../../domain/proposed-events.ts';
import type { Proposal, ProposalFault } from '../../domain/submission.ts';
import { appendFacts } from '../facts/append-facts.ts';
import { readProposals } from '../facts/read-proposals.ts';
import { factsInside, judge } from './judge-proposal.ts';
import type { SubmissionsOptions } from './options.ts';
import { freshId } from './submission-id.ts';
import type { By, Submissions } from './submissions.ts';
import { entryBy, refuse } from './turn.ts';

type Confirmation = Awaited<ReturnType<Submissions['confirmNothingNew']>>;

/**
 * Moves each track's date forward to `completeTo`. Those that stand there already are left alone, so a
 * second click writes nothing; none moves back. A track with a change that waits for approval is not
 * "nothing new": its date moves with that change.
 */
export async function confirmNothingNew(
  options: SubmissionsOptions,
  by: By,
  division: string,
  tracks: readonly string[],
  completeTo: string,
): Promise<Confirmation> {
  let hasMoved = false;
  const result = await options.database.write(async (write): Promise<Confirmation> => {
    const now = options.now();
    const at = new Date(now).toISOString();
    const actor = await options.actorNow(write, by.actor.id);
    const decision = decide(actor, 'reporting.confirm', { division });
    if (decision.status === 'refused') {
      const { reason } = decision;
      await refuse(options, write, by, { at, action: 'reporting.confirm', reason, division });
      return { status: 'refused', decision };
    }
    if (tracks.length === 0) {
      return { status: 'invalid', faults: [{ field: 'tracks', code: 'required' }] };
    }
    const data = await factsInside(options, write);
    const asked: Proposal = {
      changes: [],
      reporting: [...new Set(tracks)].map((track) => ({ track, completeTo })),
    };
    const faults = judge(data, asked, {
      division,
      now,
      fileCount: 0,
      mode: 'submit',
      extent: options.extent(),
    });
    const wrong = faults.filter(({ code }) => code !== 'nothing');
    if (wrong.length > 0) return { status: 'invalid', faults: wrong };
    const known = indexFacts(data, asked);
    const reporting = asked.reporting.filter(
      ({ track }) => known.reportedTo(track, division) !== completeTo,
    );
    const waiting = (await readProposals(write)).filter((event) =>
      isWithin(event.division, division, known),
    );
    const underReview = asked.reporting.flatMap(({ track }, index): readonly ProposalFault[] =>
      reporting.some((report) => report.track === track) &&
      waiting.some((event) => event.track === track)
        ? [{ field: `reporting.${index}.track`, code: 'under-review', values: { track } }]
        : [],
    );
    if (underReview.length > 0) return { status: 'invalid', faults: underReview };
    const of = data.divisions.find(({ code }) => code === division);
    if (reporting.length === 0 || !of) return { status: 'done' };

    const id = await freshId(write, () => options.newId(shanghaiDay(now)));
    const recordedAt = recordedAfter(data.status, now);
    const facts = eventsOf(id, { changes: [], reporting }, { recordedAt, division: of });
    await appendFacts(write, { sources: [facts.source], reporting: [...facts.reporting] }, null);
    await options.audit.append(write, {
      ...entryBy(by, at),
      action: 'reporting.confirmed',
      division,
      subject: facts.source.id,
      details: Object.fromEntries(reporting.map(({ track }) => [track, completeTo])),
    });
    hasMoved = true;
    return { status: 'done' };
  });
  if (hasMoved) await options.changed();
  return result;
}

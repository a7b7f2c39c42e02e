/** A site whose office has submissions that are lists, with made-up positions and quotas. */
import type { SubmissionDetail } from '../../../src/lib/domain/recorded-submission.ts';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import type { Office } from '../../../src/lib/server/office.ts';
import type { SubmissionResult } from '../../../src/lib/server/submissions/submissions.ts';
import type { Colleague } from '../../office/employ.ts';
import { startPreparedSite, type PreparedSite } from './prepared-office.ts';

export const city = '131000';
export const units = ['131082100', '131082101', '131082102', '131082103'] as const;
export const source = { title: '测试用的虚构位置', publisher: '测试机关' };

export function placed(codes: readonly string[], longitude: number): Proposal {
  const geometry = { type: 'Point' as const, coordinates: [longitude, 39.95] };
  const places = codes.map((division) => ({ division, geometry }));
  return { changes: [], reporting: [], source, places };
}

function done(result: SubmissionResult) {
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return result.submission;
}

/** What the clerk and the approver of the city do with a list, without a browser. */
export interface ListDesk {
  drafted(proposal: Proposal): Promise<SubmissionDetail>;
  approved(proposal: Proposal): Promise<SubmissionDetail>;
  returned(proposal: Proposal): Promise<SubmissionDetail>;
}

function listDesk({ submissions }: Office, people: ReadonlyMap<string, Colleague>): ListDesk {
  const by = (username: string) => {
    const who = people.get(username);
    if (!who) throw new Error(`Nobody is called ${username}.`);
    return { actor: who.actor, request: 'prepared' };
  };
  const drafted = async (proposal: Proposal) =>
    done(await submissions.draft(by('clerk'), city, proposal));
  const submitted = async (proposal: Proposal) => {
    const { id, version } = await drafted(proposal);
    return done(await submissions.submit(by('clerk'), id, version, proposal));
  };
  const approved = async (proposal: Proposal) => {
    const submission = await submitted(proposal);
    const { fingerprint } = submissions.effect(submission);
    const { id, version } = submission;
    return done(await submissions.approve(by('approver'), id, version, fingerprint));
  };
  const returned = async (proposal: Proposal) => {
    const { id, version } = await submitted(proposal);
    return done(await submissions.sendBack(by('approver'), id, version, '请核对（测试）'));
  };
  return { drafted, approved, returned };
}

/** The site, with the lists that `make` made at the desk. */
export function startSiteWithLists<Made>(
  make: (desk: ListDesk) => Promise<Made>,
): Promise<PreparedSite<Made>> {
  return startPreparedSite(
    {},
    [
      { username: 'clerk', posts: ['city-clerk'] },
      { username: 'second', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
    ],
    (office, people) => make(listDesk(office, people)),
  );
}

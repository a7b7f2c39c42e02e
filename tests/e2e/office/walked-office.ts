/**
 * The office that every route is walked through: somebody of every post, people who have a duty first, and
 * what they wrote about two counties.
 */
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import type { Office } from '../../../src/lib/server/office.ts';
import { type Colleague, type NewColleague } from '../../office/employ.ts';
import { submitTitle } from './prepared-office.ts';

export const own = '131082';
export const other = '131002';

export const people: readonly NewColleague[] = [
  { username: 'county-clerk', posts: ['county-clerk'], county: own },
  { username: 'county-head', posts: ['county-head'], county: own },
  { username: 'city-clerk', posts: ['city-clerk'] },
  { username: 'city-approver', posts: ['city-approver'] },
  { username: 'administrator', posts: ['administrator'] },
  { username: 'auditor', posts: ['auditor'] },
  // Who may both write and decide: never on what they wrote themselves.
  { username: 'whole-county', posts: ['county-clerk', 'county-head'], county: own },
  { username: 'whole-city', posts: ['city-clerk', 'city-approver'] },
  {
    username: 'new-in-county',
    posts: ['county-clerk', 'county-head'],
    county: own,
    duty: 'change-password',
  },
  { username: 'new-administrator', posts: ['administrator'], duty: 'set-up-second-factor' },
];

/** What is of a division, and of whoever wrote it. */
interface Written {
  readonly id: string;
  readonly division: string;
  readonly author: string;
}
interface Report extends Written {
  readonly hash: string;
}
export interface Made {
  readonly reports: readonly Report[];
  readonly ledgers: readonly Written[];
  /** Files of positions. */
  readonly places: readonly Written[];
  /** Approved reports that gave a position. */
  readonly placed: readonly Pick<Written, 'id' | 'division'>[];
  /** Id of an account to be managed: nobody is signed in with it. */
  readonly account: string;
}

/** What there is to be asked about, made by the site's own parts. */
export async function makeWritings(
  office: Office,
  prepared: ReadonlyMap<string, Colleague>,
): Promise<Made> {
  const writerOf = (username: string): Colleague => {
    const writer = prepared.get(username);
    if (!writer) throw new Error(username);
    return writer;
  };
  const reports: Report[] = [];
  for (const [author, division] of [
    ['whole-county', own],
    ['whole-city', own],
    ['city-clerk', other],
  ] as const) {
    const writer = writerOf(author);
    const track = author === 'whole-city' ? 'national' : 'provincial';
    const report = await submitTitle(office, writer, division, track);
    reports.push({ ...report, division, author: writer.actor.id });
  }
  const managed = await office.accounts.create(
    { actor: null },
    { username: 'managed', name: '测试', posts: ['city-clerk'], county: null },
  );
  if (managed.status !== 'done') throw new Error(managed.status);
  const ledgers: Written[] = [];
  const places: Written[] = [];
  for (const [username, division] of [
    ['county-clerk', own],
    ['city-clerk', other],
  ] as const) {
    const { actor } = writerOf(username);
    const by = { actor, request: 'prepared' };
    const ledger = await office.imports.keep(by, {
      ...{ division, track: 'township', name: '粘贴的内容', kind: 'paste' },
      bytes: Buffer.from('乡镇\t认定年份\n没有的镇\t2023\n'),
    });
    if (ledger.status !== 'done') throw new Error(ledger.status);
    ledgers.push({ id: ledger.id, division, author: actor.id });
    const positions = await office.placeImports.keep(
      by,
      {
        ...{ division, level: 'township', name: '虚构位置.csv' },
        bytes: Buffer.from('乡镇,经度,纬度\n没有的镇,116.9,39.9\n'),
      },
      'wgs84',
    );
    if (positions.status !== 'done') throw new Error(positions.status);
    places.push({ id: positions.id, division, author: actor.id });
  }
  const placed: Made['placed'][number][] = [];
  for (const division of [own, other]) {
    placed.push({ id: await givePosition(office, prepared, division), division });
  }
  return { reports, ledgers, places, placed, account: managed.account.id };
}

/** An approved report of one made-up position in the county; answers its id. */
async function givePosition(
  { submissions }: Office,
  prepared: ReadonlyMap<string, Colleague>,
  division: string,
): Promise<string> {
  const [writer, approver] = [prepared.get('city-clerk'), prepared.get('city-approver')];
  if (!writer || !approver) throw new Error('city-clerk, city-approver');
  const by = { actor: writer.actor, request: 'prepared' };
  const proposal: Proposal = {
    ...{ changes: [], reporting: [], source: { title: '虚构位置', publisher: '测试机关' } },
    places: [
      { division: `${division}100`, geometry: { type: 'Point', coordinates: [116.9, 39.9] } },
    ],
  };
  const drafted = await submissions.draft(by, division, proposal);
  if (drafted.status !== 'done') throw new Error(drafted.status);
  const { id, version } = drafted.submission;
  const submitted = await submissions.submit(by, id, version, proposal);
  if (submitted.status !== 'done') throw new Error(submitted.status);
  const { fingerprint } = submissions.effect(submitted.submission);
  const approved = await submissions.approve(
    { actor: approver.actor, request: 'prepared' },
    id,
    submitted.submission.version,
    fingerprint,
  );
  if (approved.status !== 'done') throw new Error(approved.status);
  return id;
}

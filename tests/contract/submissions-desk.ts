/** A desk of submissions over a real database and the real divisions, with people of every post. */
import type { Actor, Post } from '../../src/lib/domain/permission.ts';
import type { ProgrammeData } from '../../src/lib/domain/programme-data.ts';
import type { Proposal } from '../../src/lib/domain/submission.ts';
import { createAuditLog } from '../../src/lib/server/audit/append.ts';
import { realData } from '../../src/lib/server/data/data-copy.ts';
import { extentOf } from '../../src/lib/server/data/extent.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import { appendFacts } from '../../src/lib/server/facts/append-facts.ts';
import { readFacts } from '../../src/lib/server/facts/read-facts.ts';
import { createPlaceImports } from '../../src/lib/server/places/create-place-imports.ts';
import type { PlaceImports } from '../../src/lib/server/places/place-imports.ts';
import { countyAreas } from '../../src/lib/server/data/county-areas.ts';
import { createSubmissions } from '../../src/lib/server/submissions/create-submissions.ts';
import { createImports } from '../../src/lib/server/import/create-imports.ts';
import type { Imports } from '../../src/lib/server/import/imports.ts';
import type { SubmissionsOptions } from '../../src/lib/server/submissions/options.ts';
import { newSubmissionId } from '../../src/lib/server/submissions/submission-id.ts';
import type { SubmissionDetail } from '../../src/lib/domain/recorded-submission.ts';
import { auditKey } from './site.ts';
import type {
  By,
  FileResult,
  Submissions,
  SubmissionResult,
} from '../../src/lib/server/submissions/submissions.ts';

/** Noon in Shanghai of the day on which everything happens, unless the clock is moved. */
export const start = Date.parse('2026-11-24T12:00:00+08:00');

function person(id: string, name: string, posts: readonly Post[], county: string | null): Actor {
  return { id, name, posts, county };
}

export const people = {
  clerk: person('u1', '三河填报员', ['county-clerk'], '131082'),
  second: person('u2', '三河填报员乙', ['county-clerk'], '131082'),
  head: person('u3', '三河审核人', ['county-head'], '131082'),
  clerkAndHead: person('u4', '三河兼任', ['county-clerk', 'county-head'], '131082'),
  neighbour: person('u5', '霸州填报员', ['county-clerk'], '131081'),
  cityClerk: person('u6', '市局填报员', ['city-clerk'], null),
  approver: person('u7', '市局审批人', ['city-approver'], null),
  cityBoth: person('u8', '市局兼任', ['city-clerk', 'city-approver'], null),
  auditor: person('u9', '审计员', ['auditor'], null),
  administrator: person('u10', '管理员', ['administrator'], null),
} as const satisfies Record<string, Actor>;

export interface Desk {
  readonly submissions: Submissions;
  readonly imports: Imports;
  readonly placeImports: PlaceImports;
  readonly database: Database;
  /** Counties that have a head who is not this account. */
  readonly heads: Map<string, readonly string[]>;
  readonly clock: { now: number };
  /** Accounts that were disabled or signed out everywhere since they were seen last. */
  readonly gone: Set<string>;
  /** Accounts that were given other posts since. */
  readonly moved: Map<string, Actor>;
  /** How often the public was told of a change. */
  readonly told: { count: number };
  data(): ProgrammeData;
  /** Reads the facts of the database anew, as the read model does after a change. */
  refresh(): Promise<void>;
  auditRows(): Promise<readonly { action: string; subject: string | null; outcome: string }[]>;
}

export const by = (actor: Actor): By => ({ actor, request: 'r-1' });

function realSite() {
  const read = readDataDirectory(realData);
  if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
  return read.site;
}

const { data: site, geometry } = realSite();

/** A desk over an open database, seeded with the facts of the repository. */
export async function openDesk(database: Database): Promise<Desk> {
  await database.write((write) => appendFacts(write, site.status, null));
  return deskOver(database);
}

/** A desk over a database as it is. */
export async function deskOver(database: Database): Promise<Desk> {
  const heads = new Map<string, readonly string[]>();
  const clock = { now: start };
  const gone = new Set<string>();
  const moved = new Map<string, Actor>();
  const told = { count: 0 };
  let data: ProgrammeData = { ...site, status: await readFacts(database.read) };
  const refresh = async () => {
    data = { ...data, status: await readFacts(database.read) };
  };
  const options: SubmissionsOptions = {
    database,
    audit: createAuditLog(auditKey),
    now: () => (clock.now += 1),
    newId: newSubmissionId,
    data: () => data,
    extent: () => extentOf(geometry),
    changed: async () => {
      told.count += 1;
      await refresh();
    },
    hasHead: async (county, writers) =>
      (heads.get(county) ?? []).some((id) => !writers.includes(id)),
    actorNow: async (_write, id) => {
      const present = moved.get(id) ?? Object.values(people).find((each) => each.id === id);
      return present && !gone.has(id) ? present : null;
    },
    names: async () => new Map(Object.values(people).map(({ id, name }) => [id, name])),
  };
  const submissions = createSubmissions(options);
  return {
    submissions,
    imports: createImports(options),
    placeImports: createPlaceImports({
      ...options,
      counties: () => countyAreas(geometry),
      submissions,
    }),
    database,
    heads,
    clock,
    gone,
    moved,
    told,
    data: () => data,
    refresh,
    auditRows: () =>
      database.read
        .selectFrom('audit')
        .select(['action', 'subject', 'outcome', 'division'])
        .orderBy('seq')
        .execute(),
  };
}

export const source = {
  title: '河北省林业和草原局关于授予森林城市称号的通知（测试）',
  publisher: '测试机关',
  documentNumber: '测试〔2026〕1号',
  date: '2026-11-01',
};

/** 三河市 named provincial forest city, with the document. */
export function named(rest: Partial<Proposal> = {}): Proposal {
  return {
    changes: [
      {
        kind: 'reached',
        division: '131082',
        track: 'provincial',
        stage: 'named',
        effective: '2026-11-01',
      },
    ],
    source,
    reporting: [],
    ...rest,
  };
}

/** A stage that needs no document. */
export function creating(effective = '2021'): Proposal {
  return {
    changes: [
      { kind: 'reached', division: '131082', track: 'provincial', stage: 'creating', effective },
    ],
    reporting: [],
  };
}

/** A small whole PDF; `mark` makes its content, and so its hash, another. */
export function pdf(mark = ''): Uint8Array {
  return Buffer.from(`%PDF-1.7\n%${mark}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
}

/** The submission of a result that must be `done`. */
export function done(result: SubmissionResult | FileResult): SubmissionDetail {
  if (result.status !== 'done') throw new Error(`not done: ${JSON.stringify(result)}`);
  return result.submission;
}

/** Drafted, with its file, and submitted by the clerk of 三河. */
export async function submitted(
  { submissions }: Desk,
  proposal = named(),
  actor: Actor = people.clerk,
): Promise<SubmissionDetail> {
  const division = proposal.changes[0]?.division.slice(0, 6) ?? '131082';
  const drafted = done(await submissions.draft(by(actor), division, proposal));
  const attached = done(
    await submissions.attach(by(actor), drafted.id, drafted.version, {
      name: '通知.pdf',
      bytes: pdf(),
    }),
  );
  return done(await submissions.submit(by(actor), drafted.id, attached.version, proposal));
}

/** Approved by the city as it is shown. */
export function approved(
  { submissions }: Desk,
  submission: SubmissionDetail,
  actor: Actor = people.approver,
): Promise<SubmissionResult> {
  const { fingerprint } = submissions.effect(submission);
  return submissions.approve(by(actor), submission.id, submission.version, fingerprint);
}

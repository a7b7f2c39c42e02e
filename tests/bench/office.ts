/**
 * The office under load, over HTTP and its own forms: how soon an approval is on every open page, and
 * fifty people who edit the same ten reports for a minute. SQLite, the database a site starts with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { approve } from '../../scripts/chaos/approve.ts';
import { inNewOffice, prepareOffice } from '../../scripts/chaos/prepare-office.ts';
import { employ } from '../office/employ.ts';
import { openDatabaseAt, sqliteFile } from '../../src/lib/server/db/open.ts';
import { office } from '../../src/lib/server/office.ts';
import { readModel } from '../../src/lib/server/site.ts';
import type { By } from '../../src/lib/server/submissions/submissions.ts';
import type { Measurement, SectionResult } from './measurement.ts';
import { startSite } from './site.ts';
import { percentile } from './statistics.ts';

const editors = 50;
const seconds = 60;
/** Milliseconds a person looks at the form between opening and saving it, at least and at most. */
const thinking = [500, 1500] as const;
const openPages = 200;
const approvals = 20;

interface Prepared {
  readonly approver: string;
  readonly submissions: readonly string[];
  readonly cookies: readonly string[];
  /** Ids of the ten drafts, one for each county. */
  readonly drafts: readonly string[];
}

export async function measureOffice(): Promise<SectionResult> {
  const varDir = mkdtempSync(join(tmpdir(), 'bench-office-'));
  try {
    const prepared = await inNewOffice(varDir, prepare);
    const started = await startSite('data', varDir);
    if (started.status === 'failed') throw new Error(started.why);
    const { origin } = started.site;
    let live: readonly number[];
    let edits: Edits;
    try {
      live = await measureApprovals(origin, prepared);
      edits = await edit(origin, prepared);
    } finally {
      await started.site.close();
    }
    const lost = await countLost(varDir, edits.saved);
    return report(live, edits, lost);
  } finally {
    rmSync(varDir, { recursive: true, force: true });
  }
}

async function prepare(): Promise<Prepared> {
  const { approvers, submissions } = await prepareOffice(1, approvals);
  const { accounts } = office();
  const cookies: string[] = [];
  let by: By | null = null;
  for (let number = 1; number <= editors; number += 1) {
    const who = { username: `editor${number}`, posts: ['city-clerk'] } as const;
    const { actor, cookie } = await employ(accounts, who);
    by ??= { actor, request: 'bench' };
    cookies.push(cookie);
  }
  if (by === null) throw new Error('Nobody edits.');
  const counties = readModel().site.data.divisions.filter(
    ({ level, countedFor }) => level === 'county' && countedFor.includes('provincial'),
  );
  const drafts: string[] = [];
  for (const { code } of counties) {
    const drafted = await office().submissions.draft(by, code, { changes: [], reporting: [] });
    if (drafted.status !== 'done') throw new Error(JSON.stringify(drafted));
    drafts.push(drafted.submission.id);
  }
  return { approver: approvers[0] ?? '', submissions, cookies, drafts };
}

/**
 * Milliseconds of each approval, from the press of the button until the slowest of the open pages,
 * told by its stream, has loaded the new page.
 */
async function measureApprovals(
  origin: string,
  { approver, submissions }: Prepared,
): Promise<readonly number[]> {
  const readers = await Promise.all(Array.from({ length: openPages }, () => follow(origin)));
  const times: number[] = [];
  try {
    for (const id of submissions) {
      const all = Promise.all(readers.map((reader) => reader.next()));
      const begun = performance.now();
      const outcome = await approve(origin, approver, id);
      if (outcome !== 'acknowledged') throw new Error(`approval of ${id}: ${outcome}`);
      await all;
      times.push(performance.now() - begun);
    }
  } finally {
    for (const reader of readers) reader.close();
  }
  return times;
}

interface OpenPage {
  /** Resolves when the page has been loaded anew because the stream told of a version. */
  next(): Promise<void>;
  close(): void;
}

async function follow(origin: string): Promise<OpenPage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/live`, { agent: false }, resolve).on('error', reject);
  });
  response.setEncoding('utf8');
  let waiting: (() => void) | null = null;
  let isFirst = true;
  response.on('data', (chunk: string) => {
    const version = /event: version\ndata: (\w+)/.exec(chunk)?.[1];
    if (version === undefined) return;
    if (isFirst) {
      isFirst = false;
      return;
    }
    void fetch(`${origin}/`)
      .then((answer) => answer.text())
      .then((html) => {
        if (html.includes(`data-version="${version}"`)) waiting?.();
      });
  });
  return {
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
      }),
    close: () => response.destroy(),
  };
}

interface Edits {
  /** Texts whose saving was answered, by submission. */
  readonly saved: ReadonlyMap<string, readonly string[]>;
  readonly milliseconds: readonly number[];
  readonly clashes: number;
  readonly others: readonly string[];
}

/** Everybody opens one of the drafts, thinks, writes a word to the city, and saves. */
async function edit(origin: string, { cookies, drafts }: Prepared): Promise<Edits> {
  const saved = new Map<string, string[]>(drafts.map((id) => [id, []]));
  const milliseconds: number[] = [];
  const others: string[] = [];
  let clashes = 0;
  const end = Date.now() + seconds * 1000;
  const work = async (cookie: string, person: number): Promise<void> => {
    for (let turn = 0; Date.now() < end; turn += 1) {
      const id = drafts[Math.floor(Math.random() * drafts.length)] ?? '';
      const address = `${origin}/admin/submission/${id}`;
      const headers = { cookie, origin, accept: 'text/html' };
      const page = await (await fetch(address, { headers })).text();
      const form = new FormData();
      for (const name of ['key', 'division', 'version', 'asOf', 'retracts']) {
        form.set(name, valueOf(page, name));
      }
      const note = `编辑${person}第${turn}次`;
      form.set('note', note);
      await new Promise((resolve) =>
        setTimeout(resolve, thinking[0] + Math.random() * (thinking[1] - thinking[0])),
      );
      const begun = performance.now();
      const answer = await fetch(`${address}?/save`, {
        method: 'POST',
        headers,
        body: form,
        redirect: 'manual',
      });
      await answer.arrayBuffer();
      milliseconds.push(performance.now() - begun);
      if (answer.status === 303) saved.get(id)?.push(note);
      else if (answer.status === 409) clashes += 1;
      else others.push(`${answer.status} ${answer.headers.get('location') ?? ''}`);
    }
  };
  await Promise.all(cookies.map((cookie, person) => work(cookie, person)));
  return { saved, milliseconds, clashes, others };
}

function valueOf(html: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/**
 * What was answered as saved and does not stand in its own revision, and revisions that overwrote one
 * that nobody had seen (two with one version cannot be: the key forbids it).
 */
async function countLost(
  varDir: string,
  saved: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  const database = openDatabaseAt(join(varDir, sqliteFile), { mustExist: true });
  try {
    let lost = 0;
    for (const [id, notes] of saved) {
      const revisions = await database.read
        .selectFrom('submission_revision')
        .select('proposal')
        .where('submission', '=', id)
        .execute();
      const { version } = await database.read
        .selectFrom('submission')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const written = revisions.map(
        ({ proposal }) => (JSON.parse(proposal) as { readonly note?: string }).note,
      );
      lost += notes.filter((note) => !written.includes(note)).length;
      // Each save is one version; a version more or less is a save nobody was told of, or one lost.
      lost += Math.abs(version - 1 - notes.length);
    }
    return lost;
  } finally {
    await database.close();
  }
}

function report(live: readonly number[], edits: Edits, lost: number): SectionResult {
  const writes = edits.milliseconds.length;
  const saves = [...edits.saved.values()].reduce((sum, notes) => sum + notes.length, 0);
  const of = `${editors} people, ${seconds} s: ${writes} writes, ${saves} saved, ${edits.clashes} clashes`;
  const measurements: Measurement[] = [
    {
      kind: 'measured',
      figure: 'approvalOnPages',
      value: Math.max(...live),
      detail: `slowest of ${live.length} approvals, ${openPages} open pages; median ${percentile(live, 0.5).toFixed(0)} ms`,
    },
    {
      kind: 'measured',
      figure: 'writeTime',
      value: percentile(edits.milliseconds, 0.95),
      detail: of,
    },
    {
      kind: 'measured',
      figure: 'lostUpdates',
      value: lost + edits.others.length,
      detail:
        edits.others.length > 0 ? `other answers: ${edits.others.slice(0, 3).join(', ')}` : of,
    },
  ];
  return {
    measurements,
    raw: { live, writes: edits.milliseconds, saves, clashes: edits.clashes, others: edits.others },
  };
}

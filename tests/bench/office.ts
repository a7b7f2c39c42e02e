/**
 * The office under load, over HTTP and its own forms: how soon an approval is on every open page, and
 * fifty people who edit the same ten reports for a minute. SQLite, the database a site starts with.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inNewOffice, prepareOffice } from '../../scripts/chaos/prepare-office.ts';
import { employ } from '../office/employ.ts';
import { office } from '../../src/lib/server/office.ts';
import { readModel } from '../../src/lib/server/site.ts';
import type { By } from '../../src/lib/server/submissions/submissions.ts';
import type { Measurement, SectionResult } from './measurement.ts';
import { measureApprovals, openPages } from './office-approvals.ts';
import { countLost, edit, seconds, type Edits } from './office-edits.ts';
import { startSite } from './site.ts';
import { percentile } from './statistics.ts';

const editors = 50;
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
      live = await measureApprovals(origin, prepared.approver, prepared.submissions);
      edits = await edit(origin, prepared.cookies, prepared.drafts);
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

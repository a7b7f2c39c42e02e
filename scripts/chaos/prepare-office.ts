/** Fills a new site with people and reports that wait for approval, before anything is killed. */
import { parseConfig } from '../../src/lib/server/config.ts';
import { openSiteAndOffice } from '../../src/lib/server/open-office.ts';
import { office } from '../../src/lib/server/office.ts';
import { readModel } from '../../src/lib/server/site.ts';
import type { By } from '../../src/lib/server/submissions/submissions.ts';
import { pdfDocument } from '../../tests/office/document.ts';
import { employ } from '../../tests/office/employ.ts';

export interface PreparedOffice {
  /** A Cookie header for each approver, signed in with the second factor. */
  readonly approvers: readonly string[];
  /** Ids of submitted reports. */
  readonly submissions: readonly string[];
}

/** Makes the site in `varDir`, and lets `task` fill it before it is closed again. */
export async function inNewOffice<T>(varDir: string, task: () => Promise<T>): Promise<T> {
  const parsed = parseConfig({ VAR_DIR: varDir });
  if (parsed.status === 'invalid') throw new Error(parsed.message);
  const opened = await openSiteAndOffice(parsed.config);
  if (opened.status === 'failed') throw new Error(opened.message);
  try {
    return await task();
  } finally {
    await opened.close();
  }
}

/** In the office that is open: so many approvers, and so many reports of forest villages. */
export async function prepareOffice(
  approverCount: number,
  submissionCount: number,
): Promise<PreparedOffice> {
  const { accounts } = office();
  const approvers: string[] = [];
  for (let number = 1; number <= approverCount; number += 1) {
    const who = { username: `approver${String(number)}`, posts: ['city-approver'] } as const;
    approvers.push((await employ(accounts, who)).cookie);
  }
  const { actor } = await employ(accounts, { username: 'clerk', posts: ['city-clerk'] });
  const submissions = await submitReports({ actor, request: 'drill' }, submissionCount);
  return { approvers, submissions };
}

/** Each tells of a village of its own that was named, with its document. */
async function submitReports(by: By, count: number): Promise<readonly string[]> {
  const { submissions } = office();
  const { divisions, status } = readModel().site.data;
  const known = new Set(status.events.map(({ division }) => division));
  const villages = divisions.filter(({ level, code, countedFor }) => {
    return level === 'village' && countedFor.includes('village') && !known.has(code);
  });
  if (villages.length < count)
    throw new Error(`There are ${String(villages.length)} villages only.`);
  const ids: string[] = [];
  for (const { code } of villages.slice(0, count)) {
    const proposal = {
      changes: [
        {
          kind: 'reached',
          division: code,
          track: 'village',
          stage: 'named',
          effective: '2025-06-01',
        },
      ],
      source: { title: `演练文件 ${code}`, publisher: '演练', date: '2025-06-01' },
      reporting: [],
    } as const;
    const content = { ...proposal, changes: [...proposal.changes], reporting: [] };
    const drafted = await submissions.draft(by, code.slice(0, 6), content);
    if (drafted.status !== 'done') throw new Error(`draft: ${JSON.stringify(drafted)}`);
    const { id } = drafted.submission;
    const upload = { name: '文件.pdf', bytes: pdfDocument(code) };
    const attached = await submissions.attach(by, id, drafted.submission.version, upload);
    if (attached.status !== 'done') throw new Error(`attach: ${JSON.stringify(attached)}`);
    const submitted = await submissions.submit(by, id, attached.submission.version, content);
    if (submitted.status !== 'done') throw new Error(`submit: ${JSON.stringify(submitted)}`);
    ids.push(id);
  }
  return ids;
}

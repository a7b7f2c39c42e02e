/** Fills a new site with people and reports that wait for approval, before anything is killed. */
import { randomBytes } from 'node:crypto';
import { parseConfig } from '../../src/lib/server/config.ts';
import { codeOf } from '../../src/lib/server/accounts/totp.ts';
import type { Accounts, Origin } from '../../src/lib/server/accounts/accounts.ts';
import type { Post } from '../../src/lib/domain/permission.ts';
import { openSiteAndOffice } from '../../src/lib/server/open-office.ts';
import { office } from '../../src/lib/server/office.ts';
import { readModel } from '../../src/lib/server/site.ts';
import type { By } from '../../src/lib/server/submissions/submissions.ts';

export interface PreparedOffice {
  /** A Cookie header for each approver, signed in with the second factor. */
  readonly approvers: readonly string[];
  /** Ids of submitted reports. */
  readonly submissions: readonly string[];
}

/** What the file of every report is; a document is told by its content. */
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** Makes the site in `varDir`, `approverCount` approvers, and so many reports of forest villages. */
export async function prepareOffice(
  varDir: string,
  approverCount: number,
  submissionCount: number,
): Promise<PreparedOffice> {
  const parsed = parseConfig({ VAR_DIR: varDir });
  if (parsed.status === 'invalid') throw new Error(parsed.message);
  const opened = await openSiteAndOffice(parsed.config);
  if (opened.status === 'failed') throw new Error(opened.message);
  try {
    const { accounts } = office();
    const approvers: string[] = [];
    for (let number = 1; number <= approverCount; number += 1) {
      approvers.push(await signIn(accounts, `approver${String(number)}`, ['city-approver']));
    }
    const clerk = await signIn(accounts, 'clerk', ['city-clerk']);
    const author = await accounts.whoIs(new Headers({ cookie: clerk }));
    if (!author) throw new Error('The clerk is not signed in.');
    const submissions = await submitReports(
      { actor: author.actor, request: 'chaos' },
      submissionCount,
    );
    return { approvers, submissions };
  } finally {
    await opened.close();
  }
}

/** A new account through all its duties; answers its Cookie header. */
async function signIn(
  accounts: Accounts,
  username: string,
  posts: readonly Post[],
): Promise<string> {
  const input = { username, name: `演练${username}`, posts, county: null };
  const created = await accounts.create({ actor: null }, input);
  if (created.status !== 'done') throw new Error(JSON.stringify(created));
  const jar = new Map<string, string>();
  const from = (): Origin => ({
    headers: new Headers({ cookie: cookieHeader(jar) }),
    address: '127.0.0.1',
    request: 'chaos',
  });
  const signedIn = await accounts.signIn(from(), username, created.password);
  keep(jar, signedIn.cookies);
  const password = `Aa1!${randomBytes(15).toString('base64url')}`;
  const changed = await accounts.changePassword(from(), created.password, password);
  if (changed.status !== 'done') throw new Error(JSON.stringify(changed));
  keep(jar, changed.cookies);
  const present = await accounts.whoIs(from().headers);
  if (present?.duty !== 'set-up-second-factor') return cookieHeader(jar);

  const begun = await accounts.beginSecondFactor(from(), password);
  if (begun.status !== 'done') throw new Error(JSON.stringify(begun));
  const secret = new URL(begun.uri).searchParams.get('secret') ?? '';
  const code = codeOf(fromBase32(secret), Math.floor(Date.now() / 30_000));
  const finished = await accounts.finishSecondFactor(from(), code);
  if (finished.status !== 'done') throw new Error(JSON.stringify(finished));
  keep(jar, finished.cookies);
  return cookieHeader(jar);
}

function keep(jar: Map<string, string>, cookies: readonly string[]): void {
  for (const cookie of cookies) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (name === undefined || value === undefined) continue;
    if (/;\s*max-age=0\b/i.test(cookie)) jar.delete(name);
    else jar.set(name, value);
  }
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** RFC 4648 §6, as the authenticator app reads it. */
function fromBase32(text: string): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text]
    .map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
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
    const upload = { name: '文件.pdf', bytes: pdf };
    const attached = await submissions.attach(by, id, drafted.submission.version, upload);
    if (attached.status !== 'done') throw new Error(`attach: ${JSON.stringify(attached)}`);
    const submitted = await submissions.submit(by, id, attached.submission.version, content);
    if (submitted.status !== 'done') throw new Error(`submit: ${JSON.stringify(submitted)}`);
    ids.push(id);
  }
  return ids;
}

/**
 * A site with people in its office before it is served: accounts that have done their duties and are
 * signed in, and what they have reported. Made by the site's own parts, without a browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP, URI } from 'otpauth';
import type { Actor, Post } from '../../../src/lib/domain/permission.ts';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import type { Accounts, Duty, Origin } from '../../../src/lib/server/accounts/accounts.ts';
import { parseConfig } from '../../../src/lib/server/config.ts';
import { office, type Office } from '../../../src/lib/server/office.ts';
import { openSiteAndOffice } from '../../../src/lib/server/open-office.ts';
import type { By } from '../../../src/lib/server/submissions/submissions.ts';
import { startSite, type RunningSite } from '../running-site.ts';
import { pdfDocument } from './document.ts';

export interface NewColleague {
  readonly username: string;
  readonly posts: readonly Post[];
  readonly county?: string;
  /** Left undone: what must still be done before the office opens. */
  readonly duty?: Exclude<Duty, 'none'>;
}

export interface Colleague {
  readonly username: string;
  readonly password: string;
  readonly actor: Actor;
  readonly duty: Duty;
  /** The Cookie header of a session that stands. */
  readonly cookie: string;
  /** Of who has a second factor. */
  readonly app: TOTP | null;
}

/** Satisfies both password policies. */
export const ownPassword = 'Seven trees on hill 26';

/** A new account through all its duties but the one that is to stay. */
async function employ(accounts: Accounts, who: NewColleague): Promise<Colleague> {
  const { username, posts, county = null, duty } = who;
  const created = await accounts.create(
    { actor: null },
    { username, name: `测试${username}`, posts, county },
  );
  if (created.status !== 'done') throw new Error(`${username}: ${JSON.stringify(created)}`);
  const jar = new Map<string, string>();
  const header = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const from = (): Origin => ({
    headers: new Headers({ cookie: header() }),
    address: '127.0.0.1',
    request: 'prepared',
  });
  const keep = (cookies: readonly string[]) => {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/;\s*max-age=0\b/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  };
  const told = async (password: string, app: TOTP | null): Promise<Colleague> => {
    const present = await accounts.whoIs(from().headers);
    if (!present || present.duty !== (duty ?? 'none')) {
      throw new Error(`${username} is held by ${present?.duty ?? 'nothing: not signed in'}`);
    }
    return { username, password, actor: present.actor, duty: present.duty, cookie: header(), app };
  };

  keep((await accounts.signIn(from(), username, created.password)).cookies);
  if (duty === 'change-password') return told(created.password, null);
  const changed = await accounts.changePassword(from(), created.password, ownPassword);
  if (changed.status !== 'done') throw new Error(`${username}: ${JSON.stringify(changed)}`);
  keep(changed.cookies);
  const present = await accounts.whoIs(from().headers);
  if (duty !== undefined || present?.duty !== 'set-up-second-factor') {
    return told(ownPassword, null);
  }
  const begun = await accounts.beginSecondFactor(from(), ownPassword);
  if (begun.status !== 'done') throw new Error(`${username}: ${JSON.stringify(begun)}`);
  const app = URI.parse(begun.uri);
  if (!(app instanceof TOTP)) throw new Error(`${username}: no authenticator app`);
  const finished = await accounts.finishSecondFactor(from(), app.generate());
  if (finished.status !== 'done') throw new Error(`${username}: ${JSON.stringify(finished)}`);
  keep(finished.cookies);
  return told(ownPassword, app);
}

/** A title of the county, as somebody reported it with its document; answers the submission's id. */
export async function submitTitle(
  { submissions }: Office,
  { actor }: Pick<Colleague, 'actor'>,
  division: string,
  track: 'national' | 'provincial' = 'provincial',
): Promise<{ readonly id: string; readonly hash: string }> {
  const by: By = { actor, request: 'prepared' };
  const proposal: Proposal = {
    changes: [{ kind: 'reached', division, track, stage: 'named', effective: '2026-09' }],
    source: { title: `关于${division}的测试文件`, publisher: '测试机关' },
    reporting: [],
  };
  const drafted = await submissions.draft(by, division, proposal);
  if (drafted.status !== 'done') throw new Error(JSON.stringify(drafted));
  const { id, version } = drafted.submission;
  const bytes = pdfDocument(`测试 ${id}`);
  const attached = await submissions.attach(by, id, version, { name: '测试.pdf', bytes });
  if (attached.status !== 'done') throw new Error(JSON.stringify(attached));
  const submitted = await submissions.submit(by, id, attached.submission.version, proposal);
  if (submitted.status !== 'done') throw new Error(JSON.stringify(submitted));
  const [file] = submitted.submission.files;
  if (!file) throw new Error('The file was not attached.');
  return { id, hash: file.hash };
}

export interface PreparedSite<Made> extends RunningSite {
  readonly varDir: string;
  readonly people: ReadonlyMap<string, Colleague>;
  /** What `make` answered. */
  readonly made: Made;
}

/** Prepares the office with these people and what `make` does there, then serves it. */
export async function startPreparedSite<Made>(
  settings: Readonly<Record<string, string>>,
  colleagues: readonly NewColleague[],
  make: (office: Office, people: ReadonlyMap<string, Colleague>) => Promise<Made>,
): Promise<PreparedSite<Made>> {
  const varDir = settings['VAR_DIR'] ?? mkdtempSync(join(tmpdir(), 'prepared-office-'));
  const whole = { ...settings, VAR_DIR: varDir };
  const parsed = parseConfig(whole);
  if (parsed.status === 'invalid') throw new Error(parsed.message);
  const opened = await openSiteAndOffice(parsed.config);
  if (opened.status === 'failed') throw new Error(opened.message);
  const people = new Map<string, Colleague>();
  let made: Made;
  try {
    for (const colleague of colleagues) {
      people.set(colleague.username, await employ(office().accounts, colleague));
    }
    made = await make(office(), people);
  } finally {
    await opened.close();
  }
  const site = await startSite(whole);
  const stop = async () => {
    await site.stop();
    rmSync(varDir, { recursive: true, force: true });
  };
  return { ...site, stop, varDir, people, made };
}

/** The colleague of that username. */
export function colleague(
  { people }: Pick<PreparedSite<unknown>, 'people'>,
  username: string,
): Colleague {
  const found = people.get(username);
  if (!found) throw new Error(`Nobody is called ${username}.`);
  return found;
}

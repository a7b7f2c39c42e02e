/**
 * A site with people in its office before it is served: accounts that have done their duties and are
 * signed in, and what they have reported. Made by the site's own parts, without a browser.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import { parseConfig } from '../../../src/lib/server/config.ts';
import { office, type Office } from '../../../src/lib/server/office.ts';
import { openSiteAndOffice } from '../../../src/lib/server/open-office.ts';
import type { By } from '../../../src/lib/server/submissions/submissions.ts';
import { employ, type Colleague, type NewColleague } from '../../office/employ.ts';
import { startSite, type RunningSite } from '../running-site.ts';
import { pdfDocument } from '../../office/document.ts';

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
    const status = await site.stop();
    rmSync(varDir, { recursive: true, force: true });
    return status;
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

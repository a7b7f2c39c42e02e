/** Many people who edit the same few reports at once, and what of it stands afterwards. */
import { join } from 'node:path';
import { openDatabaseAt, sqliteFile } from '../../src/lib/server/db/open.ts';

/** How long they edit. */
export const seconds = 60;

/** Milliseconds a person looks at the form between opening and saving it, at least and at most. */
const thinking = [500, 1500] as const;

export interface Edits {
  /** Texts whose saving was answered, by submission. */
  readonly saved: ReadonlyMap<string, readonly string[]>;
  readonly milliseconds: readonly number[];
  readonly clashes: number;
  readonly others: readonly string[];
}

/** Everybody opens one of the drafts, thinks, writes a word to the city, and saves. */
export async function edit(
  origin: string,
  cookies: readonly string[],
  drafts: readonly string[],
): Promise<Edits> {
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
export async function countLost(
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

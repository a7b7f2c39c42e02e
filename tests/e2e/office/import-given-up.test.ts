/**
 * Uploads given up after they were sent whole: the window was closed, or the line went. What they held is
 * free again at once, and nothing of them is kept.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAtOnce } from '../../../src/lib/server/spreadsheet/limits.ts';
import { databaseAddress } from '../../../src/lib/server/db/open.ts';
import { ownCounty } from './import-page.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import { rawUpload, type RawUpload, type SentForm } from './raw-upload.ts';
import { rowsWritten } from './rows-written.ts';

const usernames = ['ledgers', 'positions'] as const;
/** As many as one account may send with room for the real ones. */
const many = 30;

let site: PreparedSite<null>;
beforeAll(async () => {
  site = await startPreparedSite(
    {},
    usernames.map((username) => ({ username, posts: ['county-clerk'], county: ownCounty })),
    () => Promise.resolve(null),
  );
}, 120_000);
afterAll(() => site.stop());

/** Long to read, and small enough (256 kB) that all wait for the readers and none for its body. */
const rows = 6_000;
const table = (name: string, heading: string, row: string) => ({
  name,
  bytes: new TextEncoder().encode(`${heading}\n${`${row}\n`.repeat(rows)}`),
});
const kinds: readonly {
  readonly username: (typeof usernames)[number];
  readonly of: (name: string) => SentForm;
}[] = [
  {
    username: 'ledgers',
    of: (name) => ({
      path: '/admin/import?/upload',
      fields: { track: 'village', division: ownCounty },
      file: table(name, '乡镇,村,认定年份', '皇庄镇,白塔寺村,2023'),
    }),
  },
  {
    username: 'positions',
    of: (name) => ({
      path: '/admin/places?/upload',
      fields: { level: 'village', division: ownCounty, datum: 'wgs84' },
      file: table(name, '乡镇,村,经度,纬度', '皇庄镇,白塔寺村,117,39'),
    }),
  },
];

const address = () => databaseAddress({ databaseUrl: null, varDir: site.varDir });
const ledgers = async () => (await rowsWritten(address())).ledger;
const pause = (milliseconds: number) => new Promise((go) => setTimeout(go, milliseconds));

describe.each(kinds)('uploads of $username that were given up', ({ username, of }) => {
  const send = (name: string): Promise<RawUpload> =>
    rawUpload(site.origin, colleague(site, username), of(name));

  /** Milliseconds until it has been read and kept. */
  async function timed(name: string): Promise<number> {
    const begun = performance.now();
    const { answered, giveUp } = await send(name);
    expect(await answered).toBe('HTTP/1.1 303 See Other');
    giveUp();
    return performance.now() - begun;
  }

  it('keep nobody waiting, and are not kept', async () => {
    const alone = await timed('独自.csv');
    const before = await ledgers();
    const uploads = await Promise.all(
      Array.from({ length: many }, (_, at) => send(`放弃${at}.csv`)),
    );
    await Promise.all(uploads.map(({ sent }) => sent));
    let answeredFirst = 0;
    for (const { answered } of uploads) {
      void answered.then((line) => void (answeredFirst += line === '' ? 0 : 1));
    }
    // The first are with the readers by now; half of what one takes, so that few are done.
    await pause(alone / 2);
    const done = answeredFirst;
    for (const { giveUp } of uploads) giveUp();
    const after = await timed('最后.csv');
    // With their turns kept, fifteen readings by each of the two readers came before it.
    const readings = (many - done) / readAtOnce;
    expect(readings).toBeGreaterThan(10);
    expect(after).toBeLessThan((alone * readings) / 2);
    // Whoever's reading was just done when it was given up may stand there: at most one a reader.
    const kept = (await ledgers()) - before - 1;
    expect(kept).toBeLessThanOrEqual(done + readAtOnce);
  }, 120_000);
});

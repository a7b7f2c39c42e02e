/**
 * Submissions that are lists, with made-up positions and quotas: undone as a whole, returned and sent
 * again as the same, and written by two people at once. With a script and without.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/domain/status.ts';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { many, recordCounts } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import {
  effect,
  point,
  takeBackFound,
  words as placeWords,
} from '../../../src/lib/i18n/zh-CN/office-places.ts';
import { realData } from '../../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../../src/lib/server/data/read-data-directory.ts';
import type { Office } from '../../../src/lib/server/office.ts';
import type { SubmissionResult } from '../../../src/lib/server/submissions/submissions.ts';
import type { Colleague } from '../../office/employ.ts';
import { launchBrowser } from '../browser.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

const city = '131000';
const units = ['131082100', '131082101', '131082102', '131082103'] as const;
const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const villages = read.site.data.divisions
  .filter(({ code, level }) => level === 'village' && code.startsWith('131082'))
  .map(({ code }) => code)
  .slice(0, 250);
const source = { title: '测试用的虚构位置', publisher: '测试机关' };

function placed(codes: readonly string[], longitude: number): Proposal {
  const geometry = { type: 'Point' as const, coordinates: [longitude, 39.95] };
  const places = codes.map((division) => ({ division, geometry }));
  return { changes: [], reporting: [], source, places };
}

function done(result: SubmissionResult) {
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return result.submission;
}

interface Made {
  readonly whole: string;
  readonly returnedPlaces: string;
  readonly returnedQuotas: string;
  readonly shared: string;
  readonly manyPlaces: string;
}

async function make(
  { submissions }: Office,
  people: ReadonlyMap<string, Colleague>,
): Promise<Made> {
  const by = (username: string) => {
    const who = people.get(username);
    if (!who) throw new Error(`Nobody is called ${username}.`);
    return { actor: who.actor, request: 'prepared' };
  };
  const drafted = async (proposal: Proposal) =>
    done(await submissions.draft(by('clerk'), city, proposal));
  const submitted = async (proposal: Proposal) => {
    const { id, version } = await drafted(proposal);
    return done(await submissions.submit(by('clerk'), id, version, proposal));
  };
  const approved = async (proposal: Proposal) => {
    const submission = await submitted(proposal);
    const { fingerprint } = submissions.effect(submission);
    const { id, version } = submission;
    return done(await submissions.approve(by('approver'), id, version, fingerprint));
  };
  const returned = async (proposal: Proposal) => {
    const { id, version } = await submitted(proposal);
    return done(await submissions.sendBack(by('approver'), id, version, '请核对（测试）'));
  };
  const quotas = (count: string): Proposal['quotas'] => ({
    effective: '2026-01',
    counts: [{ division: '131082', track: 'township', count }],
  });
  const whole = await approved({
    ...placed(units.slice(0, 2), 117.05),
    quotas: quotas('6'),
    reporting: [{ track: 'village', completeTo: '2026-01-31' }],
  });
  // Somebody moves one of the two afterwards.
  await approved(placed(units.slice(1, 2), 117.06));
  const returnedPlaces = await returned(placed(units.slice(2, 4), 117.07));
  const returnedQuotas = await returned({
    changes: [],
    reporting: [],
    source,
    quotas: {
      effective: '2026-02',
      counts: [{ division: '131081', track: 'village', count: '7' }],
    },
  });
  const shared = await drafted(placed(units, 117.08));
  const manyPlaces = await approved(placed(villages, 117.09));
  return {
    whole: whole.id,
    returnedPlaces: returnedPlaces.id,
    returnedQuotas: returnedQuotas.id,
    shared: shared.id,
    manyPlaces: manyPlaces.id,
  };
}

let browser: Browser;
let site: PreparedSite<Made>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [
        { username: 'clerk', posts: ['city-clerk'] },
        { username: 'second', posts: ['city-clerk'] },
        { username: 'approver', posts: ['city-approver'] },
      ],
      make,
    ),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const arrives = (username: string, javaScriptEnabled = true): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, username), { javaScriptEnabled });

async function leave(...people: Person[]): Promise<void> {
  for (const who of people) {
    expect(who.faults, who.username).toEqual([]);
    await who.close();
  }
}

async function facts(): Promise<Status> {
  const answer = await fetch(`${site.origin}/api/v1/status.json`);
  return (await answer.json()) as Status;
}

async function approve(address: string): Promise<void> {
  const approver = await arrives('approver');
  const { page } = approver;
  await page.goto(address);
  await page.getByRole('button', { name: reviewWords.approve, exact: true }).click();
  await page.getByText(reviewWords.approvedNotice).waitFor();
  await leave(approver);
}

describe('A list that', () => {
  it('was approved is undone with its positions, quotas and dates, as far as nobody came since', async () => {
    const clerk = await arrives('clerk');
    const { page } = clerk;
    await page.goto(`/admin/submission/${site.made.whole}`);
    await page.locator('summary', { hasText: many.undo }).click();
    const told = recordCounts({ event: 0, reporting: 1, quota: 1, place: 1 });
    await page.getByText(told).waitFor();
    await page.getByRole('heading', { name: many.undoLeft }).waitFor();
    await page.getByLabel(many.undoReason).fill('全部有误（测试）');
    await page.getByRole('button', { name: many.undo }).click();

    // The draft tells row by row what will be as before, and what is another's by now.
    await page.getByText(many.restoredQuotas).waitFor();
    await page.getByText(many.restoredReporting).waitFor();
    await page.getByRole('heading', { name: many.undoLeft }).waitFor();
    expect(await page.getByLabel(many.undoReason).inputValue()).toBe('全部有误（测试）');
    await page.getByRole('button', { name: reportWords.submit }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    const address = new URL(page.url()).pathname;
    await leave(clerk);

    await approve(address);
    const { places, quotas, reporting, sources } = await facts();
    expect(places.slice(-1)).toMatchObject([{ division: units[0], geometry: null }]);
    expect(quotas.slice(-1)).toMatchObject([{ division: '131082', count: null }]);
    expect(reporting.at(-1)).toMatchObject({ division: city, track: 'village', completeTo: null });
    expect(sources.at(-1)?.note).toBe('全部有误（测试）');
  });

  it('came back goes on as the same: a row less, another document, sent again without a script', async () => {
    const clerk = await arrives('clerk', false);
    const { page } = clerk;
    const address = `/admin/submission/${site.made.returnedPlaces}`;
    await page.goto(address);
    await page.getByText('请核对（测试）').first().waitFor();
    for (const summary of await page.locator('form summary').all()) await summary.click();
    const boxes = page.locator('input[name=drop]');
    expect(await boxes.count()).toBe(2);
    await boxes.first().check();
    await page.getByRole('button', { name: many.remove }).click();
    await page.getByText(reviewWords.savedNotice).waitFor();
    expect(await page.locator('input[name=drop]').count()).toBe(1);
    await page.getByLabel(reportWords.documentTitle).fill('测试用的更正');
    await page.getByRole('button', { name: reportWords.submit }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    await leave(clerk);

    await approve(address);
    const { places, sources } = await facts();
    expect(places.at(-1)).toMatchObject({ division: units[3] });
    expect(places.some(({ division }) => division === units[2])).toBe(false);
    expect(sources.at(-1)?.title).toBe('测试用的更正');
  });

  it('of quotas came back goes on in their form, and is sent again as the same', async () => {
    const clerk = await arrives('clerk');
    const { page } = clerk;
    const address = `/admin/submission/${site.made.returnedQuotas}`;
    await page.goto(address);
    await page.getByRole('link', { name: reviewWords.goOn }).click();
    await page.getByText('请核对（测试）').first().waitFor();
    const field = page.locator('input[value="7"]');
    await field.fill('8');
    await page.getByRole('button', { name: reportWords.submit, exact: true }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    expect(new URL(page.url()).pathname).toBe(address);
    await leave(clerk);

    await approve(address);
    expect((await facts()).quotas.at(-1)).toMatchObject({ division: '131081', count: 8 });
  });

  it.each([true, false])(
    'two people change at once shows each what both made of it (script: %s)',
    async (withScript) => {
      const [clerk, second] = [
        await arrives('clerk', withScript),
        await arrives('second', withScript),
      ];
      const address = `/admin/submission/${site.made.shared}`;
      // The second time, the first one's row has gone.
      const mine = withScript ? units[3] : units[2];
      for (const { page } of [clerk, second]) await page.goto(address);
      const open = async ({ page }: Person) => {
        const closed = page.locator('form details:not([open]) > summary');
        // From the last: each that is opened is no longer counted.
        for (const summary of (await closed.all()).reverse()) await summary.click();
      };
      const box = ({ page }: Person, unit: string) =>
        page.locator(`input[name=drop][value="place ${unit}"]`);
      await open(second);
      await box(second, units[0]).check();
      await second.page.getByLabel(reportWords.note).fill(`乙的话 ${withScript}`);
      await second.page.getByRole('button', { name: many.remove }).click();
      await second.page.getByText(reviewWords.savedNotice).waitFor();

      await open(clerk);
      await box(clerk, mine).check();
      await clerk.page.getByLabel(reportWords.documentTitle).fill(`甲的文件 ${withScript}`);
      await clerk.page.getByRole('button', { name: reportWords.saveDraft }).click();
      const table = clerk.page.locator('section[aria-labelledby=clash]');
      await table.waitFor();
      const told = await table.innerText();
      expect(told).toContain(point(117.08, 39.95));
      expect(told).toContain(many.notListed);
      expect(told).toContain(`乙的话 ${withScript}`);
      // What each changed alone is taken as they made it; only the first row is asked back.
      const first = table.locator(`input[name="take-place ${units[0]}"]`);
      expect(await first.and(table.locator(':checked')).getAttribute('value')).toBe('theirs');
      await first.and(table.locator('[value=yours]')).check();
      await clerk.page.getByRole('button', { name: reportWords.saveDraft }).click();
      await clerk.page.getByText(reviewWords.savedNotice).waitFor();
      await open(clerk);
      expect(await box(clerk, units[0]).count()).toBe(1);
      expect(await box(clerk, units[1]).count()).toBe(1);
      expect(await box(clerk, mine).count()).toBe(0);
      expect(await clerk.page.getByLabel(reportWords.note).inputValue()).toBe(
        `乙的话 ${withScript}`,
      );
      expect(await clerk.page.getByLabel(reportWords.documentTitle).inputValue()).toBe(
        `甲的文件 ${withScript}`,
      );
      await leave(clerk, second);
    },
  );

  it.each([true, false])(
    'of many positions is found, paged and picked to be taken back (script: %s)',
    async (withScript) => {
      const clerk = await arrives('clerk', withScript);
      const { page } = clerk;
      await page.goto(`/admin/places/take-back/${site.made.manyPlaces}`);
      await page.getByText(takeBackFound(250, 1, 3, 0)).waitFor();
      await page.locator('input[name=unit][type=checkbox]').first().check();
      await page.getByRole('button', { name: placeWords.takeBackNext }).click();
      await page.getByText(takeBackFound(250, 2, 3, 1)).waitFor();
      await page.locator('input[name=unit][type=checkbox]').first().check();
      const last = villages.at(-1) ?? '';
      await page.getByLabel(placeWords.takeBackFind).fill(last);
      await page.getByLabel(placeWords.takeBackFind).press('Enter');
      await page.getByText(takeBackFound(1, 1, 1, 2)).waitFor();
      await page.getByRole('button', { name: placeWords.takeBackAll }).click();
      await page.getByText(takeBackFound(1, 1, 1, 3)).waitFor();
      // A township, by its name in the list of places; all of it and none of it again.
      await page.getByLabel(placeWords.takeBackFind).fill('');
      await page.getByLabel(placeWords.takeBackWithin).selectOption(last.slice(0, 9));
      await page.getByRole('button', { name: placeWords.takeBackAll }).click();
      const inTownship = villages.filter((code) => code.startsWith(last.slice(0, 9))).length;
      await page.getByText(takeBackFound(inTownship, 1, 1, inTownship + 2)).waitFor();
      await page.getByRole('button', { name: placeWords.takeBackNoneOf }).click();
      await page.getByText(takeBackFound(inTownship, 1, 1, 2)).waitFor();

      await page.getByLabel(placeWords.reasonTitle).fill('测试用的更正说明');
      await page.getByLabel(placeWords.publisher).fill('测试机关');
      await page.getByRole('button', { name: placeWords.takeBackConfirm }).click();
      await page.getByText(reviewWords.submittedNotice).waitFor();
      const places = await page.locator('main').innerText();
      expect(places).toContain(effect({ new: 0, moved: 0, removed: 2 })[0]);
      await leave(clerk);
    },
  );
});

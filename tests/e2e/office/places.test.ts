/**
 * Positions from a shapefile to the public facts, with made-up points: asked in which datum they are, put
 * right one by one, submitted, approved, and taken back. With a script and without.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Status } from '../../../src/lib/domain/status.ts';
import { geodata } from '../../../src/lib/i18n/zh-CN/geodata.ts';
import { words as importWords } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { effect, levels, without, words } from '../../../src/lib/i18n/zh-CN/office-places.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import type { CountyCollection } from '../../../src/lib/map/geometry.ts';
import { realData } from '../../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../../src/lib/server/data/read-data-directory.ts';
import {
  asGeojson,
  asShapefile,
  madeUpPlaces,
  metresApart,
  toGcj02,
} from '../../office/made-up-places.ts';
import { launchBrowser } from '../browser.ts';
import { leave } from './leave.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

const county = '131082';
const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const { divisions } = read.site.data;
const counties = JSON.parse(readFileSync('data/counties.geojson', 'utf8')) as CountyCollection;
const outline = counties.features.find(({ properties }) => properties.code === county);
const neighbour = counties.features.find(({ properties }) => properties.code === '131081');
if (!outline || !neighbour) throw new Error('the counties have no outlines');
const places = madeUpPlaces(divisions, county, outline.geometry, 10);

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [
        { username: 'clerk', posts: ['county-clerk'], county },
        { username: 'approver', posts: ['city-approver'] },
      ],
      async () => null,
    ),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const arrives = (username: string, javaScriptEnabled = true): Promise<Person> =>
  arrive(browser, site.origin, colleague(site, username), { javaScriptEnabled });

async function upload(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.goto(`/admin/places?division=${county}`);
  await page.getByLabel(words.level).selectOption({ label: levels.village });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  await page.getByRole('button', { name: words.upload }).click();
  await page.getByRole('heading', { name: words.datumTitle }).waitFor();
}

async function nameSource(page: Page, title: string, label = words.sourceTitle): Promise<void> {
  await page.getByLabel(label).fill(title);
  await page.getByLabel(words.publisher).fill('测试机关');
}

async function approve(address: string, expected: string): Promise<void> {
  const approver = await arrives('approver');
  const { page } = approver;
  await page.goto(address);
  expect(await page.locator('.effect').innerText()).toContain(expected);
  await page.getByRole('button', { name: reviewWords.approve, exact: true }).click();
  await page.getByText(reviewWords.approvedNotice).waitFor();
  await leave(approver);
}

async function facts(): Promise<Status['places']> {
  const answer = await fetch(`${site.origin}/api/v1/status.json`);
  const status = (await answer.json()) as Pick<Status, 'places'>;
  return status.places;
}

describe('Positions', () => {
  let address = '';

  it('in a datum nobody names are asked about, then recorded within a metre', async () => {
    const clerk = await arrives('clerk');
    const { page } = clerk;
    const [first, ...others] = places;
    if (!first) throw new Error('no places');
    const strange = { ...first, position: neighbour.properties.label };
    // A GeoJSON names no system: what a shapefile's .prj would claim is not said at all.
    await upload(page, '虚构位置.geojson', asGeojson([strange, ...others], toGcj02));
    await page.getByText(words.datumFirst).waitFor();
    await page.getByLabel(geodata.datumNames.gcj02).check();
    await page.getByRole('button', { name: importWords.recheck }).last().click();
    await page.getByText(importWords.rechecked).waitFor();
    expect(await page.locator('main').innerText()).toContain('不在三河市范围内，而在霸州市');
    await page.getByRole('button', { name: words.confirm }).click();
    // The source first, then what is still in doubt: nothing is written before both are settled.
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('请填写');
    await nameSource(page, '测试用的虚构位置');
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByRole('alert').getByText(words.unsettled).waitFor();
    expect(await page.getByLabel(words.sourceTitle).inputValue()).toBe('测试用的虚构位置');
    await page.getByLabel(without(1)).check();
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    address = new URL(page.url()).pathname;
    await leave(clerk);

    await approve(address, effect({ new: 9, moved: 0, removed: 0 })[0] ?? '');
    const recorded = await facts();
    expect(recorded).toHaveLength(9);
    expect(Math.max(...others.map((place) => metresApart(place, recorded)))).toBeLessThan(1);
  });

  it('of a shapefile with a false .prj are recorded as declared, without a script', async () => {
    const clerk = await arrives('clerk', false);
    const { page } = clerk;
    await page.goto(`/admin/places?division=${county}`);
    await page.getByLabel(words.level).selectOption({ label: levels.village });
    await page.getByLabel(words.datum).selectOption({ label: geodata.datumNames.gcj02 });
    await page.locator('input[type=file]').setInputFiles({
      name: '虚构位置.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from(asShapefile(places, toGcj02)),
    });
    await page.getByRole('button', { name: words.upload }).click();
    await page.getByRole('heading', { name: words.datumTitle }).waitFor();
    // Nine are on record; the one that lay elsewhere is put right.
    await nameSource(page, '测试用的虚构位置（更正）');
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    const next = new URL(page.url()).pathname;
    await leave(clerk);

    await approve(next, effect({ new: 1, moved: 0, removed: 0 })[0] ?? '');
    const recorded = await facts();
    expect(Math.max(...places.map((place) => metresApart(place, recorded)))).toBeLessThan(1);
  });

  it('are taken back by those who gave them', async () => {
    const clerk = await arrives('clerk');
    const { page } = clerk;
    await page.goto(address);
    await page.getByRole('link', { name: words.takeBack }).click();
    const boxes = page.getByRole('checkbox');
    expect(await boxes.count()).toBe(9);
    await boxes.first().check();
    await nameSource(page, '测试用的更正说明', words.reasonTitle);
    await page.getByRole('button', { name: words.takeBackConfirm }).click();
    await page.getByText(reviewWords.submittedNotice).waitFor();
    const back = new URL(page.url()).pathname;
    await leave(clerk);

    await approve(back, effect({ new: 0, moved: 0, removed: 1 })[0] ?? '');
    const taken = (await facts()).filter(({ geometry }) => geometry === null);
    expect(taken).toHaveLength(1);
  });
});

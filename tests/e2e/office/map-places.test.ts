/**
 * Imported positions on the public map. Where the townships of the tests lie is made up: the points
 * stand on a line through 三河市 and say nothing about where anything is.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Proposal } from '../../../src/lib/domain/submission.ts';
import type { Office } from '../../../src/lib/server/office.ts';
import type { MapPlaces } from '../../../src/lib/map/places-scene.ts';
import { launchBrowser } from '../browser.ts';
import type { Colleague } from '../../office/employ.ts';
import { startPreparedSite, type PreparedSite } from './prepared-office.ts';

const codes = ['131082100', '131082101', '131082102'] as const;
/** Made up: a hundredth of a degree apart, which is less than a symbol at the zoom a page opens with. */
const madeUp = codes.map((code, index) => ({
  division: code,
  geometry: { type: 'Point' as const, coordinates: [(11699 + index) / 100, 39.96] },
}));

/** Positions go the way of every fact: reported by one, approved by another. */
async function placeUnits(
  { submissions }: Office,
  people: ReadonlyMap<string, Colleague>,
): Promise<null> {
  const [clerk, approver] = ['clerk', 'approver'].map((name) => {
    const who = people.get(name);
    if (!who) throw new Error(`Nobody is called ${name}.`);
    return { actor: who.actor, request: 'prepared' };
  });
  if (!clerk || !approver) throw new Error('The office is empty.');
  const proposal: Proposal = {
    changes: [],
    reporting: [],
    source: { title: '虚构的位置（测试）', publisher: '测试机关' },
    places: madeUp,
  };
  const drafted = await submissions.draft(clerk, '131082', proposal);
  if (drafted.status !== 'done') throw new Error(JSON.stringify(drafted));
  const { id, version } = drafted.submission;
  const submitted = await submissions.submit(clerk, id, version, proposal);
  if (submitted.status !== 'done') throw new Error(JSON.stringify(submitted));
  const { fingerprint } = submissions.effect(submitted.submission);
  const approved = await submissions.approve(
    approver,
    id,
    submitted.submission.version,
    fingerprint,
  );
  if (approved.status !== 'done') throw new Error(JSON.stringify(approved));
  return null;
}

let browser: Browser;
let placed: PreparedSite<null>;
let bare: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser({ webgl: true });
  placed = await startPreparedSite(
    { DATA_DIR: 'data' },
    [
      { username: 'clerk', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
    ],
    placeUnits,
  );
  bare = await startPreparedSite({ DATA_DIR: 'data' }, [], () => Promise.resolve(null));
});
afterAll(async () => {
  await Promise.all([placed.stop(), bare.stop()]);
  await browser.close();
});

interface OpenMap {
  readonly page: Page;
  readonly asked: readonly string[];
  readonly faults: readonly string[];
  readonly context: BrowserContext;
}

/** The interactive map of the townships, with the camera of the hash. */
async function openMap(origin: string, path: string): Promise<OpenMap> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 1000 },
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/map-places.json')) asked.push(request.url());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(origin + path);
  await page.getByRole('button', { name: '缩放地图' }).click();
  await page.locator('.maplibregl-canvas').waitFor({ timeout: 45_000 });
  await page.locator('.is-live').waitFor({ timeout: 45_000 });
  return { page, asked, faults, context };
}

async function clickCentre(page: Page): Promise<void> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** The engine draws in its own time: the pointer rests on the centre until it is told what lies there. */
async function untilTold(page: Page, text: string): Promise<void> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  const told = () => page.locator('.maplibregl-canvas').getAttribute('title');
  const until = Date.now() + 20_000;
  for (let turn = 0; (await told()) !== text; turn += 1) {
    if (Date.now() > until) throw new Error(`The map says “${(await told()) ?? ''}”.`);
    await page.mouse.move(box.x + box.width / 2 + (turn % 2), box.y + box.height / 2);
    await page.waitForTimeout(100);
  }
}

async function pointZoom(page: Page): Promise<number> {
  const response = await page.request.get(`${placed.origin}/map-places.json?theme=townships`);
  const places = (await response.json()) as MapPlaces;
  if (places.pointZoom === null) throw new Error('There are no points.');
  return places.pointZoom;
}

const centre = '39.96/117';

describe('imported positions', () => {
  it('are points from the zoom at which they are told apart, and lead to their township', async () => {
    const probe = await browser.newPage();
    const zoom = await pointZoom(probe);
    await probe.close();
    const near = await openMap(
      placed.origin,
      `/?theme=townships#map=${(zoom + 0.3).toFixed(2)}/${centre}`,
    );
    await near.page.locator('.forest-place-key').waitFor({ state: 'visible' });
    expect(near.asked).toHaveLength(1);
    expect(await near.page.locator('.forest-place-key').innerText()).toContain('未填报');
    // Drawn where it was said to be, and told to whoever points at it.
    await untilTold(near.page, '李旗庄镇 · 未填报');
    await clickCentre(near.page);
    await near.page.waitForURL(/\/township\/131082101/);
    expect(await near.page.locator('h1').innerText()).not.toBe('');
    expect(near.faults).toEqual([]);
    await near.context.close();
  });

  it('are neither shown nor fetched from further off: there a click chooses the county', async () => {
    const probe = await browser.newPage();
    const zoom = await pointZoom(probe);
    await probe.close();
    const far = await openMap(
      placed.origin,
      `/?theme=townships#map=${(zoom - 1.5).toFixed(2)}/${centre}`,
    );
    await clickCentre(far.page);
    await far.page.waitForURL(/county=131082/);
    expect(far.asked).toEqual([]);
    expect(await far.page.locator('.forest-place-key').count()).toBe(0);
    expect(far.faults).toEqual([]);
    await far.context.close();
  });

  it('are told of under the map of their theme alone', async () => {
    const page = await browser.newPage();
    await page.goto(`${placed.origin}/?theme=townships`);
    expect(await page.locator('figcaption').innerText()).toContain('已导入3个乡镇的位置');
    for (const theme of ['villages', 'national']) {
      await page.goto(`${placed.origin}/?theme=${theme}`);
      expect(await page.locator('figcaption').innerText()).not.toContain('位置');
    }
    await page.close();
  });

  it('that nobody has imported leave page and map as they are', async () => {
    const near = await openMap(bare.origin, `/?theme=townships#map=12.5/${centre}`);
    await clickCentre(near.page);
    await near.page.waitForURL(/county=131082/);
    expect(near.asked).toEqual([]);
    const html = await (await near.page.request.get(`${bare.origin}/?theme=townships`)).text();
    expect(html).not.toContain('map-places');
    expect(near.faults).toEqual([]);
    await near.context.close();
  });
});

/** MapLibre takes the map over in place, and gives it back when its context is lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { visit } from './visit.ts';

const takenOver = '.maplibregl-canvas';
/** The reader reaches for the map: the engine is fetched, and its first full frame is shown. */
async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: '缩放地图' }).click();
  await page.locator(takenOver).waitFor({ timeout: 45_000 });
}

const desk = { viewport: { width: 1440, height: 1000 } };

describe('with WebGL2', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser({ webgl: true });
  });
  afterAll(() => browser.close());

  it('takes over on intent, without a request to another host', async () => {
    const { page, strayRequests, faults, close } = await visit(browser, 'demo', '/', desk);
    await takeOver(page);
    expect(await page.locator('main svg a[aria-label]').count()).toBe(10);
    expect(strayRequests).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('a county clicked on the canvas is the county of the address', async () => {
    const { page, close } = await visit(browser, 'demo', '/', desk);
    await takeOver(page);
    const box = await page.locator('main svg a[aria-label^="大城县"]').first().boundingBox();
    if (!box) throw new Error('大城县 has no place on the screen');
    // Its place on the canvas is its place in the drawing underneath: no jump.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.locator('#county', { hasText: '大城县' }).waitFor();
    expect(new URL(page.url()).searchParams.get('county')).toBe('131025');
    await close();
  });

  it('on loss of the GL context the SVG returns and all is reachable', async () => {
    const { page, close } = await visit(browser, 'demo', '/', desk);
    await takeOver(page);
    await page.evaluate((selector) => {
      const canvas = document.querySelector<HTMLCanvasElement>(selector);
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    }, takenOver);
    await page.locator(takenOver).waitFor({ state: 'detached', timeout: 10_000 });
    await page.locator('main svg a[aria-label^="三河市"]').first().click();
    await page.waitForURL(/county=131082/);
    expect(await page.locator('#county').innerText()).toContain('三河市');
    await close();
  });
});

describe('without WebGL', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser({ webgl: false });
  });
  afterAll(() => browser.close());

  it('the map engine is never fetched and the SVG stays', async () => {
    const { page, faults, close } = await visit(browser, 'demo', '/', desk);
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.locator('main svg a[aria-label]').first().hover();
    await page.mouse.wheel(0, -200);
    await page.waitForTimeout(3000);
    expect(scripts.filter((url) => /worker|maplibre/.test(url))).toEqual([]);
    expect(await page.locator(takenOver).count()).toBe(0);
    expect(await page.locator('main svg a[aria-label]').count()).toBe(10);
    expect(faults).toEqual([]);
    await close();
  });

  it('a visitor who saves data is never sent the map engine', async () => {
    const { page, close } = await visit(browser, 'demo', '/', {
      ...desk,
      extraHTTPHeaders: { 'save-data': 'on' },
    });
    await page.waitForTimeout(2000);
    expect(await page.locator(takenOver).count()).toBe(0);
    await close();
  });
});

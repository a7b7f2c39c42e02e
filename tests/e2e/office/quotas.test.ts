/**
 * The city shares out its targets: the form with a script and without one, the approval, and the map
 * that holds the counties against their quotas from then on.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfDocument } from '../../office/document.ts';
import { launchBrowser } from '../browser.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    { DATA_DIR: 'data' },
    [
      { username: 'city-clerk', posts: ['city-clerk'] },
      { username: 'second-clerk', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
      { username: 'sanhe-clerk', posts: ['county-clerk'], county: '131082' },
    ],
    () => Promise.resolve(null),
  );
});
afterAll(async () => {
  await site.stop();
  await browser.close();
});

const sanhe = 'count-township-131082';

function come(username: string, options = {}): Promise<Person> {
  return arrive(browser, site.origin, colleague(site, username), options);
}

function sumOf(page: Page, track: 'township' | 'village'): Promise<string> {
  return page.locator(`table:has(#count-${track}-131082) [data-sum]`).innerText();
}

/** What stands in the fields of a track, in the order of the counties. */
function numbers(page: Page, track: 'township' | 'village'): Promise<readonly number[]> {
  return page
    .locator(`input[name^="count-${track}-"]`)
    .evaluateAll((inputs) => inputs.map((input) => Number((input as HTMLInputElement).value)));
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

async function fillDocument(page: Page, title: string): Promise<void> {
  const effective = page.getByRole('group', { name: '生效日期' });
  await effective.getByLabel('年').fill('2025');
  await effective.getByLabel('月').fill('3');
  await effective.getByLabel('日').fill('1');
  await page.getByLabel('文件标题').fill(title);
  await page.getByLabel('发文机关').fill('测试机关');
}

describe('the quotas', () => {
  it('start from a suggestion that sums to the target', async () => {
    const { page, faults, close } = await come('city-clerk');
    await page.goto('/admin');
    await page.getByRole('link', { name: '分解任务' }).click();
    expect(total(await numbers(page, 'township'))).toBe(50);
    expect(total(await numbers(page, 'village'))).toBe(250);
    expect(await sumOf(page, 'township')).toContain('合计50，与要求一致');
    expect(faults).toEqual([]);
    await close();
  });

  it('tell the sum while somebody types, and are filled again without a request', async () => {
    const { page, faults, close } = await come('city-clerk');
    await page.goto('/admin/quotas');
    const before = Number(await page.locator(`#${sanhe}`).inputValue());
    await page.locator(`#${sanhe}`).fill(String(before - 2));
    expect(await sumOf(page, 'township')).toContain('合计48，要求50，还差2');
    await page.locator(`#${sanhe}`).fill(String(before + 1));
    expect(await sumOf(page, 'township')).toContain('合计51，要求50，超出1');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByRole('button', { name: '按比例建议' }).click();
    expect(await page.locator(`#${sanhe}`).inputValue()).toBe(String(before));
    expect(await sumOf(page, 'township')).toContain('与要求一致');
    expect(requests).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('are added up and suggested by the server where there is no script', async () => {
    const { page, close } = await come('city-clerk', { javaScriptEnabled: false });
    await page.goto('/admin/quotas');
    const before = Number(await page.locator(`#${sanhe}`).inputValue());
    await page.locator(`#${sanhe}`).fill(String(before - 2));
    await page.getByLabel('文件标题').fill('关于分解任务的通知（测试）');
    await page.getByRole('button', { name: '核算合计' }).last().click();
    expect(await sumOf(page, 'township')).toContain('合计48，要求50，还差2');
    expect(await page.locator(`#${sanhe}`).inputValue()).toBe(String(before - 2));
    await page.getByRole('button', { name: '按比例建议' }).click();
    expect(await page.locator(`#${sanhe}`).inputValue()).toBe(String(before));
    expect(await page.getByLabel('文件标题').inputValue()).toBe('关于分解任务的通知（测试）');
    await close();
  });

  it('tell each fault beside its field and keep what was typed', async () => {
    const { page, close } = await come('city-clerk');
    await page.goto('/admin/quotas');
    await page.locator(`#${sanhe}`).fill('六个');
    await page.locator('#count-village-131082').fill('99999');
    await page.getByLabel('文件标题').fill('关于分解任务的通知（测试）');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('尚未提交').waitFor();
    expect(await page.locator(`#${sanhe}-error`).innerText()).toContain('请填写整数');
    expect(await page.locator('#count-village-131082-error').innerText()).toContain('超过可创建');
    expect(await page.locator('#effective-error').innerText()).toContain('请填写生效日期');
    expect(await page.locator('#publisher-error').innerText()).toContain('发文机关');
    expect(await page.locator(`#${sanhe}`).inputValue()).toBe('六个');
    expect(await page.locator('#count-village-131082').inputValue()).toBe('99999');
    expect(await page.getByLabel('文件标题').inputValue()).toBe('关于分解任务的通知（测试）');
    await close();
  });

  it('that two people change at once are put side by side, and nothing is lost', async () => {
    const first = await come('city-clerk');
    await first.page.goto('/admin/quotas');
    await fillDocument(first.page, '草稿甲（测试）');
    await first.page.getByRole('button', { name: '保存草稿' }).click();
    await first.page.getByText('已保存为草稿').waitFor();
    const second = await come('second-clerk');
    await second.page.goto(first.page.url());
    await second.page.locator(`#${sanhe}`).fill('1');
    await second.page.getByRole('button', { name: '保存草稿' }).click();
    await second.page.getByText('已保存为草稿').waitFor();
    await first.page.locator(`#${sanhe}`).fill('3');
    const [response] = await Promise.all([
      first.page.waitForResponse((each) => each.request().method() === 'POST'),
      first.page.getByRole('button', { name: '保存草稿' }).click(),
    ]);
    expect(response.status()).toBe(409);
    const row = first.page.getByRole('row', { name: /三河市：市级森林乡镇新任务/ });
    expect(await row.first().innerText()).toMatch(/3[\s\S]*1/);
    expect(await first.page.locator(`#${sanhe}`).inputValue()).toBe('3');
    await first.page.locator(`[name="take-${sanhe}"][value=theirs]`).check();
    await first.page.getByRole('button', { name: '保存草稿' }).click();
    await first.page.getByText('已保存为草稿').waitFor();
    expect(await first.page.locator(`#${sanhe}`).inputValue()).toBe('1');
    await first.close();
    await second.close();
  });

  it('are not for a county to set', async () => {
    const { page, close } = await come('sanhe-clerk');
    const response = await page.goto('/admin/quotas');
    expect(response?.status()).toBe(403);
    await page.goto('/admin');
    expect(await page.getByRole('link', { name: '分解任务' }).count()).toBe(0);
    await close();
  });

  it('approved, are what the public map holds the counties against', async () => {
    const citizen = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await citizen.goto(`${site.origin}/?theme=townships`);
    expect(await citizen.locator('#map-heading').innerText()).toContain('占乡镇总数的比例');

    const clerk = await come('city-clerk');
    await clerk.page.goto('/admin/quotas');
    await clerk.page.locator(`#${sanhe}`).fill('4');
    await fillDocument(clerk.page, '关于分解森林乡镇任务的通知（测试）');
    await clerk.page.locator('input[type=file]').setInputFiles({
      name: '通知.pdf',
      mimeType: 'application/pdf',
      // More than a form without files may send.
      buffer: pdfDocument('通知'.repeat(80_000)),
    });
    await clerk.page.getByRole('button', { name: '提交' }).click();
    await clerk.page.getByText('已提交。').waitFor();

    const approver = await come('approver');
    await approver.page.goto('/admin/inbox');
    await approver.page
      .getByRole('link', { name: /分解任务/ })
      .first()
      .click();
    const effect = approver.page.getByRole('region', { name: '核准以后的效果' });
    const rows = await effect.getByRole('row', { name: /三河市/ }).allInnerTexts();
    expect(rows[0]).toMatch(/未分解\s+4个/);
    expect(await approver.page.getByRole('link', { name: /通知\.pdf/ }).count()).toBe(1);
    expect(await effect.innerText()).toMatch(/市级森林乡镇：合计0，要求50，还差50 → 合计\d+/);
    await approver.page.getByRole('button', { name: '核准' }).click();
    await approver.page.getByText('已核准，地图已更新').waitFor();

    await citizen.goto(`${site.origin}/?theme=townships`);
    expect(await citizen.locator('#map-heading').innerText()).toContain('完成分解任务的比例');
    const label = await citizen
      .locator('svg a[data-code="131082"]')
      .first()
      .getAttribute('aria-label');
    expect(label).toContain('4');

    await clerk.page.goto('/admin/quotas');
    const history = clerk.page.getByRole('region', { name: '历次分解任务' });
    expect(await history.innerText()).toMatch(/自2025年3月1日起[\s\S]*三河市4个/);
    expect(await history.innerText()).toContain('关于分解森林乡镇任务的通知（测试）');
    expect(await clerk.page.locator(`#${sanhe}`).inputValue()).toBe('4');
    expect(clerk.faults).toEqual([]);
    expect(approver.faults).toEqual([]);
    await clerk.close();
    await approver.close();
    await citizen.context().close();
  });
});

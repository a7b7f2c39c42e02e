/**
 * A list of 250 villages as a county would send it, from the file to the public card and back again: in
 * Chromium, with and without JavaScript.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { many, words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { readDataDirectory } from '../../../src/lib/server/data/read-data-directory.ts';
import { usualLedger } from '../../../src/lib/server/import/usual-ledger.ts';
import { pdfDocument } from '../../office/document.ts';
import { ledgerFile } from '../../office/ledger-file.ts';
import { launchBrowser } from '../browser.ts';
import { arrive, type Person } from './person.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';

const directory = readDataDirectory('data');
if (directory.status === 'invalid') throw new Error('the data of the repository do not validate');
const ledger = usualLedger(directory.site.data.divisions);
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = { name: '2023年名单.xlsx', mimeType: xlsx, buffer: ledgerFile(ledger.workbook) };

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startPreparedSite(
    {},
    [
      { username: 'clerk', posts: ['city-clerk'] },
      { username: 'approver', posts: ['city-approver'] },
      { username: 'sanhe', posts: ['county-clerk'], county: '131082' },
    ],
    () => Promise.resolve(null),
  );
}, 120_000);
afterAll(async () => {
  await site.stop();
  await browser.close();
});

function comes(username: string, options = {}): Promise<Person> {
  return arrive(browser, site.origin, colleague(site, username), options);
}

async function upload(page: Page, sent: typeof file, division?: string): Promise<void> {
  await page.goto('/admin/import');
  if (division !== undefined) await page.locator('#division').selectOption(division);
  await page.locator('#track').selectOption('village');
  await page.locator('#file').setInputFiles(sent);
  await page.getByRole('button', { name: words.upload }).click();
}

const publicCard = async (page: Page): Promise<string> => {
  await page.goto('/');
  return page.locator('article').filter({ hasText: '森林村庄' }).first().innerText();
};

describe('a list of 250 villages', () => {
  it('is looked through, mended in three rows, approved as one report, and undone as one', async () => {
    const clerk = await comes('clerk');
    const { page } = clerk;
    await page.goto('/admin?division=131000');
    await page.getByRole('link', { name: '导入名单' }).click();
    await page.waitForURL('**/admin/import?division=131000');
    await upload(page, file, '131000');
    await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);

    const mend = page.getByRole('region', { name: /需要处理的行/ }).locator('fieldset');
    expect(await mend.count()).toBe(3);
    const address = page.url();
    for (const [index, { row, meant }] of ledger.mistakes.entries()) {
      const fieldset = mend.nth(index);
      expect(await fieldset.innerText()).toContain(`第${row}行`);
      await fieldset.locator(`input[value="${meant.code}"]`).check();
    }
    // Confirmed with choices that were not looked at: it is shown again first.
    await page.getByRole('checkbox', { name: /不导入这些行/ }).check();
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByText(words.choicesTaken).waitFor();
    const counts = page.getByRole('region', { name: words.result });
    expect(await counts.innerText()).toMatch(/新增\s*250/);
    expect(await page.getByRole('region', { name: words.effect }).innerText()).toMatch(
      /0 → 250个村，要求250个/,
    );
    await page.getByRole('button', { name: words.confirm }).click();

    await page.waitForURL(/\/admin\/submission\/.*done=imported/);
    const effect = page.getByRole('region', { name: '核准以后的效果' });
    expect(await effect.innerText()).toMatch(/250个村/);
    await page
      .getByLabel(reportWords.documentTitle)
      .fill('关于命名2023年市级森林村庄的通知（测试）');
    await page.getByLabel(reportWords.publisher).fill('测试机关');
    await page.locator('#files').setInputFiles({
      name: '通知.pdf',
      mimeType: 'application/pdf',
      buffer: pdfDocument('通知'),
    });
    await page.getByRole('button', { name: reportWords.submit, exact: true }).click();
    await page.getByText('已提交。').waitFor();
    const submission = new URL(page.url()).pathname;

    await page.goto(address);
    await page.getByText(words.confirmedAlready).waitFor();

    const citizen = await comes('sanhe');
    expect(await publicCard(citizen.page)).toContain('确定的有0个');
    const approver = await comes('approver');
    await approver.page.goto('/admin/inbox');
    expect(await approver.page.locator('main').innerText()).toMatch(/250个村 .*→.*0 → 250个村/);
    await approve(approver.page, submission);
    expect(await publicCard(citizen.page)).toMatch(/已有250个村|250/);

    // The same file again says nothing new.
    await upload(page, file, '131000');
    await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
    expect(await counts.innerText()).toMatch(/已有记录\s*247/);

    await page.goto(submission);
    await page.locator('summary', { hasText: many.undo }).click();
    await page.getByRole('button', { name: many.undo }).click();
    await page.getByText(many.undoReasonRequired).first().waitFor();
    await page.getByLabel(many.undoReason).fill('名单有误（测试）');
    await page.getByRole('button', { name: many.undo }).click();
    await page.waitForURL((url) => url.pathname !== submission);
    await page.getByRole('button', { name: reportWords.submit, exact: true }).click();
    await page.getByText('已提交。').waitFor();
    await approve(approver.page, new URL(page.url()).pathname);
    expect(await publicCard(citizen.page)).toContain('确定的有0个');

    for (const who of [clerk, approver, citizen]) {
      expect(who.faults, who.username).toEqual([]);
      await who.close();
    }
  }, 180_000);

  async function approve(page: Page, submission: string): Promise<void> {
    await page.goto(submission);
    await page.getByRole('button', { name: '核准', exact: true }).click();
    await page.getByText('已核准，地图已更新。').waitFor();
  }

  it('is looked through without JavaScript too, and what is chosen stays chosen', async () => {
    const clerk = await comes('clerk', { javaScriptEnabled: false });
    const { page } = clerk;
    await upload(page, file, '131000');
    await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
    const mend = page.getByRole('region', { name: /需要处理的行/ }).locator('fieldset');
    expect(await mend.count()).toBe(3);
    await mend.first().getByLabel(words.leaveOut).check();
    await page.getByRole('button', { name: words.recheck }).first().click();
    await page.getByText(words.rechecked).waitFor();
    expect(await mend.first().getByLabel(words.leaveOut).isChecked()).toBe(true);
    await page.getByRole('button', { name: words.confirm }).click();
    await page.locator('#without-error', { hasText: words.unsettled }).waitFor();
    await page.reload();
    expect(await mend.count()).toBe(3);
    await page.getByRole('region', { name: words.rows }).locator('summary').click();
    await page.getByRole('link', { name: /未计入/ }).click();
    expect(await page.getByRole('region', { name: words.rows }).innerText()).toContain(
      '已选择不导入',
    );

    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: words.download }).click();
    expect((await downloading).suggestedFilename()).toBe('2023年名单-核对.xlsx');
    await clerk.close();
  }, 60_000);
});

/** How every file of Excel 97–2003 begins, and the name of the stream it has. */
const oldExcel = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(2048),
  Buffer.from('Workbook', 'utf16le'),
]);

describe('a file that is no list', () => {
  it.each([
    ['名单.xlsx', Buffer.from('%PDF-1.7\n'), '不是表格文件'],
    ['名单.xls', oldExcel, '旧版 Excel'],
    ['名单.csv', Buffer.from('姓名,电话\n甲,1\n'), '没有找到表头'],
    ['空.csv', Buffer.alloc(0), '没有内容'],
  ])(
    '%s is told beside the field, with and without a script',
    async (name, buffer, sentence) => {
      for (const javaScriptEnabled of [true, false]) {
        const clerk = await comes('sanhe', { javaScriptEnabled });
        await upload(clerk.page, { name, mimeType: 'application/octet-stream', buffer });
        const told = clerk.page.locator('#file-error');
        await told.waitFor();
        expect(await told.innerText()).toContain(sentence);
        expect(await clerk.page.locator('#track').inputValue()).toBe('village');
        expect(clerk.faults).toEqual([]);
        await clerk.close();
      }
    },
    60_000,
  );
});

describe('a session that ended while a list was chosen', () => {
  it.each([true, false])('keeps what was typed, with a script (%s) and without', async (script) => {
    const clerk = await comes('clerk', { javaScriptEnabled: script });
    const { page } = clerk;
    await page.goto('/admin/import');
    await page.locator('#division').selectOption('131082');
    await page.locator('#track').selectOption('township');
    await page.locator('#file').setInputFiles(file);
    const context = page.context();
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.getByRole('button', { name: words.upload }).click();
    await page.getByText(reportWords.signedOut).waitFor();
    expect(await page.locator('main').innerText()).toContain(file.name);
    expect(await page.locator('#track').inputValue()).toBe('township');
    expect(await page.locator('[name=division]').inputValue()).toBe('131082');

    await context.addCookies(cookies);
    await page.locator('#file').setInputFiles(file);
    await page.getByRole('button', { name: words.upload }).click();
    await page.locator('#file-error').waitFor();
    expect(await page.locator('#file-error').innerText()).toContain('与所选的创建类别不符');
    expect(clerk.faults).toEqual([]);
    await clerk.close();
  });
});

describe('the grid for a pasted table', () => {
  it('takes a block from Excel, is moved in by the keyboard, and is checked like a file', async () => {
    const clerk = await comes('sanhe');
    const { page } = clerk;
    await page.goto('/admin/import');
    await page.locator('#track').selectOption('village');
    await page.locator('summary', { hasText: words.paste }).click();
    const first = page.getByLabel('第1行第1列');
    await first.focus();
    const block = '乡镇\t村名\t认定年份\r\n皇庄镇\t"大王\n庄"\t2023\r\n皇庄镇\t陈庄\t\r\n';
    await first.evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, block);
    await page.getByText('已填入3行、3列。').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2024');
    expect(await page.getByLabel('第3行第3列').inputValue()).toBe('2024');
    await page.getByRole('button', { name: words.upload }).click();
    await page.waitForURL(/\/admin\/import\/[0-9a-f-]{36}$/);
    const told = await page.getByRole('region', { name: words.rows }).innerText();
    expect(told).toContain('陈庄');
    expect(told).toContain('已授予，2024年');
    expect(clerk.faults).toEqual([]);
    await clerk.close();
  }, 60_000);
});

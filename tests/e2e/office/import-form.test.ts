/** The form of an import: a file that is no list, a session that ended, and the grid for a pasted table. */
import { describe, expect, it } from 'vitest';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { file, startImportSite, upload } from './prepared-import.ts';
import { staffedSite } from './staffed-site.ts';

const office = staffedSite(startImportSite);

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
        const clerk = await office.arrives('sanhe', { javaScriptEnabled });
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
    const clerk = await office.arrives('clerk', { javaScriptEnabled: script });
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
    const clerk = await office.arrives('sanhe');
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

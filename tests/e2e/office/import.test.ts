/**
 * A list of 250 villages as a county would send it, from the file to the public card and back again: in
 * Chromium, with and without JavaScript.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as many } from '../../../src/lib/i18n/zh-CN/change-list.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { pdfDocument } from '../../office/document.ts';
import { file, ledger, startImportSite, upload } from './prepared-import.ts';
import { staffedSite } from './staffed-site.ts';

const office = staffedSite(startImportSite);

const publicCard = async (page: Page): Promise<string> => {
  await page.goto('/');
  return page.locator('article').filter({ hasText: '森林村庄' }).first().innerText();
};

describe('a list of 250 villages', () => {
  it('is looked through, mended in three rows, approved as one report, and undone as one', async () => {
    const clerk = await office.arrives('clerk');
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

    const citizen = await office.arrives('sanhe');
    expect(await publicCard(citizen.page)).toContain('确定的有0个');
    const approver = await office.arrives('approver');
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
    const clerk = await office.arrives('clerk', { javaScriptEnabled: false });
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

/** The city's targets shared out among its counties, and what the approver sees of it. */
import type { Person } from '../../tests/e2e/office/person.ts';
import { invented } from './invented.ts';
import type { Studio } from './studio.ts';

/** By the clerk of the city; left approved. */
export async function quotas({ camera }: Studio, clerk: Person, approver: Person): Promise<void> {
  const { page } = clerk;
  await page.goto('/admin/quotas');
  const field = page.locator('#count-township-131082');
  const before = Number(await field.inputValue());
  await field.fill(String(before - 1));
  const table = page.getByRole('region', { name: /^市级森林乡镇/ });
  await camera(page, 'quotas', { part: table, above: 44 });
  await page.locator('#count-township-131081').fill('8');
  const date = page.getByRole('group', { name: '生效日期' });
  await date.getByLabel('年').fill('2026');
  await page.getByLabel('文件标题').fill('关于分解森林乡镇任务的通知（演示）');
  await page.getByLabel('发文机关').fill(invented.publisher);
  await page.locator('input[type=file]').setInputFiles(invented.file);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已提交。').waitFor();

  await approver.page.goto('/admin/inbox');
  await approver.page.locator('main ol a').first().click();
  await camera(approver.page, 'quotas-review', {
    part: approver.page.getByRole('region', { name: '核准以后的效果' }),
  });
}

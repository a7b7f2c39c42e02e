/** A county clerk's first day: from the temporary password to a report with its document. */
import type { Page } from 'playwright-core';
import type { Hand } from './hand.ts';
import type { Uploaded } from './upload.ts';

export interface FirstDay {
  readonly username: string;
  readonly temporaryPassword: string;
  readonly password: string;
  readonly title: string;
  readonly publisher: string;
  readonly file: Uploaded;
}

/** Called with the page as it stands at each station of the day. */
export type Station = (
  at: 'sign-in' | 'password' | 'desk' | 'filled' | 'submitted',
  page: Page,
) => Promise<void>;

/** Reports the provincial title of the clerk's county; ends at the submitted report. */
export async function reportOnFirstDay(
  page: Page,
  hand: Hand,
  day: FirstDay,
  station: Station,
): Promise<void> {
  await page.goto('/admin');
  await station('sign-in', page);
  await hand.type(page.getByLabel('用户名'), day.username);
  await hand.type(page.getByLabel('密码'), day.temporaryPassword);
  await hand.press(page.getByRole('button', { name: '登录' }));
  await station('password', page);
  await hand.type(page.getByLabel('现在的密码'), day.temporaryPassword);
  await hand.type(page.getByLabel('新密码', { exact: true }), day.password);
  await hand.type(page.getByLabel('再填一遍密码'), day.password);
  await hand.press(page.getByRole('button', { name: '修改密码' }));
  await station('desk', page);
  await hand.press(page.getByRole('link', { name: '报告变化 省级森林城市' }));
  await hand.choose(page.getByRole('radio', { name: /^授予称号/ }));
  const effective = page.getByRole('group', { name: '生效日期' });
  await hand.type(effective.getByLabel('年'), '2026');
  await hand.type(effective.getByLabel('月'), '10');
  await hand.type(effective.getByLabel('日'), '20');
  await hand.type(page.getByLabel('文件标题'), day.title);
  await hand.type(page.getByLabel('发文机关'), day.publisher);
  await hand.attach(page.getByLabel('文件', { exact: true }), day.file);
  await station('filled', page);
  await hand.press(page.getByRole('button', { name: '提交' }));
  await page.getByText('已提交。').waitFor();
  await station('submitted', page);
}

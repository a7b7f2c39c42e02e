/** A report on its way: by the clerk on a phone, checked by the head, returned, mended, approved. */
import { setUpSecondFactor, type Person } from '../../tests/e2e/office/person.ts';
import { clerkAccount } from './administrator-day.ts';
import { invented } from './invented.ts';
import type { Effort, Hand } from './hand.ts';
import { reportOnFirstDay } from './report.ts';
import { arriveAt, county, desktop, employ, password, phone, type Studio } from './studio.ts';

/** `hand` counts what the way to the submitted report costs; the approver stays at work. */
export async function reportingDay(
  studio: Studio,
  administrator: Person,
  temporaryPassword: string,
  hand: Hand,
): Promise<{ readonly approver: Person; readonly effort: Effort }> {
  const { camera } = studio;
  const head = await employ(
    studio,
    administrator,
    { username: 'fuze-bing', name: '负责人丙', posts: ['县级负责人'], county },
    phone,
  );
  const approver = await employ(
    studio,
    administrator,
    { username: 'shenhe-ding', name: '审核员丁', posts: ['市级审核员'] },
    desktop,
  );
  await setUpSecondFactor(approver);

  const clerk = await arriveAt(studio, clerkAccount, temporaryPassword, phone);
  const { username } = clerkAccount;
  const day = { username, temporaryPassword, password, ...invented };
  await reportOnFirstDay(clerk.page, hand, day, async (at, page) => {
    switch (at) {
      case 'sign-in':
        return;
      case 'password':
        await camera(page, 'first-password');
        return;
      case 'desk':
        await camera(page, 'desk', { height: 844 });
        return;
      case 'filled':
        await camera(page, 'report-what', { part: page.locator('section').nth(0) });
        await camera(page, 'report-document', { part: page.locator('section').nth(1) });
        await camera(page, 'report-files', { part: page.locator('section').nth(2), height: 760 });
        return;
      case 'submitted':
        await camera(page, 'submitted', { height: 844 });
    }
  });
  const effort = hand.effort();

  const check = async (takes: boolean) => {
    await head.page.goto('/admin');
    await head.page.locator('#to-check ~ ul a').first().click();
    if (takes) await camera(head.page, 'head-check', { height: 844 });
    await head.page.getByRole('button', { name: '核对无误，报市级' }).click();
    await head.page.getByText('已核对，报市级核准。').waitFor();
  };
  const openFirst = () => approver.page.locator('main ol a').first().click();
  await check(true);
  await approver.page.goto('/admin/inbox');
  await camera(approver.page, 'inbox', { height: 520 });
  await openFirst();
  await camera(approver.page, 'review', { height: 1100 });
  await approver.page.getByLabel('退回原因').fill('请补填发文日期。');
  await approver.page.getByRole('button', { name: '退回', exact: true }).click();
  await approver.page.getByText('已退回，并附上原因。').waitFor();

  await clerk.page.goto('/admin');
  await camera(clerk.page, 'returned', { height: 844 });
  await clerk.page.locator('#returned ~ ul a').first().click();
  await clerk.page.getByRole('group', { name: '发文日期' }).getByLabel('年').fill('2026');
  await clerk.page.getByRole('button', { name: '提交' }).click();
  await clerk.page.getByText('已提交。').waitFor();
  await check(false);
  await approver.page.goto('/admin/inbox');
  await openFirst();
  await approver.page.getByRole('button', { name: '核准', exact: true }).click();
  await approver.page.getByText('已核准，地图已更新。').waitFor();
  return { approver, effort };
}

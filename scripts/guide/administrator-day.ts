/** The first day: the administrator's own account, and one for the clerk of a county. */
import {
  createAccount,
  setUpAdministrator,
  setUpSecondFactor,
  type NewAccount,
  type Person,
} from '../../tests/e2e/office/person.ts';
import type { RunningSite } from '../../tests/e2e/running-site.ts';
import { arriveAt, county, desktop, password, type Studio } from './studio.ts';

export const clerkAccount = {
  username: 'tianbao-yi',
  name: '填报员乙',
  posts: ['县级填报员'],
  county,
} as const satisfies NewAccount;

async function setUpLink(site: RunningSite): Promise<string> {
  for (;;) {
    const link = /\/admin\/set-up\/\S+/.exec(site.output())?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Ends with the administrator at work, and the clerk's temporary password. */
export async function administratorDay(
  studio: Studio,
): Promise<{ readonly administrator: Person; readonly temporaryPassword: string }> {
  const { site, camera } = studio;
  const link = await setUpLink(site);
  const administrator = await arriveAt(studio, { username: 'admin' }, password, desktop);
  const { page } = administrator;
  await page.goto(link);
  await camera(page, 'set-up');
  await setUpAdministrator(administrator, link, '管理员甲');
  await page.getByLabel('密码').fill(administrator.password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '第一步' }).waitFor();
  await camera(page, 'second-factor');
  await page.goto('/admin/own-account/second-factor');
  await setUpSecondFactor(administrator);

  await page.goto('/admin/accounts/new');
  await page.getByLabel('姓名').fill(clerkAccount.name);
  await page.getByLabel('用户名').fill(clerkAccount.username);
  await page.getByLabel('县级填报员').check();
  await page.getByLabel('所属县（市、区）').selectOption(county);
  await camera(page, 'new-account');
  const temporaryPassword = await createAccount(administrator, clerkAccount);
  await camera(page, 'temporary-password');
  return { administrator, temporaryPassword };
}

/**
 * The whole way of a fact, on both databases: the set-up link, accounts, a report with its document,
 * the approval, the map that changes in front of a citizen, and the log that proves it.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, type PostgresServer } from '../../contract/postgres-server.ts';
import { launchBrowser } from '../browser.ts';
import { startSite, type RunningSite } from '../running-site.ts';
import { pdfDocument } from '../../office/document.ts';
import {
  changeFirstPassword,
  createAccount,
  person,
  setUpAdministrator,
  setUpSecondFactor,
  signIn,
  type NewAccount,
  type Person,
} from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const sanhe = '131082';
const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 } };

/** The one-time link, printed right after the address. */
async function setUpLink(site: RunningSite): Promise<string> {
  for (;;) {
    const link = /\/admin\/set-up\/\S+/.exec(site.output())?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A new colleague: made by the administrator, with a password of their own from the first day. */
async function employ(
  administrator: Person,
  origin: string,
  account: NewAccount,
  options = desktop,
): Promise<Person> {
  const temporary = await createAccount(administrator, account);
  const who = await person(browser, origin, account.username, temporary, options);
  await signIn(who);
  await changeFirstPassword(who, 'Seven trees on hill 26');
  return who;
}

/** The clerk's report: 三河市 was named, with its document. */
async function reportTitle({ page }: Person): Promise<void> {
  await page.goto('/admin');
  const card = page.locator('li, article, section').filter({
    has: page.getByRole('heading', { name: '省级森林城市' }),
  });
  await card
    .last()
    .getByRole('link', { name: /报告变化/ })
    .click();
  await page.getByRole('radio', { name: /^授予称号/ }).check();
  const effective = page.getByRole('group', { name: '生效日期' });
  await effective.getByLabel('年').fill('2026');
  await effective.getByLabel('月').fill('9');
  await page.getByLabel('文件标题').fill('关于授予三河市称号的通知（测试）');
  await page.getByLabel('发文机关').fill('测试机关');
  await page.getByLabel('文件', { exact: true }).setInputFiles({
    name: '通知.pdf',
    mimeType: 'application/pdf',
    buffer: pdfDocument('通知'),
  });
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText('已提交。').waitFor();
}

describe.each(['SQLite', 'PostgreSQL'] as const)('the whole way on %s', (database) => {
  let server: PostgresServer | undefined;
  let site: RunningSite;

  beforeAll(async () => {
    server = database === 'PostgreSQL' ? await startPostgres() : undefined;
    site = await startSite({ ...(server && { DATABASE_URL: server.url }) });
  });
  afterAll(async () => {
    await site.stop();
    await server?.stop();
  });

  it('leads from the set-up link to a public map that has changed, and a log that proves it', async () => {
    const { origin } = site;
    const link = await setUpLink(site);
    const administrator = await person(browser, origin, 'admin', 'oak elm birch 2026', desktop);
    await setUpAdministrator(administrator, link, '管理员甲');
    await setUpSecondFactor(administrator);

    const clerk = await employ(
      administrator,
      origin,
      { username: 'clerk', name: '填报员乙', posts: ['县级填报员'], county: sanhe },
      phone,
    );
    const approver = await employ(administrator, origin, {
      username: 'approver',
      name: '审核员丙',
      posts: ['市级审核员'],
    });
    await setUpSecondFactor(approver);

    // A citizen has the public page open, and leaves it alone.
    const citizen = await person(browser, origin, 'citizen', '', desktop);
    await citizen.page.goto('/?theme=provincial');
    const county = citizen.page.locator(`svg a[href*="${sanhe}"]`).first();
    const card = citizen.page.locator('article').filter({ hasText: '省级森林城市' });
    expect(await county.getAttribute('aria-label')).toContain('省级森林城市——已申请');
    expect(await card.innerText()).toContain('确定的有0个');

    await reportTitle(clerk);

    await approver.page.goto('/admin/inbox');
    await approver.page
      .getByRole('link', { name: /三河市/ })
      .first()
      .click();
    const effect = await approver.page.getByRole('region', { name: '核准以后的效果' }).innerText();
    expect(effect).toMatch(/申请[\s\S]*→[\s\S]*授予称号/);
    expect(effect).toMatch(/省级森林城市\D*0 → 1\D*要求5个/);
    await approver.page.getByRole('button', { name: '核准' }).click();
    const approvedAt = Date.now();
    await citizen.page.waitForFunction(
      (code) =>
        document
          .querySelector(`svg a[href*="${code}"]`)
          ?.getAttribute('aria-label')
          ?.includes('省级森林城市——已授予'),
      sanhe,
      { timeout: 5000 },
    );
    const seconds = (Date.now() - approvedAt) / 1000;
    console.log(`${database}: an approval reached the open page after ${seconds.toFixed(2)} s`);
    expect(await card.innerText()).toContain('确定的有1个');

    const auditor = await employ(administrator, origin, {
      username: 'auditor',
      name: '审计员丁',
      posts: ['审计员'],
    });
    await setUpSecondFactor(auditor);
    await auditor.page.goto(`/admin/log?division=${sanhe}`);
    const told = await auditor.page.locator('tbody tr').allInnerTexts();
    // The five of the report, after the one that gave the county its clerk.
    const newestFirst = ['写入', '核准', '提交', '添加附件', '起草', '创建账号'];
    expect(told).toHaveLength(newestFirst.length);
    newestFirst.forEach((word, index) => expect(told[index]).toContain(word));
    await auditor.page.goto('/admin/log');
    expect(await auditor.page.locator('main').innerText()).toMatch(/链条完整/);

    for (const who of [administrator, clerk, approver, citizen, auditor]) {
      expect(who.faults, who.username).toEqual([]);
      await who.close();
    }
  }, 180_000);
});

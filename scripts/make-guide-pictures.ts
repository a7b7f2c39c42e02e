/** Makes the pictures of docs/guide from the demonstration, and counts what a first report costs. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { pdfDocument } from '../tests/office/document.ts';
import {
  changeFirstPassword,
  createAccount,
  person,
  setUpAdministrator,
  setUpSecondFactor,
  signIn,
  type NewAccount,
  type Person,
} from '../tests/e2e/office/person.ts';
import { startSite, type RunningSite } from '../tests/e2e/running-site.ts';
import { createCamera, pictureWidth } from './guide/camera.ts';
import { createHand, type Effort } from './guide/hand.ts';
import { reportOnFirstDay, type FirstDay } from './guide/report.ts';

const help = `Usage: npm run guide-pictures [-- --to DIR]

Starts the build that is there on the demonstration data, goes through one day of every post and
writes the pictures of docs/guide. Prints what the way from the first sign-in to a submitted report
costs a person who types 4 characters a second and needs 1.5 seconds to find each control.

The browser must speak Chinese (on Debian the package chromium-l10n): its date boxes are in pictures.

  --to DIR   where the pictures go (default: docs/guide/pictures)
  --help     this text`;

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: pictureWidth / 390 };
const desktop = { viewport: { width: pictureWidth, height: 900 } };
const wide = { viewport: { width: 1440, height: 900 } };
const still = { reducedMotion: 'reduce' } as const;
const password = 'Seven trees on hill 26';
/** In the demonstration it has passed the review and waits to be named. */
const county = '131023';
const otherCounty = '131025';

const document = {
  title: '关于授予省级森林城市称号的通知（演示）',
  publisher: '演示机关',
  file: { name: '通知（演示）.pdf', mimeType: 'application/pdf', buffer: pdfDocument('演示') },
};

async function setUpLink(site: RunningSite): Promise<string> {
  for (;;) {
    const link = /\/admin\/set-up\/\S+/.exec(site.output())?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function photograph(site: RunningSite, browser: Browser, folder: string): Promise<void> {
  const { origin } = site;
  const camera = createCamera(folder);
  const hand = () => createHand({ secondsToFind: 1.5, charactersPerSecond: 4 }, Date.now);

  const link = await setUpLink(site);
  const administrator = await person(browser, origin, 'admin', password, { ...desktop, ...still });
  const desk = administrator.page;
  await desk.goto(link);
  await camera(desk, 'set-up');
  await setUpAdministrator(administrator, link, '管理员甲');
  await desk.getByLabel('密码').fill(administrator.password);
  await desk.getByRole('button', { name: '下一步' }).click();
  await desk.getByRole('heading', { name: '第一步' }).waitFor();
  await camera(desk, 'second-factor');
  await desk.goto('/admin/own-account/second-factor');
  await setUpSecondFactor(administrator);

  const clerkAccount = {
    username: 'tianbao-yi',
    name: '填报员乙',
    posts: ['县级填报员'],
    county,
  };
  await desk.goto('/admin/accounts/new');
  await desk.getByLabel('姓名').fill(clerkAccount.name);
  await desk.getByLabel('用户名').fill(clerkAccount.username);
  await desk.getByLabel('县级填报员').check();
  await desk.getByLabel('所属县（市、区）').selectOption(county);
  await camera(desk, 'new-account');
  const temporaryPassword = await createAccount(administrator, clerkAccount);
  await camera(desk, 'temporary-password');

  async function employ(account: NewAccount, options: object): Promise<Person> {
    const temporary = await createAccount(administrator, account);
    const who = await person(browser, origin, account.username, temporary, {
      ...options,
      ...still,
    });
    await signIn(who);
    await changeFirstPassword(who, password);
    return who;
  }
  const head = await employ(
    { username: 'fuze-bing', name: '负责人丙', posts: ['县级负责人'], county },
    phone,
  );
  const approver = await employ(
    { username: 'shenhe-ding', name: '审核员丁', posts: ['市级审核员'] },
    desktop,
  );
  await setUpSecondFactor(approver);

  const clerk = await person(browser, origin, clerkAccount.username, temporaryPassword, {
    ...phone,
    ...still,
  });
  const day: FirstDay = {
    username: clerkAccount.username,
    temporaryPassword,
    password,
    ...document,
  };
  const onPhone = hand();
  await reportOnFirstDay(clerk.page, onPhone, day, async (at, page) => {
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
        await camera(page, 'report-files', {
          part: page.locator('section').nth(2),
          height: 760,
        });
        return;
      case 'submitted':
        await camera(page, 'submitted', { height: 844 });
    }
  });

  const check = async (takes: boolean) => {
    await head.page.goto('/admin');
    await head.page.locator('#to-check ~ ul a').first().click();
    if (takes) await camera(head.page, 'head-check', { height: 844 });
    await head.page.getByRole('button', { name: '核对无误，报市级' }).click();
    await head.page.getByText('已核对，报市级核准。').waitFor();
  };
  const openInbox = async () => {
    await approver.page.goto('/admin/inbox');
  };
  const openFirst = () => approver.page.locator('main ol a').first().click();
  await check(true);
  await openInbox();
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
  await openInbox();
  await openFirst();
  await approver.page.getByRole('button', { name: '核准', exact: true }).click();
  await approver.page.getByText('已核准，地图已更新。').waitFor();

  const cityClerk = await employ(
    { username: 'tianbao-wu', name: '填报员戊', posts: ['市级填报员'] },
    desktop,
  );
  await cityClerk.page.goto('/admin/reporting');
  await camera(cityClerk.page, 'reporting', { height: 640 });

  const auditor = await employ(
    { username: 'shenji-ji', name: '审计员己', posts: ['审计员'] },
    desktop,
  );
  await setUpSecondFactor(auditor);
  await auditor.page.goto(`/admin/log?division=${county}`);
  await camera(auditor.page, 'log', { height: 1000 });

  const other = { username: 'tianbao-geng', name: '填报员庚', posts: ['县级填报员'] };
  const otherPassword = await createAccount(administrator, { ...other, county: otherCounty });
  const atADesk = await person(browser, origin, other.username, otherPassword, wide);
  const onDesk = hand();
  await reportOnFirstDay(
    atADesk.page,
    onDesk,
    { ...day, username: other.username, temporaryPassword: otherPassword },
    () => Promise.resolve(),
  );
  tell('390 px', onPhone.effort());
  tell('1440 px', onDesk.effort());
}

/** Readers of the guide have a Chinese browser; one without that language falls back to English. */
async function speaksChinese(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  await page.setContent('<input required>');
  const words = await page.locator('input').evaluate((box: HTMLInputElement) => {
    return box.validationMessage;
  });
  await page.close();
  return /\p{Script=Han}/u.test(words);
}

function tell(where: string, { controls, characters, seconds }: Effort): void {
  console.log(
    `First sign-in to submitted report at ${where}: ${controls} controls, ` +
      `${characters} characters, ${seconds.toFixed(0)} s`,
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: 'docs/guide/pictures' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  mkdirSync(values.to, { recursive: true });
  const site = await startSite({ DATA_DIR: 'data/demo' });
  const browser = await launchBrowser({ language: 'zh-CN' });
  try {
    if (!(await speaksChinese(browser))) {
      console.error(
        'The pictures need a browser whose own words are Chinese, as its date boxes show them: ' +
          'on Debian and Ubuntu, apt-get install chromium-l10n.',
      );
      return 1;
    }
    await photograph(site, browser, values.to);
    return 0;
  } finally {
    await browser.close();
    await site.stop();
  }
}

process.exitCode = await main();

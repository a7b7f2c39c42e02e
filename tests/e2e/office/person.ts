/** Somebody who works in the office, in a browser of their own, doing what the pages let them do. */
import { TOTP, URI } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Colleague } from '../../office/employ.ts';

export interface Person {
  readonly username: string;
  readonly page: Page;
  password: string;
  /** The authenticator app on the person's phone, once there is one. */
  app: TOTP | null;
  /** Uncaught errors, console errors and violations of the content security policy. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** A person's browser, nobody signed in. */
export async function person(
  browser: Browser,
  origin: string,
  username: string,
  password: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: origin, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      faults.push(message.text());
    }
  });
  return { username, page, password, app: null, faults, close: () => context.close() };
}

const longerThanAStep = 31_000;

/** The code the app shows now; a code once used is refused, so a second one is waited for. */
export async function nextCode(who: Person, used?: string): Promise<string> {
  if (!who.app) throw new Error(`${who.username} has no authenticator app`);
  const until = Date.now() + longerThanAStep;
  for (;;) {
    const code = who.app.generate();
    if (code !== used) return code;
    if (Date.now() > until) throw new Error('The code did not change');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Uses the one-time link; ends at the page that asks for the second factor. */
export async function setUpAdministrator(who: Person, link: string, name: string): Promise<void> {
  const { page } = who;
  await page.goto(link);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('用户名').fill(who.username);
  await page.getByLabel('密码', { exact: true }).fill(who.password);
  await page.getByLabel('再填一遍密码').fill(who.password);
  await page.getByRole('button', { name: '创建并继续' }).click();
  await page.getByRole('heading', { name: '启用双重验证' }).waitFor();
}

/** Sets up the app from the secret on the page and answers the code that was used. */
export async function setUpSecondFactor(who: Person): Promise<string> {
  const { page } = who;
  await page.getByLabel('密码').fill(who.password);
  await page.getByRole('button', { name: '下一步' }).click();
  const link = page.getByRole('link', { name: '在本机的验证器应用中打开' });
  const app = URI.parse((await link.getAttribute('href')) ?? '');
  if (!(app instanceof TOTP)) throw new Error('The link is for no authenticator app');
  who.app = app;
  const code = await nextCode(who);
  await page.getByRole('textbox', { name: '验证码' }).fill(code);
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await page.getByText('双重验证已启用。').first().waitFor();
  return code;
}

export interface NewAccount {
  readonly username: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly county?: string;
}

/** As the administrator: makes an account and answers its temporary password. */
export async function createAccount(administrator: Person, account: NewAccount): Promise<string> {
  const { page } = administrator;
  await page.goto('/admin/accounts/new');
  await page.getByLabel('姓名').fill(account.name);
  await page.getByLabel('用户名').fill(account.username);
  for (const post of account.posts) await page.getByLabel(post).check();
  if (account.county) await page.getByLabel('所属县（市、区）').selectOption(account.county);
  await page.getByRole('button', { name: '创建账号' }).click();
  return (await page.locator('dt:text-is("临时密码") + dd').innerText()).trim();
}

/** Signs in with the password alone; where it leads is for the caller to see. */
export async function signIn(who: Person): Promise<void> {
  const { page } = who;
  await page.goto('/admin/sign-in');
  await page.getByLabel('用户名').fill(who.username);
  await page.getByLabel('密码').fill(who.password);
  await page.getByRole('button', { name: '登录' }).click();
}

/** The first sign-in: the temporary password makes way for one of one's own. */
export async function changeFirstPassword(who: Person, next: string): Promise<void> {
  const { page } = who;
  await page.getByLabel('现在的密码').fill(who.password);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再填一遍密码').fill(next);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByRole('heading', { name: '修改密码' }).waitFor({ state: 'detached' });
  who.password = next;
}

/** A colleague of a prepared office at a browser of their own, signed in already. */
export async function arrive(
  browser: Browser,
  origin: string,
  { username, password, app, cookie }: Colleague,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const who = await person(browser, origin, username, password, options);
  who.app = app;
  const cookies = cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin };
  });
  await who.page.context().addCookies(cookies);
  return who;
}

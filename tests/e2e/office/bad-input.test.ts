/** What goes wrong at the form of a report on a phone, with a script and without: told, and nothing lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fault, fileFault, words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { launchBrowser } from '../browser.ts';
import { arrive, signIn, type Person } from './person.ts';
import { type NewColleague } from '../../office/employ.ts';
import { colleague, startPreparedSite, type PreparedSite } from './prepared-office.ts';
import {
  beginReport,
  choose,
  fillReport,
  goodFile,
  press,
  submitReport,
  toldAt,
  typed,
  wholeReport,
} from './report-page.ts';

/** For each test a county of its own, so that none waits for another's report. */
const counties = {
  fields: ['131002', '131003'],
  files: ['131022', '131023'],
  tampered: ['131024', '131025'],
  signedOut: ['131026', '131028'],
  twice: ['131081', '131082'],
} as const;
type Topic = keyof typeof counties;

const clerks = Object.values(counties)
  .flat()
  .map((county): NewColleague => ({
    username: `clerk-${county}`,
    posts: ['county-clerk'],
    county,
  }));

let browser: Browser;
let site: PreparedSite<null>;
beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [...clerks, { username: 'admin', posts: ['administrator'] }],
      async () => null,
    ),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** A form of the office, sent by the colleague without a browser. */
function post(username: string, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(site.origin + path, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      origin: site.origin,
      cookie: colleague(site, username).cookie,
    },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

/** The administrator disables the account and enables it again: every session of it is over. */
async function endSessions(username: string): Promise<void> {
  const { id } = colleague(site, username).actor;
  for (const action of ['disable', 'enable']) {
    const page = await fetch(`${site.origin}/admin/accounts/${id}`, {
      headers: { accept: 'text/html', cookie: colleague(site, 'admin').cookie },
    });
    const version = /name="version" value="(\d+)"/.exec(await page.text())?.[1] ?? '';
    const answer = await post('admin', `/admin/accounts/${id}?/${action}`, {
      confirm: 'yes',
      version,
    });
    expect(answer.status).toBe(303);
  }
}

/** Sends the form and answers the status of what came back. */
async function send(page: Page, button: Parameters<typeof press>[1]): Promise<number> {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await press(page, button);
  const response = await answered;
  await page.waitForLoadState();
  return response.status();
}

describe.each([
  ['with JavaScript', true, 0],
  ['without JavaScript', false, 1],
] as const)('a clerk on a phone %s', (_, javaScriptEnabled, index) => {
  const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled };
  const visitFor = (topic: Topic): Promise<Person> =>
    arrive(browser, site.origin, colleague(site, `clerk-${counties[topic][index]}`), phone);

  it('is told beside each field what is missing or cannot be, and writes on', async () => {
    const who = await visitFor('fields');
    const { page } = who;
    await beginReport(page, { ...wholeReport, year: '2025', month: '2', day: '30', publisher: '' });
    const before = await typed(page);
    expect(await send(page, 'submit')).toBe(422);
    expect(await toldAt(page, 'effective')).toContain(fault('not-a-date', {}, 'effective'));
    expect(await toldAt(page, 'publisher')).toContain(fault('required', {}, 'publisher'));
    expect(await toldAt(page, 'files')).toContain(fault('file-required', {}, 'files'));
    expect(await typed(page)).toEqual(before);
    // Every message stands within the width of the phone.
    const widths = await page
      .locator('html')
      .evaluate((root) => [root.scrollWidth, root.clientWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);

    const future = String(new Date().getFullYear() + 1);
    await fillReport(page, { year: future, month: '1', day: '', publisher: '测试机关' });
    expect(await send(page, 'submit')).toBe(422);
    expect(await toldAt(page, 'effective')).toContain('日期不能晚于今天');
    expect((await typed(page))['effective-year']).toBe(future);

    // Digits of a Chinese keyboard.
    await fillReport(page, { year: '２０２６', month: '９' });
    await choose(page, goodFile);
    await submitReport(page);
    expect(await page.locator('main').innerText()).toContain('2026年9月');
    expect(who.faults).toEqual([]);
    await who.close();
  });

  it('is told of each file that is not taken, and of none twice', async () => {
    const who = await visitFor('files');
    const { page } = who;
    await beginReport(page);
    const before = await typed(page);
    const program = { ...goodFile, name: '通知.pdf', buffer: Buffer.from('MZ\x90\x00 a program') };
    const large = {
      ...goodFile,
      name: '大文件.pdf',
      buffer: Buffer.concat([goodFile.buffer, Buffer.alloc(21 * 1024 * 1024)]),
    };
    const empty = { ...goodFile, name: '空.pdf', buffer: Buffer.alloc(0) };
    for (const [file, why] of [
      [program, words.fileWrongType],
      [large, words.fileTooLarge],
      [empty, words.fileEmpty],
    ] as const) {
      await choose(page, file);
      if (javaScriptEnabled && file === large) {
        expect(await page.locator('#files-weight').innerText()).toContain(words.fileTooLarge);
      }
      expect(await send(page, 'submit')).toBe(422);
      expect(await toldAt(page, 'files')).toContain(fileFault(file.name, why));
      expect(await typed(page)).toEqual(before);
    }
    // A good one among the bad is kept, so that it need not be chosen again.
    await choose(page, goodFile, { ...program, name: '程序.pdf' });
    expect(await send(page, 'submit')).toBe(422);
    expect(await page.locator('form a[href*="/file/"]').allInnerTexts()).toEqual([goodFile.name]);
    await submitReport(page);
    expect(who.faults).toEqual([]);
    await who.close();
  });

  it('cannot report a stage the track lacks, nor for another county', async () => {
    const who = await visitFor('tampered');
    const { page } = who;
    await beginReport(page);
    await page
      .locator('input[name="stage-provincial"]:checked')
      .evaluate((radio) => radio.setAttribute('value', 'no-such-stage'));
    await choose(page, goodFile);
    expect(await send(page, 'submit')).toBe(422);
    expect(await toldAt(page, 'stage')).toContain(fault('unknown-stage', {}, 'stage'));
    expect(await page.locator('[name=title]').inputValue()).toBe(wholeReport.title);

    await beginReport(page);
    await page.locator('input[name=division]').evaluate((field) => {
      field.setAttribute('value', '131002001');
    });
    expect(await send(page, 'submit')).toBe(403);
    await beginReport(page);
    await page.locator('input[name=division]').evaluate((field) => {
      field.setAttribute('value', '131000');
    });
    expect(await send(page, 'saveDraft')).toBe(403);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(stopWords.refused.title);
    await page.goto('/admin');
    // The one draft of the first try, with its file; nothing of the others.
    expect(await page.locator('section[aria-labelledby=drafts] li').count()).toBe(1);
    expect(who.faults).toEqual([]);
    await who.close();
  });

  it('loses nothing where the session was ended meanwhile', async () => {
    const who = await visitFor('signedOut');
    const { page } = who;
    await beginReport(page);
    await choose(page, goodFile);
    const before = await typed(page);
    await endSessions(who.username);
    expect(await send(page, 'submit')).toBe(401);
    expect(await page.locator('main').innerText()).toContain(words.signedOutHow);
    expect(await typed(page)).toEqual(before);
    // A browser does not send a file again: its name is told.
    expect(await page.locator('main').innerText()).toContain(goodFile.name);

    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: words.signIn }).click();
    const second = await opened;
    await second.waitForLoadState();
    await second.getByLabel('用户名').fill(who.username);
    await second.getByLabel('密码').fill(who.password);
    await second.getByRole('button', { name: '登录' }).click();
    await second.waitForURL('**/admin/own-account');
    await second.close();

    await choose(page, goodFile);
    await submitReport(page);
    for (const text of [wholeReport.title, wholeReport.documentNumber, wholeReport.note]) {
      expect(await page.locator('main').innerText()).toContain(text);
    }
    expect(who.faults).toEqual([]);
    await who.close();
  });

  it('makes one report by pressing twice, and by sending the same form again', async () => {
    const who = await visitFor('twice');
    const { page } = who;
    await beginReport(page);
    await choose(page, goodFile);
    const form = page.locator('form[data-unsaved]');
    const fields = await form.evaluate((element) =>
      [...new FormData(element as HTMLFormElement)].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value] as const] : [],
      ),
    );
    await page.getByRole('button', { name: words.submit, exact: true }).dblclick();
    await page.waitForURL('**/admin/submission/**');
    const reports = async () => {
      await page.goto('/admin');
      return page.locator('section li a[href^="/admin/submission/"]').count();
    };
    expect(await reports()).toBe(1);
    const again = await post(who.username, '/admin/report?/submit', Object.fromEntries(fields));
    expect(again.status).toBe(303);
    expect(again.headers.get('location')).toContain('done=repeated');
    expect(await reports()).toBe(1);
    expect(who.faults).toEqual([]);
    await who.close();
  });
});

describe('who signs in', () => {
  it('is told what is missing, and keeps the username', async () => {
    const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
    const clerk = colleague(site, `clerk-${counties.fields[0]}`);
    const who = await arrive(browser, site.origin, { ...clerk, password: 'not this one' }, phone);
    await who.page.context().clearCookies();
    await signIn(who);
    expect(await who.page.locator('[name=username]').inputValue()).toBe(clerk.username);
    expect(await toldAt(who.page, 'username')).not.toBe('');
    await who.close();
  });
});

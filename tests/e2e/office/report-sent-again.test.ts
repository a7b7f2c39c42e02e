/** A report on a phone that is sent again, after the session ended or by pressing twice: once, and nothing lost. */
import { describe, expect, it } from 'vitest';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { clerksOf, phone, send, waysOfAPhone } from './clerks-on-phones.ts';
import type { Person } from './person.ts';
import { colleague, startPreparedSite } from './prepared-office.ts';
import { beginReport, choose, goodFile, submitReport, typed, wholeReport } from './report-page.ts';
import { staffedSite } from './staffed-site.ts';

/** For each test a county of its own, so that none waits for another's report. */
const counties = {
  signedOut: ['131026', '131028'],
  twice: ['131081', '131082'],
} as const;
type Topic = keyof typeof counties;

const office = staffedSite(() =>
  startPreparedSite(
    {},
    [...clerksOf(Object.values(counties).flat()), { username: 'admin', posts: ['administrator'] }],
    async () => null,
  ),
);

/** A form of the office, sent by the colleague without a browser. */
function post(username: string, path: string, fields: Record<string, string>): Promise<Response> {
  return fetch(office.site.origin + path, {
    method: 'POST',
    headers: {
      accept: 'text/html',
      origin: office.site.origin,
      cookie: colleague(office.site, username).cookie,
    },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

/** The administrator disables the account and enables it again: every session of it is over. */
async function endSessions(username: string): Promise<void> {
  const { id } = colleague(office.site, username).actor;
  for (const action of ['disable', 'enable']) {
    const page = await fetch(`${office.site.origin}/admin/accounts/${id}`, {
      headers: { accept: 'text/html', cookie: colleague(office.site, 'admin').cookie },
    });
    const version = /name="version" value="(\d+)"/.exec(await page.text())?.[1] ?? '';
    const answer = await post('admin', `/admin/accounts/${id}?/${action}`, {
      confirm: 'yes',
      version,
    });
    expect(answer.status).toBe(303);
  }
}

describe.each(waysOfAPhone)('a clerk on a phone %s', (_, javaScriptEnabled, index) => {
  const visitFor = (topic: Topic): Promise<Person> =>
    office.arrives(`clerk-${counties[topic][index]}`, { ...phone, javaScriptEnabled });

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

/** What goes wrong at the form of a report on a phone, with a script and without: told, and nothing lost. */
import { describe, expect, it } from 'vitest';
import { fault, fileFault, words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { stop as stopWords } from '../../../src/lib/i18n/zh-CN/office-frame.ts';
import { clerksOf, phone, send, waysOfAPhone } from './clerks-on-phones.ts';
import { signIn, type Person } from './person.ts';
import { colleague, startPreparedSite } from './prepared-office.ts';
import {
  beginReport,
  choose,
  fillReport,
  goodFile,
  submitReport,
  toldAt,
  typed,
  wholeReport,
} from './report-page.ts';
import { staffedSite } from './staffed-site.ts';

/** For each test a county of its own, so that none waits for another's report. */
const counties = {
  fields: ['131002', '131003'],
  files: ['131022', '131023'],
  tampered: ['131024', '131025'],
} as const;
type Topic = keyof typeof counties;

const office = staffedSite(() =>
  startPreparedSite({}, clerksOf(Object.values(counties).flat()), async () => null),
);

describe.each(waysOfAPhone)('a clerk on a phone %s', (_, javaScriptEnabled, index) => {
  const visitFor = (topic: Topic): Promise<Person> =>
    office.arrives(`clerk-${counties[topic][index]}`, { ...phone, javaScriptEnabled });

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
});

describe('who signs in', () => {
  it('is told what is missing, and keeps the username', async () => {
    const clerk = colleague(office.site, `clerk-${counties.fields[0]}`);
    const who = await office.arrives(clerk.username, { ...phone, javaScriptEnabled: false });
    who.password = 'not this one';
    await who.page.context().clearCookies();
    await signIn(who);
    expect(await who.page.locator('[name=username]').inputValue()).toBe(clerk.username);
    expect(await toldAt(who.page, 'username')).not.toBe('');
    await who.close();
  });
});

/** The form of a report as a person fills it in, and what stands in it afterwards. */
import type { Page } from 'playwright-core';
import { words } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { pdfDocument } from '../../office/document.ts';

export interface ReportTexts {
  readonly stage?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly documentNumber?: string;
  readonly note?: string;
}

/** Everything a report of a title has, but for its file. */
export const wholeReport: ReportTexts = {
  stage: '授予称号',
  year: '2026',
  month: '9',
  title: '关于授予称号的通知（测试）',
  publisher: '测试机关',
  documentNumber: '测字〔2026〕1号',
  note: '请核对“附件一”与<名单>。',
};

export const goodFile = {
  name: '通知.pdf',
  mimeType: 'application/pdf',
  buffer: pdfDocument('通知'),
};

export async function fillReport(page: Page, texts: ReportTexts): Promise<void> {
  const { stage, year, month, day, title, publisher, documentNumber, note } = texts;
  if (stage !== undefined) {
    await page
      .getByRole('radio', { name: new RegExp(`^${stage}`) })
      .first()
      .check();
  }
  const effective = page.getByRole('group', { name: words.date, exact: true });
  if (year !== undefined) await effective.getByLabel(words.year).fill(year);
  if (month !== undefined) await effective.getByLabel(words.month).fill(month);
  if (day !== undefined) await effective.getByLabel(words.day).fill(day);
  const fields = { title, publisher, documentNumber, note };
  for (const [name, text] of Object.entries(fields)) {
    if (text !== undefined) await page.locator(`[name="${name}"]`).fill(text);
  }
}

/** An empty report of a track, filled in but not sent. */
export async function beginReport(page: Page, texts = wholeReport, track = 'provincial') {
  await page.goto(`/admin/report?track=${track}`);
  await fillReport(page, texts);
}

export async function choose(page: Page, ...files: (typeof goodFile)[]): Promise<void> {
  await page.locator('input[type=file][name=files]').setInputFiles(files);
}

export function press(page: Page, button: 'submit' | 'saveDraft' | 'preview'): Promise<void> {
  return page.getByRole('button', { name: words[button], exact: true }).click();
}

/** Presses 提交 and waits for the page that says it was. */
export async function submitReport(page: Page): Promise<void> {
  await press(page, 'submit');
  await page.getByText(reviewWords.submittedNotice).first().waitFor();
}

/** What stands in the form, name by name; not what the page itself wrote into it, nor the files. */
export async function typed(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.locator('form[data-unsaved]').evaluate((form) => {
    const own = new Set(['key', 'version', 'asOf', 'division', 'retracts', 'files']);
    const entries = [...new FormData(form as HTMLFormElement)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' && !own.has(name) && !name.startsWith('take-')
        ? [[name, value] as const]
        : [],
    );
    return Object.fromEntries(entries);
  });
}

/** What is told beside a field, or nothing. */
export async function toldAt(page: Page, field: string): Promise<string> {
  const told = page.locator(`#${field}-error`);
  return (await told.count()) === 0 ? '' : (await told.first().innerText()).trim();
}

/** The two imports as a clerk of 三河 works through them, step by step: of a ledger, and of positions. */
import type { Page } from 'playwright-core';
import { geodata } from '../../../src/lib/i18n/zh-CN/geodata.ts';
import { words } from '../../../src/lib/i18n/zh-CN/office-import.ts';
import { levels, words as placeWords } from '../../../src/lib/i18n/zh-CN/office-places.ts';

export const ownCounty = '131082';

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface ImportPage {
  readonly what: string;
  readonly path: '/admin/import' | '/admin/places';
  readonly upload: string;
  readonly confirm: string;
  /** What is asked of whoever confirms before all is settled. */
  readonly unsettled: string;
  readonly changedMeanwhile: string;
  /** With one row that names no unit, as it is written. */
  readonly file: ChosenFile;
  /** The same, and large enough to need room of its own. */
  readonly large: ChosenFile;
  /** Chooses in the form what the file holds. */
  fill(page: Page): Promise<void>;
  /** What `fill` chose, as it stands in the form. */
  filled(page: Page): Promise<string>;
  /** What else is to be filled in before it is confirmed. */
  complete(page: Page): Promise<void>;
}

const csv = (name: string, lines: readonly string[]): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${lines.join('\n')}\n`),
});
/** Two megabytes, in cells as long as Excel's may be. */
const remarks = (lines: readonly string[]): readonly string[] => [
  `${lines[0]},备注`,
  ...lines.slice(1).map((line) => `${line},`),
  ...Array.from({ length: 70 }, () => `,,,${'注'.repeat(10_000)}`),
];
const ledger = [
  '乡镇,村,认定年份',
  '皇庄镇,白塔寺村,2023',
  '皇庄镇,赵庄子村,2023',
  '皇庄镇,韶道安村,2023',
];
const positions = [
  '乡镇,村,经度,纬度',
  '皇庄镇,白塔寺村,117.01,39.95',
  '皇庄镇,赵庄子村,117.02,39.96',
  '皇庄镇,韶道安村,117.03,39.94',
];

export const imports: readonly ImportPage[] = [
  {
    what: 'a ledger',
    path: '/admin/import',
    upload: words.upload,
    confirm: words.confirm,
    unsettled: words.unsettled,
    changedMeanwhile: words.changedMeanwhile,
    file: csv('名单.csv', ledger),
    large: csv('名单.csv', remarks(ledger)),
    fill: async (page) => void (await page.locator('#track').selectOption('village')),
    filled: (page) => page.locator('#track').inputValue(),
    complete: () => Promise.resolve(),
  },
  {
    what: 'positions',
    path: '/admin/places',
    upload: placeWords.upload,
    confirm: placeWords.confirm,
    unsettled: placeWords.unsettled,
    changedMeanwhile: placeWords.changedMeanwhile,
    file: csv('虚构位置.csv', positions),
    large: csv(
      '虚构位置.csv',
      remarks(positions).map((line) => line.replace(/^,,,/, ',,,,')),
    ),
    fill: async (page) => {
      await page.getByLabel(placeWords.level).selectOption({ label: levels.village });
      await page.getByLabel(placeWords.datum).selectOption({ label: geodata.datumNames.wgs84 });
    },
    filled: (page) => page.getByLabel(placeWords.level).inputValue(),
    complete: async (page) => {
      await page.getByLabel(placeWords.sourceTitle).fill('测试用的虚构位置');
      await page.getByLabel(placeWords.publisher).fill('测试机关');
    },
  },
];

/** The form, filled in, with the file chosen; not sent. */
export async function beginImport(page: Page, kind: ImportPage, file = kind.file): Promise<void> {
  await page.goto(kind.path);
  await kind.fill(page);
  await chooseFile(page, file);
}

export function chooseFile(page: Page, file: ChosenFile): Promise<void> {
  return page.locator('input[type=file]').setInputFiles(file);
}

export function press(page: Page, button: string): Promise<void> {
  return page.getByRole('button', { name: button, exact: true }).last().click();
}

/** Sends it, and waits for the preview; answers its address. */
export async function sendImport(page: Page, kind: ImportPage): Promise<string> {
  await press(page, kind.upload);
  await page.waitForURL(new RegExp(`${kind.path}/[0-9a-f-]{36}$`));
  return new URL(page.url()).pathname;
}

/** The choice that the misspelt village is the one meant. */
export const meant = (page: Page) => page.getByRole('radio', { name: /韶道庵/ });

/** Chooses it, looks again, and fills in what else is asked: all that is left is to confirm. */
export async function settleImport(page: Page, kind: ImportPage): Promise<void> {
  await meant(page).check();
  await press(page, words.recheck);
  await page.getByText(words.rechecked).waitFor();
  await kind.complete(page);
}

/** Confirms, and waits for the report that was made; answers its address. */
export async function confirmImport(page: Page, kind: ImportPage): Promise<string> {
  await press(page, kind.confirm);
  return reportOf(page);
}

/** The report an import led to. */
export async function reportOf(page: Page): Promise<string> {
  await page.waitForURL(/\/admin\/submission\/[^?]+\?done=/);
  return new URL(page.url()).pathname;
}

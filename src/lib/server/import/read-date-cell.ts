/** Dates as ledgers write them, exact to the day, the month or the year. */
import { intervalOf, type Day, type PartialDate } from '../../domain/date.ts';
import type { RowFaultCode } from '../../domain/ledger.ts';
import type { Cell, Workbook } from '../spreadsheet/workbook.ts';

export type DateReading =
  | { readonly status: 'date'; readonly date: PartialDate }
  | {
      readonly status: 'fault';
      readonly code: Extract<
        RowFaultCode,
        'not-a-date' | 'date-range' | 'batch-for-date' | 'two-digit-year' | 'one-or-ten' | 'future'
      >;
    };

/** No title of a forest city, township or village is older than the republic that gives it. */
const firstYear = 1949;

const chineseDigits: ReadonlyMap<string, string> = new Map(
  [...'零〇○一二三四五六七八九'].map((digit, at) => [digit, String(Math.max(0, at - 2))]),
);

const year = '(\\d{4})';
const month = '(\\d{1,2})';
const patterns = [
  new RegExp(`^${year}(?:年度?)?$`),
  new RegExp(`^${year}[年./-]${month}(?:月份?)?$`),
  new RegExp(`^${year}[年./-]${month}[月./-](\\d{1,2})[日号]?$`),
  /^(\d{4})(\d{2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/** `23年6月`, `23.6`, `6/12/23`: a year of two digits, wherever it stands. */
const twoDigits = /^\d{6}$|^\d{2}(?:年|[./-]\d{1,2})|^\d{1,2}[./-]\d{1,2}[./-]\d{2}$/;

/** `2021-2023`, `2021、2022年`, `2023年5-6月`. */
const range =
  /^\d{4}年?(?:度)?(?:-|~|至|到|及|和|\/|\.|,|;)+\d{4}年?(?:度)?$|^\d{4}年?[./-]?\d{1,2}月?(?:-|~|至|到)\d{1,2}月$|^\d{4}年\d{1,2}月.*(?:-|~|至|到)\d{4}年\d{1,2}月/;

const batch = /^第?[\d一二三四五六七八九十]{1,3}批次?$/;
/** What may follow a date and says nothing of it: 2023年第一批, 2023年认定. */
const afterDate =
  /^(\d{4}年.*?|\d{4})(?:第?[\d一二三四五六七八九十]{1,3}批次?)?(?:认定|命名|授予|授牌|批准|公布)?$/;

/**
 * The date of the cell. `kind`: where the file carries no numbers (CSV, a pasted block), 2023.1 may be a
 * 2023.10 that a spreadsheet took for a number, as it may in a cell that holds a number.
 */
export function readDate(
  cell: Cell,
  text: string,
  { today, kind }: { readonly today: Day; readonly kind: Workbook['kind'] },
): DateReading {
  const plain = arabic(text.normalize('NFKC').replace(/\s+(\d{1,2}:\d{2}.*)$/, ''));
  const lastYear = String(Number(today.slice(0, 4)) + 20);
  const mayBeNumber = cell.kind === 'number' || kind !== 'xlsx';
  if (mayBeNumber && /^\d{4}\.1$/.test(plain)) return { status: 'fault', code: 'one-or-ten' };
  const bare = afterDate.exec(plain)?.[1] ?? plain;
  for (const pattern of patterns) {
    const match = pattern.exec(bare);
    if (!match) continue;
    const [, ...parts] = match;
    // 230612 is a year of two digits, not the year 2306.
    if (/^\d{6}$/.test(plain) && plain.slice(0, 4) > lastYear) break;
    const date = parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-');
    const interval = intervalOf(date);
    if (!interval || Number(parts[0]) < firstYear) return { status: 'fault', code: 'not-a-date' };
    if (interval.start > today) return { status: 'fault', code: 'future' };
    return { status: 'date', date };
  }
  if (range.test(plain)) return { status: 'fault', code: 'date-range' };
  if (batch.test(plain)) return { status: 'fault', code: 'batch-for-date' };
  return { status: 'fault', code: twoDigits.test(plain) ? 'two-digit-year' : 'not-a-date' };
}

/** 二〇二三年十二月 as 2023年12月; no spaces, one kind of stroke. */
function arabic(text: string): string {
  return text
    .replace(/T\d{2}:\d{2}.*$/, '')
    .replace(/\s+/g, '')
    .replace(/[—–－−]/g, '-')
    .replace(/[。．、]/g, '.')
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号])/g, tens)
    .replace(/[零〇○一二三四五六七八九]/g, (digit) => chineseDigits.get(digit) ?? digit);
}

function tens(_: string, before: string, after: string): string {
  return `${before === '' ? '一' : before}${after === '' ? '〇' : after}`;
}

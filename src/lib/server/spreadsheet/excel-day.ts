/** Days as workbooks count them, and which cells hold one. */

const dayLength = 86_400_000;

/** 9999-12-31, the last day Excel knows, in both systems. */
const lastDay = 2_958_465;
const lastDay1904 = 2_957_003;

/**
 * The calendar day (`YYYY-MM-DD`) of a day number; the time of day is left out. `null` where the number is
 * no day: below the first, beyond the year 9999, and 60 in the 1900 system, the 29 February 1900 that
 * Excel kept from Lotus 1-2-3 and that never was.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const whole = Math.floor(serial);
  if (is1904) return whole < 0 || whole > lastDay1904 ? null : dayAfter('1904-01-01', whole);
  if (whole < 1 || whole === 60 || whole > lastDay) return null;
  return dayAfter(whole < 60 ? '1899-12-31' : '1899-12-30', whole);
}

function dayAfter(start: string, days: number): string {
  return new Date(Date.parse(start) + days * dayLength).toISOString().slice(0, 10);
}

/** The day of a cell that carries it in words (`t="d"`, ISO 8601); `null` for a time alone or anything else. */
export function dayOfIso(text: string): string | null {
  const [, day] =
    /^(\d{4}-\d{2}-\d{2})(?:T[\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  const time = Date.parse(day);
  // 2025-02-31 would roll over into March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? null : day;
}

/** Built-in formats that show a day (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 as Chinese Excel uses them). Formats of time alone are not among them. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a built-in number format shows a day. */
export function isBuiltInDayFormat(id: number): boolean {
  return builtIn.has(id);
}

/** Whether a format's code shows a day: `yyyy"年"m"月"`, `m/d/yy`, `[$-804]aaaa`; not `0.00`, `h:mm`, `0"d"`. */
export function isDayFormat(code: string): boolean {
  if (/general|通用/i.test(code)) return false;
  const letters = code
    // Words in quotes, escaped letters, widths and fillings are shown as they stand.
    .replace(/"[^"]*"?|[\\_*]./gs, '')
    // Elapsed time is time.
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    // Colours, conditions, languages.
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/上午\/下午|AM\/PM|A\/P/gi, '')
    // Scientific notation.
    .replace(/E[+-]/gi, '')
    .toLowerCase();
  const [first = ''] = letters.split(';');
  if (/[yde]|aaa/.test(first)) return true;
  // An m is a month, unless hours or seconds stand beside it.
  return first.includes('m') && !/[hs]/.test(first);
}

/**
 * One writing for the many ways ledgers write a name: widths, spaces, brackets, and endings that one
 * writes and another leaves out. A name has several keys, from the most exact to the loosest; two names
 * mean the same where a key of one is a key of the other.
 */

/** The 55 minorities, whose names stand before 自治县 and 乡. */
const minorities =
  '回|满|蒙古|藏|维吾尔|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|土';

const countyEnding = new RegExp(`(?:(?:${minorities})族)*自治县$|[县区市]$`);
const townshipEnding = new RegExp(`(?:(?:(?:${minorities})族)*|民族)[乡镇]$|街道$|地区$`);
const governmentEnding = /(?:人民政府|政府|办事处|街办)$/;
const committeeEnding =
  /(?:村民居民委员会|村民委员会|居民委员会|居民居委会|村民委|居民委|村委会|居委会|村委|居委|街道委员会)$/;
const communityEnding = /(?:社区|行政村|建制村)$/;

const digits = '〇一二三四五六七八九';

/** Without widths, spaces, marks and quotes: what is left is what a person would read aloud. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[【〔[{〈《]/g, '(')
    .replace(/[】〕\]}〉》]/g, ')')
    .replace(/[^\p{L}\p{N}()]/gu, '')
    .replace(/\d+/g, numeral);
}

/** 3村 and 三村 are one village; a longer number (a unit of the army, a year) is read digit by digit. */
function numeral(number: string): string {
  const value = Number(number);
  const digit = (at: number): string => digits[at] ?? '';
  if (number.length > 2 || value === 0) return [...number].map((at) => digit(Number(at))).join('');
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digit(value % 10);
  return tens === 0 ? ones : `${tens === 1 ? '' : digit(tens)}十${ones}`;
}

/** What stands in brackets may be part of the name or a remark on it: without it first, then with it. */
function bracketReadings(text: string): readonly string[] {
  const plain = plainName(text);
  if (!/[()]/.test(plain)) return [plain];
  const without = plain.replace(/\([^()]*\)/g, '').replace(/[()]/g, '');
  const within = plain.replace(/[()]/g, '');
  return without === '' ? [within] : [without, within];
}

/** The text without the ending, unless nothing would be left. */
function without(text: string, ending: RegExp): string {
  const rest = text.replace(ending, '');
  return rest === '' ? text : rest;
}

function distinct(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].filter((key) => key !== '');
}

/** 县、区、市 and 自治县 are optional: 大厂 and 大厂县 are 大厂回族自治县. */
export function countyKeys(text: string): readonly string[] {
  return distinct(
    bracketReadings(text).flatMap((name) => {
      const bare = without(name, governmentEnding);
      return [bare, without(bare, /自治县$/), without(bare, countyEnding)];
    }),
  );
}

/** 镇、乡 and 街道 are optional: a 乡 becomes a 镇 while ledgers go on calling it 乡. */
export function townshipKeys(text: string): readonly string[] {
  return distinct(
    bracketReadings(text).flatMap((name) => {
      const bare = without(name, governmentEnding);
      return [bare, without(bare, /[乡镇]$|街道$/), without(bare, townshipEnding)];
    }),
  );
}

/** 村委会、村民委员会、居委会 and 村 are optional. */
export function villageKeys(text: string): readonly string[] {
  return distinct(
    bracketReadings(text).flatMap((name) => {
      const exact = without(without(name, committeeEnding), communityEnding);
      return [exact, without(exact, /村$/)];
    }),
  );
}

/** The key by which names are compared for likeness. */
export function loosestKey(keys: readonly string[]): string {
  return keys.at(-1) ?? '';
}

/** Whether the name says that it is a community 社区, not a village. */
export function saysCommunity(text: string): boolean {
  return /社区|居委|居民委/.test(plainName(text));
}

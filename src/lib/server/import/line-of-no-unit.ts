/** Lines of a ledger that name no unit: totals, notes, lines over a group of rows, lines at the foot. */

const number = '[\\d一二三四五六七八九十百]+';
// No 户 and 家: 四百户 and 三家 are villages.
const counted = '(?:个|处|项|条)(?:行政村|村庄|村|乡镇|镇)?';

const total = new RegExp(
  `^(?:合计|小计|总计|共计|累计|总数)|(?:合计|小计|总计|共计)$|^共${number}(?:个|村|家|项|条|户)`,
);
const count = new RegExp(`^(?:共|计|合计)?${number}${counted}$|^\\d+(?:\\.\\d+)?$`);
// No 第一: it is a village.
const numbering = new RegExp(`^(?:\\(?${number}[)、.:]?|第${number}[、.:])$`);

/** Who filled the form in, who signed it, whom to call: before a colon, or by itself. */
const asked =
  '填[报表]人|制表|审核|复核|校核|审批|审定|批准人|经办|负责人|联系|填报单位|填报日期|填报时间|填表日期|填表时间|报送|主管领导|分管领导|主要领导|单位负责人|主要负责人|分管负责人|盖章|签字|签章|公章|电话|手机|抄送|抄报|地址';
const note = new RegExp(
  `^\\(?(?:(?:注|备注|说明|示例|例如|例|如|附件|附|单位|制表|日期)[\\d一二三]?[:.]|(?:${asked})(?:[人员]|电话|方式|单位|日期)*(?:\\([^()]*\\))*(?:[:.]|$)|(?:${asked})[^:]{0,8}:|示例|填写说明|填表说明|填报说明|单位\\(?盖章)`,
);
const signature = /(?:盖章|签字|签章|公章)\)?:?$/;
const page = /^(?:第\d+页|共\d+页|-?\d+-$|\d+\/\d+$)/;
const dateLine = /^(?:\d{4}|[二〇○零一三四五六七八九]{4})年.{1,3}月(?:.{1,3}[日号])?$/;
/** What signs a list: an office, not a place. 村民委员会 is no 局. */
const office = /(?:局|办公室|指挥部|领导小组|林业站|中心)(?:\([^()]*\))?$/;

const title =
  /(?:名单|台账|台帐|统计表|汇总表|一览表|明细表|登记表|申报表|情况表|花名册|清单|名录)(?:\([^()]*\))?$/;

/** 一、 and （二） before the name of a group; （25个） and 共25个村 after it. */
const marksBefore = new RegExp(`^(?:\\(${number}\\)|第${number}[、.:]|${number}[、.:])`);
const marksAfter = new RegExp(
  `\\((?:共|计)?${number}个?[^()]{0,4}\\)$|(?:共|计)?${number}个(?:行政村|村庄|村|乡镇)?$`,
);

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** 合计, 小计, 固安县小计, 共25个村. */
export function isTotal(text: string): boolean {
  return total.test(plain(text));
}

/** 12个, 共3个村, 250: how many, not which. */
export function isCount(text: string): boolean {
  return count.test(plain(text));
}

/** 1, (2), ③, 一、, 第四: which in order. */
export function isNumbering(text: string): boolean {
  return numbering.test(plain(text));
}

/** 注：, 填报人, 审核人, 示例, （必填）. */
export function isNote(text: string): boolean {
  const line = plain(text);
  if (note.test(line) || signature.test(line) || page.test(line)) return true;
  return /^\([^()]*\)$/.test(line) && !numbering.test(line);
}

/** A line that stands alone: the day and the office that sign the list, a sentence, a title. */
export function isSoleNote(text: string): boolean {
  const line = plain(text);
  return dateLine.test(line) || office.test(line) || /[。;]$/.test(line) || title.test(line);
}

/** 三河市皇庄镇市级森林村庄名单. */
export function isTitle(text: string): boolean {
  return title.test(plain(text));
}

/** 杨税雾镇: the end of the name of a township or county. */
export function isLikePlace(text: string): boolean {
  return /(?:[镇乡县区市]|街道|办事处)$/.test(groupName(text));
}

/** 〃 and 同上: what stands above. */
export function isDitto(text: string): boolean {
  return /^(?:[〃″"”“'`]{1,2}|同上|同前)$/.test(text.trim());
}

/** The name in a line over a group of rows: 杨税务镇 of 一、杨税务镇（12个）. */
export function groupName(text: string): string {
  return plain(text).replace(/:$/, '').replace(marksBefore, '').replace(marksAfter, '');
}

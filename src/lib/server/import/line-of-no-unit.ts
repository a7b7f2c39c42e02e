/** Lines of a ledger that name no unit: totals, notes, lines over a group of rows. */

const number = '[\\d一二三四五六七八九十百]+';

const total = new RegExp(
  `^(?:合计|小计|总计|共计|累计|总数)|(?:合计|小计|总计|共计)$|^共${number}(?:个|村|家|项|条|户)`,
);
const note =
  /^\(?(?:(?:注|备注|说明|示例|例如|例|如|附件|附|单位|制表)[\d一二三]?[:.]|填报人|填表人|审核人|制表人|经办人|负责人|联系人|联系电话|填报单位|填报日期|填报时间|填表日期|单位负责人|主管领导|分管领导|盖章|示例|填写说明|填表说明|填报说明)/;
/** 一、 and （二） before the name of a group; （25个） and 共25个村 after it. */
const marksBefore = new RegExp(`^(?:\\(${number}\\)|${number}[、.:])`);
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

/** 注：, 填报人, 审核人, 示例, （必填）. */
export function isNote(text: string): boolean {
  const line = plain(text);
  return note.test(line) || /^\([^()]*\)$/.test(line);
}

/** The name in a line over a group of rows: 杨税务镇 of 一、杨税务镇（12个）. */
export function groupName(text: string): string {
  return plain(text).replace(/:$/, '').replace(marksBefore, '').replace(marksAfter, '');
}

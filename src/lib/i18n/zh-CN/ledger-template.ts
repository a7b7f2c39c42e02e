/** Words that stand in workbooks we hand out to be filled in or mended: they are the office's own, and Chinese. */

/** Heading of the column that says what is wrong. */
export const noteHeading = '错误';

/** 市级森林村庄名单模板-三河市.xlsx */
export function templateName(track: string, division: string): string {
  return `${track}名单模板-${division}.xlsx`;
}

export const template = {
  title: (track: string, division: string): string => `${division}${track}名单`,
  fill: '逐行填写。乡镇和村名从下拉列表中选择；时间写到年、月或日；同一份文件的文号各行照写。',
  county: '县（市、区）',
  township: '乡镇',
  village: '村名',
  code: '代码（可不填）',
  effective: '认定时间',
  documentTitle: '文件名称',
  documentNumber: '文号',
  publisher: '发文机关',
  batch: '批次',
  sheet: '名单',
  counties: '县名',
  townships: '乡镇名',
  villages: '村名录',
};

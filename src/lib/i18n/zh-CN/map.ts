/** The words drawn on the map itself, and those that stand under it. */
import { units } from './card.ts';

export const north: string = '北';

/** 20公里 */
export function kilometres(length: number): string {
  return `${length}公里`;
}

/** 审图号：待填报 */
export function approval(approvalNumber: string | null): string {
  return `审图号：${approvalNumber ?? '待填报'}`;
}

export const generalised: string = '边界为概化示意';

/** 已导入12个乡镇的位置，在可缩放的地图上显示 */
export function placed(level: 'township' | 'village', number: number): string {
  return `已导入${units(level, number)}的位置，在可缩放的地图上显示`;
}

const mostDocuments = 3;

/** 甲；乙；丙；等5份文件 */
export function documents(titles: readonly string[]): string {
  const rest = titles.length > mostDocuments ? [`等${titles.length}份文件`] : [];
  return [...titles.slice(0, mostDocuments), ...rest].join('；');
}

/** Without what every name of its kind ends in, where it would not fit its county: 大厂. */
export function shortName(name: string): string {
  return name.replace(/^(..).+自治县$/u, '$1');
}

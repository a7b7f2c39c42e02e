/** One line for each value of the address that could not be followed. */
import type { QueryProblem } from '../../map/url-state.ts';

/** What was wrong, and what is shown instead. */
export function problemLine({ parameter, value, kind }: QueryProblem): string {
  const shown = `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  switch (kind) {
    case 'unknown-theme':
      return `没有专题${shown}，显示国家森林城市专题。`;
    case 'unknown-county':
      return `没有代码为${shown}的县（市、区），未选定任何县（市、区）。`;
    case 'bad-date':
      return `${shown}不是有效日期，应写作2020-12-31的形式；显示最新情况。`;
    case 'future-date':
      return `${shown}晚于今天，显示最新情况。`;
    case 'unknown-class':
      return `当前专题没有类别${shown}，已忽略。`;
    case 'unknown-sort':
      return `不能按${shown}排序，按行政区划代码排序。`;
    case 'unknown-language':
      return `没有语言${shown}，显示中文。`;
    case 'unknown-status':
      return `没有状态${shown}，显示全部状态。`;
    case 'unknown-batch':
      return `没有批次${shown}，显示全部批次。`;
    case 'unknown-page':
      return `没有第${shown}页，显示第1页。`;
    case 'search-too-long':
      return `查找内容${shown}过长（最多50个字），已忽略。`;
    case 'repeated':
      return `参数${parameter}出现多次，只取第一个。`;
  }
}

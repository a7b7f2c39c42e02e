/** The word a target earns. */
import type { Outcome } from '../../domain/outcome.ts';

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: '已达成',
  'met-late': '逾期达成',
  lost: '已失去',
  'not-met': '未达成',
  undetermined: '待核定',
  regressed: '倒退',
  'on-track': '进度正常',
  accelerate: '需加快',
  behind: '滞后',
};

/** What the word means, in one line of the method page. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  met: '确定数已达到要求数，且在期限当日或之前达到。',
  'met-late': '确定数已达到要求数，但在期限之后才达到。',
  lost: '确定数曾经达到要求数，现在低于要求数。',
  'not-met': '期限已过，把所有可能的单位都算上，到期时仍低于要求数。',
  undetermined: '现有填报不足以判断：下限和上限得出的结论不同。待核定不等于未达成。',
  regressed: '期限未到，现有数低于起点的基数。',
  'on-track': '期限未到，进度达到应有进度的要求。',
  accelerate: '期限未到，进度落后于应有进度。',
  behind: '期限未到，进度明显落后于应有进度。',
};

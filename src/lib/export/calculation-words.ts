/** The rules of DESIGN §4, one sentence a step, for people who redo a calculation. */
import type { ExportLanguage } from './provenance.ts';

/** The steps of a calculation, in their order. */
export type StepId =
  | 'denominator'
  | 'required'
  | 'named'
  | 'stated'
  | 'low'
  | 'high'
  | 'gap'
  | 'expected'
  | 'met-on'
  | 'high-at-deadline'
  | 'outcome';

type Words = Readonly<Record<StepId, string>>;

export const stepWords: Readonly<Record<ExportLanguage, Words>> = {
  'zh-CN': {
    denominator: '分母：截至当日有效、计入本目标的单位数。',
    required: '要求数：按比例的，用整数向上取整；按个数的，即该数。',
    named:
      '点名数：当日确定计入的单位（记录已确认、生效区间已结束、所处阶段计入、其后没有可能退出的记录）。',
    stated: '汇总数：当日有效的、关于计入阶段的最大汇总表述；没有则为 0。',
    low: '确定数（下限）：点名数与汇总数中较大的一个。',
    high: '可能数（上限）：点名数加上可能计入的单位（推断的、日期未尽的、未填报到当日且不能排除的），不小于确定数。',
    gap: '还差：要求数减确定数，不小于 0。',
    expected: '应达数：从起点的基数到期限的要求数，按已过天数的直线。',
    'met-on': '达成日：确定数不低于要求数、并一直保持到当日的那一段的第一天；没有则为空。',
    'high-at-deadline': '期限已过且未达到：看期限当日的可能数。低于要求数为未达成，否则待核定。',
    outcome:
      '结论，依次判断：达到要求数（期限内为已达成，期限后为逾期达成）；曾达到而现在没有，为已失去；期限已过，见上一步；期限未过，按（数－基数）÷（应达数－基数）比照阈值，上下限结论不同的为待核定。',
  },
  en: {
    denominator: 'Denominator: the units that exist on the day and are counted for this target.',
    required: 'Required: a share is rounded up in whole numbers; a number is itself.',
    named:
      'Named: the units that surely count on the day (confirmed, effective interval ended, the stage counts, no later record that may say otherwise).',
    stated:
      'Stated: the largest statement in force about a stage that counts; 0 where there is none.',
    low: 'Sure count (lower bound): the larger of named and stated.',
    high: 'Possible count (upper bound): the named and the units that may count (inferred, date not yet over, or not reported up to the day and not ruled out); at least the sure count.',
    gap: 'Gap: required less the sure count, at least 0.',
    expected:
      'Expected: the straight line from base at the start to required at the deadline, by days passed.',
    'met-on':
      'Met on: the first day of the unbroken run of sure count ≥ required that lasts until the day; empty where it does not hold.',
    'high-at-deadline':
      'The deadline has passed unmet: the possible count on the deadline decides. Below required is not met, else undetermined.',
    outcome:
      'Outcome, in this order: required is reached (met by the deadline, met late after it); was reached once and is not now (lost); deadline passed (the step before); else (count − base) ÷ (expected − base) against the thresholds, undetermined where the bounds earn different words.',
  },
};

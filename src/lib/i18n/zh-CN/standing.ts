/** How one county stands, in words: for screen readers, the table and the county's own page. */
import type { Day, PartialDate } from '../../domain/date.ts';
import type { Certainty, Measure } from '../../domain/standing.ts';
import { count, date } from './format.ts';

/** One track of one county, as the sentences need it. */
export interface StandingFacts {
  readonly track: string;
  /** The stage in words; `null`: no event is known. */
  readonly stage: string | null;
  readonly effective: PartialDate | null;
  readonly certainty: Certainty | null;
  readonly isReported: boolean;
  readonly reportedTo: Day | null;
  readonly isUnderReview: boolean;
}

export interface TallyFacts {
  readonly level: 'township' | 'village';
  readonly counted: number;
  readonly possible: number;
  readonly eligible: number;
  /** What `counted` is held against. */
  readonly measure: Measure;
  /** The county's part of the target; `null`: none is set for it. */
  readonly quota: number | null;
  readonly isReported: boolean;
  readonly reportedTo: Day | null;
}

const certaintyWords: Readonly<Record<Certainty, string>> = {
  confirmed: '',
  inferred: '推断',
  partial: '日期不全，是否已到该阶段未定',
};

/** 推断, or nothing where the record is confirmed. */
export function certaintyWord(certainty: Certainty): string {
  return certaintyWords[certainty];
}

/** 已申请（2020年，推断） */
export function stageWithDate(facts: StandingFacts): string {
  const { stage, effective, certainty, isReported } = facts;
  if (stage === null) return isReported ? '无记录' : '未填报';
  const details = [effective && date(effective), certainty && certaintyWords[certainty]];
  const told = details.filter(Boolean).join('，');
  return told ? `${stage}（${told}）` : stage;
}

/** 自2020年12月31日后未填报; nothing where the reports reach the day or nothing is known at all. */
export function silence({ stage, isReported, reportedTo }: StandingFacts): string | null {
  if (isReported || stage === null) return null;
  return unreportedSince(reportedTo);
}

/** 自2020年12月31日后未填报, or 尚未填报 where there never was a report. */
export function unreportedSince(reportedTo: Day | null): string {
  return reportedTo === null ? '尚未填报' : `自${date(reportedTo)}后未填报`;
}

/** 国家森林城市——已申请（2020年），自2020年12月31日后未填报 */
export function trackPhrase(facts: StandingFacts): string {
  const parts = [stageWithDate(facts), silence(facts), facts.isUnderReview ? '有报送待审' : null];
  return `${facts.track}——${parts.filter((part) => part !== null).join('，')}`;
}

/** 三河市：国家森林城市——未填报；省级森林城市——已申请（2020年），自2020年12月31日后未填报 */
export function countySentence(name: string, phrases: readonly string[]): string {
  return `${name}：${phrases.join('；')}`;
}

const unitNames = { township: '个乡镇', village: '个村' } as const;

/** 13个乡镇中3个; where quotas are set 13个乡镇中3个，任务6个 */
export function tally(facts: TallyFacts): string {
  const { level, counted, possible, eligible, isReported, reportedTo } = facts;
  const of = `${count(eligible)}${unitNames[level]}`;
  const task = taskWords(facts);
  if (eligible === 0) return `没有可创建的${level === 'township' ? '乡镇' : '村'}`;
  if (counted === 0 && possible === 0 && !isReported)
    return `${of}${task}，${unreportedSince(reportedTo)}`;
  const maybe = possible > 0 ? `，另有${count(possible)}个推断或日期不全` : '';
  const since = isReported ? '' : `，${unreportedSince(reportedTo)}`;
  return `${of}中${count(counted)}个${task}${maybe}${since}`;
}

function taskWords({ measure, quota }: TallyFacts): string {
  if (measure === 'eligible') return '';
  return quota === null ? '，未分解任务' : `，任务${count(quota)}个`;
}

/** 市级森林乡镇——13个乡镇中3个 */
export function tallyPhrase(track: string, facts: TallyFacts): string {
  return `${track}——${tally(facts)}`;
}

/**
 * The same for a narrow cell: 3 / 6 (of the quota, where quotas are set; 3 / — without one), else 3 / 13,
 * 未填报, or a dash where there is nothing to choose from.
 */
export function tallyShort(facts: TallyFacts): string {
  const { counted, possible, eligible, measure, quota, isReported } = facts;
  if (eligible === 0) return '—';
  if (counted === 0 && possible === 0 && !isReported) return '未填报';
  const whole = measure === 'quota' ? quota : eligible;
  return `${count(counted)} / ${whole === null ? '—' : count(whole)}`;
}

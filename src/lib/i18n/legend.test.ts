import { describe, expect, it } from 'vitest';
import { classesOfTheme } from '../domain/classify.ts';
import { testProgramme } from '../domain/programme-fixture.ts';
import { sentences } from './sentences.ts';

const named = (language: 'zh-CN' | 'en', measure: 'quota' | 'eligible') =>
  classesOfTheme(testProgramme(), 'townships', measure).map((each) =>
    sentences[language].legend.className(each, null),
  );

describe('the legend of townships', () => {
  it('says which of the two measures it is', () => {
    const { themeTitle } = sentences['zh-CN'].legend;
    expect(themeTitle('townships', 'quota')).toBe('各县（市、区）市级森林乡镇完成分解任务的比例');
    expect(themeTitle('townships', 'eligible')).toBe('各县（市、区）市级森林乡镇占乡镇总数的比例');
    expect(themeTitle('national', null)).toBe('各县（市、区）创建国家森林城市所处阶段');
    const en = sentences.en.legend;
    expect(en.themeTitle('villages', 'quota')).toContain('quota of each county');
    expect(en.themeTitle('villages', 'eligible')).toContain('share of all villages');
    expect(en.mapSentence('villages', 'quota', '2026-11-23', [])).toContain('quota of each county');
  });

  it('says what the numbers on the counties are', () => {
    const { figuresNote } = sentences['zh-CN'].legend;
    expect(figuresNote('quota')).toBe('地图上的数字：已授予 / 分解任务');
    expect(figuresNote('eligible')).toBe('地图上的数字：已授予 / 可创建');
    expect(figuresNote(null)).toBeNull();
    expect(sentences.en.legend.figuresNote('quota')).toContain('named / quota');
  });

  it('names the quarters of a quota, what reaches it, and where none is set', () => {
    expect(named('zh-CN', 'quota')).toEqual([
      '达到或超过任务',
      '75%以上，未完成',
      '50%至75%',
      '25%至50%',
      '25%以下',
      '无记录',
      '任务为0',
      '未分解任务',
      '未填报',
    ]);
    expect(named('en', 'quota')).toEqual([
      'Quota met or exceeded',
      'over 75%, not yet met',
      '50% to 75%',
      '25% to 50%',
      'up to 25%',
      'No record',
      'Quota of 0',
      'No quota set',
      'Not reported',
    ]);
  });

  it('names the shares of all units as before', () => {
    expect(named('zh-CN', 'eligible')).toEqual(['50%以上', '50%以下', '无记录', '未填报']);
  });
});

/** What every export says about itself: which day, which knowledge, which data, which rules. */
import type { Day } from '../domain/date.ts';
import type { Localized } from '../domain/programme.ts';

export type ExportLanguage = keyof Localized;

export interface Provenance {
  readonly at: Day;
  /** `null`: everything that is recorded. */
  readonly knownAt: Day | null;
  readonly dataVersion: string;
  readonly ruleVersion: string;
  /** True for an invented history: nothing in the export is a fact about any place. */
  readonly demonstration: boolean;
  /** The same in words; absent from real data. */
  readonly notice?: string;
}

const demonstrationNotices: Localized = {
  'zh-CN': '演示数据：内容为虚构，不反映任何地方的实际情况。',
  en: 'Demonstration data (演示数据): invented, not facts about any place.',
};

/** The mark of an invented history, to be spread into the export; nothing for real data. */
export function demonstrationMark(
  demonstration: boolean,
  lang: ExportLanguage,
): Pick<Provenance, 'demonstration' | 'notice'> {
  return { demonstration, ...(demonstration && { notice: demonstrationNotices[lang] }) };
}

/** How sure a stage is, as every table says it. */
import type { Certainty } from '../domain/standing.ts';
import type { ExportLanguage } from './provenance.ts';

export const certaintyWords: Readonly<Record<ExportLanguage, Readonly<Record<Certainty, string>>>> =
  {
    'zh-CN': { confirmed: '确定', inferred: '推断', partial: '日期不全，是否已到未定' },
    en: { confirmed: 'confirmed', inferred: 'inferred', partial: 'date leaves it open' },
  };

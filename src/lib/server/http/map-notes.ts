import type { MapNotes } from '../../export/counties-geojson.ts';
import { en } from '../../i18n/en.ts';
import type { Language } from '../../i18n/language.ts';
import { sentences } from '../../i18n/sentences.ts';
import { zhCN } from '../../i18n/zh-CN.ts';
import { config } from '../config.ts';

/** What must stand on every map: source, generalisation, the operator's own 审图号 (FACTS, Geometry). */
export function mapNotes(lang: Language): MapNotes {
  const { generalised, approval } = sentences[lang].map;
  return {
    boundarySource: (lang === 'en' ? en : zhCN).boundarySource,
    boundaryNote: generalised,
    mapApproval: approval(config().mapApprovalNumber),
  };
}

import type { Programme } from '../../domain/programme.ts';
import type { MapNotes } from '../../export/map-notes.ts';
import type { Language } from '../../i18n/language.ts';
import { sentences } from '../../i18n/sentences.ts';
import { config } from '../config.ts';

/** What must stand on every map: source, generalisation, the operator's own 审图号 (FACTS, Geometry). */
export function mapNotes(programme: Programme, lang: Language): MapNotes {
  const { generalised, approval } = sentences[lang].map;
  return {
    boundarySource: programme.map.credit[lang],
    boundaryNote: generalised,
    mapApproval: approval(config().mapApprovalNumber),
  };
}

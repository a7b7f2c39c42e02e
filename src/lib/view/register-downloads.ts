/** The ways to take away what a page shows of a register. */
import type { Knowledge } from '../domain/knowledge.ts';
import type { RegisterLevel, RegisterUnit } from '../domain/register-unit.ts';
import type { Sentences } from '../i18n/sentences.ts';
import { registerQuery, type RegisterState } from '../map/register-state.ts';
import { downloadLinks, type DownloadsView } from './download-links.ts';
import { registerPaths } from './register-link.ts';

/** All pages of what the state shows: `units`. */
export function registerDownloads(
  level: RegisterLevel,
  state: RegisterState,
  units: readonly RegisterUnit[],
  { places }: Pick<Knowledge, 'places'>,
  say: Sentences,
): DownloadsView {
  const hasPositions = units.some(({ division }) => places.has(division.code));
  return downloadLinks(`/api/v1${registerPaths[level]}`, registerQuery(state), hasPositions, say);
}

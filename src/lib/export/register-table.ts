/** The register of townships or villages as a table: what its page shows, all pages of it. */
import type { Knowledge } from '../domain/knowledge.ts';
import type { RegisterLevel, RegisterUnit, UnitState } from '../domain/register-unit.ts';
import type { Certainty } from '../domain/standing.ts';
import type { Source } from '../domain/status.ts';
import { certaintyWords } from './certainty-words.ts';
import { positionColumns } from './position-columns.ts';
import type { ExportLanguage } from './provenance.ts';
import { provenanceColumns, type FileFacts } from './provenance-columns.ts';
import { sourceColumns } from './source-columns.ts';
import { tableOf, textColumn, type ColumnOf, type ExportTable } from './table.ts';

export interface RegisterTableInput {
  readonly level: RegisterLevel;
  readonly units: readonly RegisterUnit[];
  readonly knowledge: Knowledge;
  readonly file: FileFacts;
  readonly stateNames: Readonly<Record<UnitState, string>>;
  readonly lang: ExportLanguage;
}

/**
 * Named as ledgers name them, so that a register can be imported again. Names are in Chinese in every
 * language: by them a place is found.
 */
export function registerTable(input: RegisterTableInput): ExportTable {
  const { knowledge, units } = input;
  return tableOf(registerColumns(input), units, ({ division }) => ({
    code: division.code,
    geometry: knowledge.places.get(division.code)?.geometry ?? null,
  }));
}

/** The documents behind the units, and behind their positions, each once, in the order of the data. */
export function registerSources(
  { sources, places }: Knowledge,
  units: readonly RegisterUnit[],
): readonly Source[] {
  const cited = new Set(
    units.flatMap(({ division, event }) => [event?.source, places.get(division.code)?.source]),
  );
  return [...sources.values()].filter(({ id }) => cited.has(id));
}

function registerColumns(input: RegisterTableInput): readonly ColumnOf<RegisterUnit>[] {
  const { level, knowledge, file, stateNames, lang } = input;
  const { sources } = knowledge;
  const text = textColumn<RegisterUnit>;
  const own: readonly [string, string, string, number, number] =
    level === 'township'
      ? ['乡镇名称', 'township', 'name', 22, 60]
      : ['村庄名称', 'village', 'name', 26, 80];
  return [
    text(lang, 'code', ['代码', 'code', 'code', 15, 12], ({ division }) => division.code),
    text(lang, 'name', own, ({ division }) => division.name),
    text(lang, 'kind', ['类别', 'kind', 'kind', 8, 24], ({ division }) => division.kind),
    text(lang, 'county', ['县（市、区）', 'county', 'county', 18, 60], ({ county }) =>
      county ? county.name : null,
    ),
    ...(level === 'village'
      ? [
          text(lang, 'township', ['所属乡镇', 'township', 'township', 18, 60], ({ township }) =>
            township ? township.name : null,
          ),
        ]
      : []),
    text(lang, 'stage', ['阶段', 'stage', 'stage', 14, 60], (unit) => stageCell(unit, input)),
    text(lang, 'effective', ['生效日期', 'effective', 'effective', 12, 10], ({ event }) =>
      event ? event.effective : null,
    ),
    text(lang, 'batch', ['批次', 'batch', 'batch', 14, 100], ({ event }) => event?.batch ?? null),
    ...sourceColumns<RegisterUnit>(lang, ({ event }) => sources.get(event?.source ?? ''), {
      heading: '',
      key: '',
      field: '',
    }),
    text(
      lang,
      'state',
      ['状态', 'status', 'state', 14, 40],
      ({ state }): string => stateNames[state],
    ),
    text(lang, 'certainty', ['确定程度', 'certainty', 'certainty', 12, 40], (unit) => {
      const certainty = certaintyOf(unit);
      return certainty && certaintyWords[lang][certainty];
    }),
    text(lang, 'reported_to', ['填报截止', 'reported to', 'reported', 12, 10], (unit) => {
      return unit.reportedTo;
    }),
    ...positionColumns<RegisterUnit>(knowledge, lang, ({ division }) => division.code),
    ...provenanceColumns<RegisterUnit>(file, lang),
  ];
}

/** What the ledger reader takes for nothing said, in either language. */
const unsaid: Readonly<Record<ExportLanguage, string>> = { 'zh-CN': '无记录', en: '—' };
const inferred: Readonly<Record<ExportLanguage, string>> = {
  'zh-CN': '（推断）',
  en: ' (inferred)',
};

/**
 * The stage, marked where it is inferred: read again, it must not be taken for a report. A title of
 * another track that counts as well is named, for the same reason.
 */
function stageCell({ stage, event }: RegisterUnit, input: RegisterTableInput): string {
  const { lang, level, knowledge } = input;
  if (!stage || !event) return unsaid[lang];
  const name = stage.name[lang];
  if (event.track !== level)
    return `${knowledge.tracks.get(event.track)?.track.name[lang]} ${name}`;
  return event.certainty === 'inferred' ? name + inferred[lang] : name;
}

function certaintyOf({ event, isPossible }: RegisterUnit): Certainty | null {
  if (!event) return null;
  if (event.certainty === 'inferred') return 'inferred';
  return isPossible ? 'partial' : 'confirmed';
}

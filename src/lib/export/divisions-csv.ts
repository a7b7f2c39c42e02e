/**
 * `divisions.csv`: every division of a view with its stage on each track that counts it. For Excel:
 * UTF-8 with a byte order mark, CRLF, and no cell that would run as a formula.
 */
import { stringify } from 'csv-stringify/sync';
import type { Day } from '../domain/date.ts';
import { isValidOn, type Division, type Level } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { Track } from '../domain/programme.ts';
import { trackStanding } from '../domain/standing.ts';
import { certaintyWords } from './certainty-words.ts';
import type { MapNotes } from './map-notes.ts';
import { guarded } from './formula-guard.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';

export interface DivisionsCsvInput {
  readonly knowledge: Knowledge;
  readonly at: Day;
  /** Whether a division goes into the file. */
  readonly isWanted: (division: Division) => boolean;
  readonly levels: readonly Level[];
  readonly provenance: Provenance;
  /** What must stand on a map made of the file. */
  readonly map: MapNotes;
  readonly lang: ExportLanguage;
}

const headings = {
  'zh-CN': {
    division: ['代码', '名称', '类别', '上级代码', '上级名称'],
    track: ['阶段', '生效日期', '确定程度', '依据编号', '依据', '依据日期', '填报截止'],
    asOf: '截至日期',
    demonstration: '演示数据',
    map: ['边界来源', '审图号'],
  },
  en: {
    division: ['code', 'name', 'kind', 'parent code', 'parent name'],
    track: ['stage', 'effective', 'certainty', 'source id', 'source', 'source date', 'reported to'],
    asOf: 'as of',
    demonstration: 'demonstration data',
    map: ['boundary source', 'map approval'],
  },
} as const;

/** A column for each track of the levels asked for; cells of a track that does not count the row are empty. */
export function divisionsCsv(input: DivisionsCsvInput): string {
  const { knowledge, at, levels, provenance, lang } = input;
  const words = headings[lang];
  const tracks = knowledge.programme.tracks.filter(({ level }) => levels.includes(level));
  const rows = [...knowledge.divisions.values()]
    .filter((division) => isValidOn(division, at))
    .filter((division) => levels.includes(division.level) && input.isWanted(division))
    .map((division) => [
      division.code,
      nameOf(division, lang),
      division.kind,
      division.parent ?? '',
      parentName(knowledge, division, lang),
      ...tracks.flatMap((track) => trackCells(knowledge, track, division, at, lang)),
      at,
      ...(provenance.demonstration ? [words.demonstration] : []),
      input.map.boundarySource,
      input.map.mapApproval,
    ]);
  const header = [
    ...words.division,
    ...tracks.flatMap(({ name }) => words.track.map((word) => `${name[lang]} ${word}`)),
    words.asOf,
    ...(provenance.demonstration ? [words.demonstration] : []),
    ...words.map,
  ];
  return stringify(
    [header, ...rows].map((cells) => cells.map(guarded)),
    {
      bom: true,
      record_delimiter: '\r\n',
      // As in table-csv: the writer by itself would quote CRLF alone.
      quoted_match: /[\r\n]/,
    },
  );
}

function trackCells(
  knowledge: Knowledge,
  track: Track,
  { code, countedFor }: Division,
  at: Day,
  lang: ExportLanguage,
): string[] {
  if (!countedFor.includes(track.id)) return headings[lang].track.map(() => '');
  const { stage, event, certainty, reportedTo } = trackStanding(knowledge, track.id, code, at);
  const source = knowledge.sources.get(event?.source ?? '');
  return [
    stage?.name[lang] ?? '',
    event?.effective ?? '',
    certainty ? certaintyWords[lang][certainty] : '',
    source?.id ?? '',
    source?.title ?? '',
    source?.date ?? '',
    reportedTo ?? '',
  ];
}

function nameOf(division: Division, lang: ExportLanguage): string {
  return lang === 'en' ? (division.nameEn ?? division.name) : division.name;
}

function parentName({ divisions }: Knowledge, { parent }: Division, lang: ExportLanguage): string {
  const above = divisions.get(parent ?? '');
  return above ? nameOf(above, lang) : '';
}

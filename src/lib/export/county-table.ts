/** The counties of the home page's table, as a table to take away. */
import type { Division } from '../domain/division.ts';
import type { Knowledge } from '../domain/knowledge.ts';
import type { CountyRow } from '../domain/select.ts';
import type { TrackStanding, UnitTally } from '../domain/standing.ts';
import type { Source } from '../domain/status.ts';
import type { CountyCollection } from '../map/geometry.ts';
import { certaintyWords } from './certainty-words.ts';
import type { ExportLanguage } from './provenance.ts';
import { provenanceColumns, type FileFacts } from './provenance-columns.ts';
import { sourceColumns } from './source-columns.ts';
import { numberColumn, tableOf, textColumn, type ColumnOf, type ExportTable } from './table.ts';

export interface CountyTableInput {
  readonly rows: readonly CountyRow[];
  readonly counties: CountyCollection;
  readonly knowledge: Knowledge;
  readonly file: FileFacts;
  /** By the theme of the view. */
  readonly className: (row: CountyRow) => string;
  readonly lang: ExportLanguage;
}

/** The development zone has no shape of its own and no position. */
export function countyTable(input: CountyTableInput): ExportTable {
  const shapes = new Map(
    input.counties.features.map(({ properties, geometry }) => [properties.code, geometry]),
  );
  return tableOf(countyColumns(input), input.rows, ({ division }) => ({
    code: division.code,
    geometry: shapes.get(division.code) ?? null,
  }));
}

/** The documents behind the counties' stages, each once, in the order of the data. */
export function countySources(
  { sources }: Knowledge,
  rows: readonly CountyRow[],
): readonly Source[] {
  const cited = new Set(
    rows.flatMap(({ national, provincial }) => [national.event?.source, provincial.event?.source]),
  );
  return [...sources.values()].filter(({ id }) => cited.has(id));
}

function countyColumns(input: CountyTableInput): readonly ColumnOf<CountyRow>[] {
  const { file, className, lang } = input;
  const text = textColumn<CountyRow>;
  const nameOf = ({ name, nameEn }: Division) => (lang === 'en' ? (nameEn ?? name) : name);
  return [
    text(lang, 'code', ['代码', 'code', 'code', 10, 6], ({ division }) => division.code),
    text(lang, 'name', ['名称', 'name', 'name', 20, 60], ({ division }) => nameOf(division)),
    text(lang, 'kind', ['类别', 'kind', 'kind', 10, 24], ({ division }) => division.kind),
    text(lang, 'class', ['图例类别', 'class', 'class', 20, 80], className),
    ...trackColumns(input, 'national', 'nat_', ({ national }) => national),
    ...trackColumns(input, 'provincial', 'prv_', ({ provincial }) => provincial),
    ...tallyColumns(input, 'township', 'twn_', ({ townships }) => townships),
    ...tallyColumns(input, 'village', 'vil_', ({ villages }) => villages),
    ...provenanceColumns<CountyRow>(file, lang),
  ];
}

function trackName({ knowledge, lang }: CountyTableInput, track: string): string {
  return `${knowledge.tracks.get(track)?.track.name[lang] ?? track} `;
}

function trackColumns(
  input: CountyTableInput,
  track: string,
  field: string,
  standingOf: (row: CountyRow) => TrackStanding,
): readonly ColumnOf<CountyRow>[] {
  const { knowledge, lang } = input;
  const of = trackName(input, track);
  const text = textColumn<CountyRow>;
  return [
    text(
      lang,
      `${track}_stage`,
      [`${of}阶段`, `${of}stage`, `${field}stage`, 18, 80],
      (row) => standingOf(row).stage?.name[lang] ?? null,
    ),
    text(
      lang,
      `${track}_effective`,
      [`${of}生效日期`, `${of}effective`, `${field}date`, 12, 10],
      (row) => standingOf(row).event?.effective ?? null,
    ),
    text(
      lang,
      `${track}_certainty`,
      [`${of}确定程度`, `${of}certainty`, `${field}cert`, 12, 40],
      (row) => {
        const { certainty } = standingOf(row);
        return certainty && certaintyWords[lang][certainty];
      },
    ),
    ...sourceColumns<CountyRow>(
      lang,
      (row) => knowledge.sources.get(standingOf(row).event?.source ?? ''),
      { heading: of, key: `${track}_`, field: field.slice(0, 1) + '_' },
    ),
    text(
      lang,
      `${track}_reported_to`,
      [`${of}填报截止`, `${of}reported to`, `${field}to`, 12, 10],
      (row) => standingOf(row).reportedTo,
    ),
  ];
}

function tallyColumns(
  input: CountyTableInput,
  track: string,
  field: string,
  tallyOf: (row: CountyRow) => UnitTally,
): readonly ColumnOf<CountyRow>[] {
  const { lang } = input;
  const of = trackName(input, track);
  const key = `${track}s`;
  const number = numberColumn<CountyRow>;
  return [
    number(
      lang,
      `${key}_counted`,
      [`${of}已授予`, `${of}named`, `${field}named`],
      (row) => tallyOf(row).counted,
    ),
    number(
      lang,
      `${key}_possible`,
      [`${of}推断或日期不全`, `${of}possible`, `${field}maybe`],
      (row) => tallyOf(row).possible,
    ),
    number(
      lang,
      `${key}_eligible`,
      [`${of}可创建总数`, `${of}eligible`, `${field}all`],
      (row) => tallyOf(row).eligible,
    ),
    number(
      lang,
      `${key}_quota`,
      [`${of}分解任务`, `${of}quota`, `${field}quota`],
      (row) => tallyOf(row).quota,
    ),
    textColumn<CountyRow>(
      lang,
      `${key}_reported_to`,
      [`${of}填报截止`, `${of}reported to`, `${field}to`, 12, 10],
      (row) => tallyOf(row).reportedTo,
    ),
  ];
}

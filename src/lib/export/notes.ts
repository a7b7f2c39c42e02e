/** What a file that is taken away says of itself in words: on the 说明 sheet, in the 说明.txt. */
import type { Source } from '../domain/status.ts';
import type { MapNotes } from './map-notes.ts';
import type { ExportLanguage, Provenance } from './provenance.ts';

export interface NotedFacts {
  readonly title: string;
  readonly provenance: Provenance;
  /** The day up to which every row is complete; `null`: of some row nothing was ever reported. */
  readonly dataUpTo: string | null;
  /** How many rows, of how many there are without the filter. */
  readonly count: { readonly shown: number; readonly total: number };
  /** What the filter asks for, in words. */
  readonly filter: readonly string[];
  /** The documents behind the rows. */
  readonly sources: readonly Source[];
  /** Where rows can have a position: how many have one. `null`: they are not of that kind. */
  readonly placed: number | null;
  /** What must stand on a map made of the rows: of a list without positions too. */
  readonly map: MapNotes;
}

const words = {
  'zh-CN': {
    at: (day: string) => `截至日期：${day}`,
    knownAt: (day: string) => `按${day}已录入的记录`,
    upTo: (day: string | null) => `数据截止：${day ?? '部分单位从未填报，见“填报截止”一列'}`,
    count: (shown: number, total: number) =>
      shown === total ? `共${total}个` : `筛选出${shown}个，全部共${total}个`,
    filter: (filter: string) => `筛选条件：${filter}`,
    placed: (placed: number, missing: number) => `有位置${placed}个，没有位置${missing}个`,
    source: (text: string) => `依据文件：${text}`,
    version: (version: string, rules: string) => `数据版本：${version}；计算规则：${rules}`,
    mapUse: '据本文件制作地图时，须注明以下边界来源和审图号：',
    boundary: (credit: string) => `边界来源：${credit}`,
    open: '（',
    close: '）',
    comma: '，',
  },
  en: {
    at: (day: string) => `As of: ${day}`,
    knownAt: (day: string) => `By what was recorded on ${day}`,
    upTo: (day: string | null) =>
      `Data up to: ${day ?? 'some units were never reported, see the column "reported to"'}`,
    count: (shown: number, total: number) =>
      shown === total ? `${total} in all` : `${shown} found of ${total}`,
    filter: (filter: string) => `Filter: ${filter}`,
    placed: (placed: number, missing: number) =>
      `${placed} with a position, ${missing} without one`,
    source: (text: string) => `Document: ${text}`,
    version: (version: string, rules: string) => `Data version: ${version}; rules: ${rules}`,
    mapUse: 'A map made of this file must bear the source and review number of the boundaries:',
    boundary: (credit: string) => `Boundaries: ${credit}`,
    open: ' (',
    close: ')',
    comma: ', ',
  },
} as const;

/** The lines, title first. */
export function noteLines(facts: NotedFacts, lang: ExportLanguage): readonly string[] {
  const say = words[lang];
  const { provenance, count, filter, placed, map } = facts;
  return [
    facts.title,
    ...(provenance.notice === undefined ? [] : [provenance.notice]),
    say.at(provenance.at),
    ...(provenance.knownAt === null ? [] : [say.knownAt(provenance.knownAt)]),
    say.upTo(facts.dataUpTo),
    say.count(count.shown, count.total),
    ...filter.map(say.filter),
    ...(placed === null ? [] : [say.placed(placed, count.shown - placed)]),
    ...facts.sources.map((source) => say.source(describe(source, lang))),
    ...[say.mapUse, say.boundary(map.boundarySource), map.boundaryNote, map.mapApproval],
    say.version(provenance.dataVersion, provenance.ruleVersion),
  ];
}

/** 某通知（文号，某局，2021-05-10） */
function describe({ title, documentNumber, publisher, date }: Source, lang: ExportLanguage) {
  const { open, close, comma } = words[lang];
  const rest = [documentNumber, publisher, date].filter(Boolean).join(comma);
  return `${title}${open}${rest}${close}`;
}

/** The earliest of the days; `null` where one is missing, or there is none. */
export function earliestDay(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null);
  return known.length === days.length ? ([...known].sort()[0] ?? null) : null;
}

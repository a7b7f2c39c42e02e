/**
 * The read model: everything pages and answers are made from, for one version of the data.
 * What is known on a day and what a view shows are worked out once and kept.
 */
import { LRUCache } from 'lru-cache';
import { shanghaiDay, type Day } from '../domain/date.ts';
import { knowledgeOf, type Knowledge } from '../domain/knowledge.ts';
import { select, type Selection, type SelectionQuery } from '../domain/select.ts';
import type { SiteData } from './data/site-data.ts';

/** Epoch milliseconds now. Handed in, so that a test can say what day it is. */
export type Clock = () => number;

/** Where the site's data comes from: files today, a database tomorrow. */
export interface ProgrammeSource {
  read(): Promise<SiteData>;
}

export interface ReadModel {
  readonly site: SiteData;
  /** Changes whenever anything shown could: the root of every cache key. */
  readonly version: string;
  /** Today in Asia/Shanghai. */
  today(): Day;
  /** What was known at the end of `knownAt`; `null`: everything that is recorded. */
  knowledge(knownAt: Day | null): Knowledge;
  selection(query: SelectionQuery, knownAt: Day | null): Selection;
  /**
   * When an answer about `at` last changed. Without `at` it speaks of today, so it also changes
   * when the day begins.
   */
  modifiedAt(at: Day | null): Date;
}

/** Each day of knowledge indexes the whole log; each selection is small. */
const maxKnowledge = 16;
const maxSelections = 256;

export function createReadModel(site: SiteData, clock: Clock = Date.now): ReadModel {
  const knowledges = new LRUCache<string, Knowledge>({ max: maxKnowledge });
  const selections = new LRUCache<string, Selection>({ max: maxSelections });
  const today = (): Day => shanghaiDay(clock());
  const knowledge = (knownAt: Day | null): Knowledge =>
    remember(knowledges, knownAt ?? '', () => knowledgeOf(site.data, knownAt ?? undefined));
  return {
    site,
    version: site.version,
    today,
    knowledge,
    selection: (query, knownAt) =>
      remember(selections, JSON.stringify([knownAt, query]), () =>
        select(knowledge(knownAt), query),
      ),
    modifiedAt: (at) => {
      // A slip in a `recordedAt` must not date an answer into the future (RFC 9110 §8.8.2.1).
      const data = Math.min(Date.parse(site.modifiedAt), clock());
      if (at !== null) return new Date(data);
      return new Date(Math.max(data, Date.parse(`${today()}T00:00:00+08:00`)));
    },
  };
}

/** The value kept under the key, else the one made now and kept. */
function remember<V extends object>(cache: LRUCache<string, V>, key: string, make: () => V): V {
  const kept = cache.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  cache.set(key, made);
  return made;
}

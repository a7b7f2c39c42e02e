/**
 * The site's data with the database as the truth: programme, divisions and boundaries from the
 * directory, the log and what waits for approval from the database.
 */
import type { Status } from '../../domain/status.ts';
import { checkProgramme } from '../data/check-programme.ts';
import { checkStatus } from '../data/check-status.ts';
import { contentVersions, newestRecord } from '../data/content-version.ts';
import { extentOf } from '../data/extent.ts';
import { inFile, type Fault } from '../data/fault.ts';
import type { SiteData } from '../data/site-data.ts';
import type { Database } from '../db/database.ts';
import { fileSource, InvalidDataError } from '../file-source.ts';
import type { ProgrammeSource } from '../read-model.ts';
import { readFacts } from './read-facts.ts';
import { proposalsChangedAt, readProposals } from './read-proposals.ts';

/** The name that stands for the database in the lines of faults. */
export const databaseName = 'database';

/** What is wrong with a log that is in the database, or is to be, against the directory's files. */
export function faultsInDatabase(
  status: Status,
  { data: { programme, divisions }, geometry }: Pick<SiteData, 'data' | 'geometry'>,
): readonly Fault[] {
  const sources = status.sources.map(({ id }) => id);
  return [
    ...inFile(databaseName, checkStatus(status, programme, divisions, extentOf(geometry))),
    // Of the programme only what it cites is still open: the directory was sound by itself.
    ...inFile('programme.json', checkProgramme(programme, divisions, sources)),
  ];
}

/**
 * Reads and checks the files once, and the log at every `read`, as one state. Rejects with
 * `InvalidDataError` where the directory does not validate or the database's facts do not fit it.
 */
export function databaseSource(database: Database, dataDir: string): ProgrammeSource {
  let directory: Promise<DirectoryPart> | undefined;
  return {
    async read(): Promise<SiteData> {
      directory ??= readDirectory(dataDir);
      // A directory that was broken may be mended by the next read.
      directory.catch(() => (directory = undefined));
      const { site, versionOf } = await directory;
      const { facts, proposals, changedAt } = await database.snapshot(async (read) => ({
        facts: await readFacts(read),
        proposals: await readProposals(read),
        changedAt: await proposalsChangedAt(read),
      }));
      const faults = faultsInDatabase(facts, site);
      if (faults.length > 0) throw new InvalidDataError(faults);
      // The file's reference to its schema is no fact, but part of what is published.
      const { $schema } = site.data.status;
      const status = { ...($schema !== undefined && { $schema }), ...facts };
      return {
        data: { ...site.data, status, proposals },
        geometry: site.geometry,
        version: versionOf({ status, proposals }),
        modifiedAt: [newestRecord(status), changedAt].reduce((a, b) => (a < b ? b : a)),
      };
    },
  };
}

interface DirectoryPart {
  readonly site: SiteData;
  readonly versionOf: ReturnType<typeof contentVersions>;
}

async function readDirectory(dataDir: string): Promise<DirectoryPart> {
  const site = await fileSource(dataDir).read();
  return { site, versionOf: contentVersions(site.data, site.geometry) };
}

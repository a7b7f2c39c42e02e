/** Who asks about a ledger: of which track, for which division, with how much known. */
import { join } from 'node:path';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import type { LedgerContext } from '../../src/lib/server/import/preview.ts';

function factsIn(directory: string): LedgerContext['data'] {
  const read = readDataDirectory(join(import.meta.dirname, '..', '..', directory));
  if (read.status === 'invalid') throw new Error(`${directory} does not validate.`);
  return read.site.data;
}

/** One county alone: most runs ask of it, since they are about the file and not about the names. */
function onlyOf(county: string, data: LedgerContext['data']): LedgerContext['data'] {
  const divisions = data.divisions.filter(
    ({ code, level }) => level === 'prefecture' || level === 'county' || code.startsWith(county),
  );
  const codes = new Set(divisions.map(({ code }) => code));
  const events = data.status.events.filter(({ division }) => codes.has(division));
  return { ...data, divisions, status: { ...data.status, events } };
}

const today = '2026-11-24';
/** With nothing known of any township or village. */
export const realFacts = factsIn('data');
/** With invented events: rows that are on record already, just so or otherwise. */
const demo = factsIn('data/demo');
const county = '131002';
const [realCounty, demoCounty] = [onlyOf(county, realFacts), onlyOf(county, demo)];

/** Knowing one county. */
export const nearAskers: readonly LedgerContext[] = [
  { data: realCounty, track: 'village', division: county, today },
  { data: demoCounty, track: 'township', division: county, today },
  {
    ...{ data: demoCounty, track: 'village', division: '131000', today },
    defaults: { effective: '2023', stage: 'named' },
  },
];

/** Knowing the whole prefecture. */
export const wideAskers: readonly LedgerContext[] = [
  { data: demo, track: 'village', division: '131000', today },
  { data: demo, track: 'township', division: '131000', today },
  { data: demo, track: 'village', division: county, today },
];

export const askers: readonly LedgerContext[] = [...nearAskers, ...wideAskers];

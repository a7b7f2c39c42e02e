/**
 * The one read model of this process. It hangs on the process, not on this module: the HTTP front
 * runs from the source and the application from its bundle, each with a copy of this file.
 */
import { InvalidDataError } from './file-source.ts';
import { createReadModel, type ProgrammeSource, type ReadModel } from './read-model.ts';

const slot = Symbol.for('langfang-forest-cities.read-model');
const holder = globalThis as { [slot]?: ReadModel };

/** Reads the source and makes it the site's read model, unless that has been done. */
export async function openSite(source: ProgrammeSource): Promise<ReadModel> {
  if (holder[slot]) return holder[slot];
  const model = createReadModel(await source.read());
  return (holder[slot] ??= model);
}

/** As `openSite`; on data that does not validate, prints every fault and ends with exit code 1. */
export async function openSiteOrExit(source: ProgrammeSource): Promise<ReadModel> {
  try {
    return await openSite(source);
  } catch (error) {
    if (!(error instanceof InvalidDataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The read model of the site. Throws before it was opened: a fault of the caller. */
export function readModel(): ReadModel {
  const model = holder[slot];
  if (!model) throw new Error('The site has not been opened yet.');
  return model;
}

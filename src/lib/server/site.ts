/**
 * The one site of this process. It hangs on the process, not on this module: the HTTP front runs
 * from the source and the application from its bundle, each with a copy of this file.
 */
import { createReadModel, type ProgrammeSource, type ReadModel } from './read-model.ts';

interface OpenSite {
  readonly source: ProgrammeSource;
  model: ReadModel;
  readonly listeners: Set<(version: string) => void>;
  /** The reading under way; a change that comes meanwhile asks for one more. */
  reading: Promise<void> | null;
  isAskedAgain: boolean;
}

const slot = Symbol.for('langfang-forest-cities.site');
const holder = globalThis as { [slot]?: OpenSite };

/** Reads the source and makes it the site of this process, unless that has been done. */
export async function openSite(source: ProgrammeSource): Promise<ReadModel> {
  const data = await source.read();
  holder[slot] ??= {
    source,
    model: createReadModel(data),
    listeners: new Set(),
    reading: null,
    isAskedAgain: false,
  };
  return holder[slot].model;
}

/** The read model of the present data. Take it once for each answer: the next call may give a newer one. */
export function readModel(): ReadModel {
  return opened().model;
}

/** Calls back with each new version of the data. Answers how to stop it. */
export function onNewVersion(listener: (version: string) => void): () => void {
  const { listeners } = opened();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Reads the source again and, where something shown is other, puts a new read model in the place of
 * the old. However many ask at once, it is read once after the last of them. Rejects where the
 * source cannot be read: the old model stays.
 */
export async function refreshSite(): Promise<void> {
  const site = opened();
  if (site.reading) {
    site.isAskedAgain = true;
    return await site.reading;
  }
  site.reading = readUntilQuiet(site).finally(() => {
    site.reading = null;
  });
  await site.reading;
}

/** Resolves when no reading is under way, whatever came of it. */
export async function settled(): Promise<void> {
  await holder[slot]?.reading?.catch(() => undefined);
}

async function readUntilQuiet(site: OpenSite): Promise<void> {
  do {
    site.isAskedAgain = false;
    const data = await site.source.read();
    if (data.version === site.model.version) continue;
    site.model = createReadModel(data);
    for (const listener of site.listeners) listener(data.version);
  } while (site.isAskedAgain);
}

function opened(): OpenSite {
  const site = holder[slot];
  if (!site) throw new Error('The site has not been opened yet.');
  return site;
}

/** The site's data from a directory of files, checked: the port's first implementation. */
import { faultLines, type Fault } from './data/fault.ts';
import { readDataDirectory } from './data/read-data-directory.ts';
import type { ProgrammeSource } from './read-model.ts';

/** The directory does not validate; its message is the lines `npm run validate` prints. */
export class InvalidDataError extends Error {
  override readonly name = 'InvalidDataError';

  constructor(faults: readonly Fault[]) {
    super(faultLines(faults, 'zh-CN').join('\n'));
  }
}

/** Reads the directory when asked. Rejects with `InvalidDataError` where it does not validate. */
export function fileSource(dir: string): ProgrammeSource {
  return {
    async read() {
      const result = await readDataDirectory(dir);
      if (result.status === 'invalid') throw new InvalidDataError(result.faults);
      return result.site;
    },
  };
}

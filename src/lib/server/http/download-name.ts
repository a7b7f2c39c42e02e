/** Under which name a file that is taken away is saved: what it is, of which day, and whether invented. */
import type { Provenance } from '../../export/provenance.ts';
import type { FileName } from './machine-answer.ts';

export interface NameParts {
  readonly full: readonly string[];
  readonly ascii: readonly string[];
  readonly provenance: Pick<Provenance, 'at' | 'demonstration'>;
}

/** Without the ending. Characters that a file system refuses become _. */
export function downloadName({ full, ascii, provenance }: NameParts): FileName {
  const { at, demonstration } = provenance;
  return {
    full: [...full, at, ...(demonstration ? ['演示数据'] : [])]
      .join('-')
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_'),
    ascii: [...ascii, at, ...(demonstration ? ['demonstration'] : [])].join('-'),
  };
}

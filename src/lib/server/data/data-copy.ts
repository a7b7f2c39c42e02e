/** For tests: a copy of the real data in a temporary directory, to be broken one fault at a time. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const realData = fileURLToPath(new URL('../../../../data', import.meta.url));

/** JSON as a test reaches into it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test breaks what types forbid
export type Json = any;

export interface DataCopy {
  readonly directory: string;
  /** Rewrites the text of a file. */
  text(file: string, change: (text: string) => string): void;
  /** Rewrites the JSON of a file; `change` alters what it is given. */
  json(file: string, change: (value: Json) => void): void;
  bytes(file: string, content: Uint8Array): void;
  remove(file: string): void;
}

/** A fresh copy of `data/` without `demo/`; `withData` removes it again. */
export function withData<Answer>(work: (copy: DataCopy) => Answer): Answer {
  const directory = mkdtempSync(join(tmpdir(), 'data-copy-'));
  const path = (file: string): string => join(directory, file);
  try {
    cpSync(realData, directory, { recursive: true, filter: (from) => !from.endsWith('demo') });
    return work({
      directory,
      text: (file, change) => writeFileSync(path(file), change(readFileSync(path(file), 'utf8'))),
      json: (file, change) => {
        const value: Json = JSON.parse(readFileSync(path(file), 'utf8'));
        change(value);
        writeFileSync(path(file), JSON.stringify(value));
      },
      bytes: (file, content) => writeFileSync(path(file), content),
      remove: (file) => rmSync(path(file)),
    });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What judging a file came to, as far as it is the same whatever the file holds. */
import type { RowPages } from './row-pages.ts';

export interface JudgedFile<List extends string, Verdict extends string> {
  readonly status: 'judged';
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly rowCount: number;
  readonly rows: Readonly<Record<List, RowPages>>;
  /** The same text for the same outcome: what a person saw is compared by it. */
  readonly fingerprint: string;
}

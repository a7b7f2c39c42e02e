/** The audit log from its first row to its last, without holding all of it in memory. */
import type { Reader } from '../db/database.ts';
import type { AuditTable } from '../db/schema.ts';

const pageSize = 1000;

/** At most one page of rows after `seq`, in order; without `seq`, the first. */
export async function readPage(
  read: Reader,
  seq: number | null,
  size = pageSize,
): Promise<readonly AuditTable[]> {
  let query = read.selectFrom('audit').selectAll().orderBy('seq').limit(size);
  if (seq !== null) query = query.where('seq', '>', seq);
  return await query.execute();
}

/** Every row, whatever number it bears. */
export async function* allRows(read: Reader): AsyncGenerator<AuditTable> {
  let last: number | null = null;
  for (;;) {
    const page = await readPage(read, last);
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    last = end.seq;
  }
}

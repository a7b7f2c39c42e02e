/** A kept ledger as it was sent in, with one more column of notes. */
import { annotateWorkbook } from '../spreadsheet/annotate-workbook.ts';
import type { KeptFileStore } from '../kept-files/kept-file-store.ts';
import { contentOf } from '../kept-files/kept-file-store.ts';
import { writePermission } from '../kept-files/write-permission.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { By } from '../submissions/submissions.ts';
import { entryBy } from '../submissions/turn.ts';
import type { AnnotatedLedger, KeptLedger, LedgerChoices, RowNote } from './imports.ts';

/** The download is logged. `null`: there is none, or not for this actor. */
export async function annotatedLedger(
  options: SubmissionsOptions,
  store: KeptFileStore<LedgerChoices, KeptLedger>,
  by: By,
  asked: {
    readonly id: string;
    readonly heading: string;
    readonly notes: readonly RowNote[];
  },
): Promise<AnnotatedLedger | null> {
  const { database, audit } = options;
  const { id, heading, notes } = asked;
  const ledger = await store.find(database.read, id);
  const bytes = ledger && (await contentOf(database.read, id));
  if (!ledger || !bytes) return null;
  const { division, name, hash, kind } = ledger;
  const isAllowed = await database.write(async (write) => {
    const decision = await writePermission(options, write, by, ledger);
    if (decision.status === 'refused') return false;
    await audit.append(write, {
      ...entryBy(by, new Date(options.now()).toISOString()),
      action: 'ledger.downloaded',
      division,
      subject: id,
      details: { ledger: name, sha256: hash },
    });
    return true;
  });
  if (!isAllowed) return null;
  const source = kind === 'paste' ? new TextDecoder().decode(bytes) : bytes;
  const done = await annotateWorkbook(source, name, notes, heading);
  return done.status === 'annotated'
    ? { ...done, name }
    : { ...done, by: 'workbook', values: done.values ?? {} };
}

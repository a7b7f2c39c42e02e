/** A desk that imports ledgers of villages, step by step. */
import type { Actor } from '../../src/lib/domain/permission.ts';
import type { Database } from '../../src/lib/server/db/database.ts';
import type { JudgedLedger, SentLedger } from '../../src/lib/server/import/imports.ts';
import { by, openDesk, people } from './submissions-desk.ts';

/** A ledger of a few villages of 三河, as a block pasted from Excel. */
export const block = [
  '乡镇\t村名\t认定年份\t文号',
  '皇庄镇\t大王庄\t2023\t测试〔2023〕1号',
  '皇庄镇\t陈庄\t2023\t测试〔2023〕1号',
  '皇庄镇\t没有的村\t2023\t测试〔2023〕1号',
].join('\n');

export const pasted = (text = block, division = '131082'): SentLedger => ({
  division,
  track: 'village',
  name: '粘贴的内容',
  kind: 'paste',
  bytes: new TextEncoder().encode(text),
});

export type LedgerDesk = Awaited<ReturnType<typeof openLedgerDesk>>;

export async function openLedgerDesk(database: Database) {
  const desk = await openDesk(database);

  /** Sends a ledger in; answers its id. */
  async function kept(sent: SentLedger = pasted(), who = by(people.clerk)): Promise<string> {
    const result = await desk.imports.keep(who, sent);
    if (result.status !== 'done') throw new Error(JSON.stringify(result));
    return result.id;
  }

  async function judged(id: string, actor: Actor = people.clerk): Promise<JudgedLedger> {
    const ledger = await desk.imports.find(actor, id);
    if (!ledger) throw new Error('There is no such ledger.');
    const outcome = await desk.imports.judge(ledger);
    if (outcome.status === 'refused') throw new Error(outcome.reason);
    return outcome;
  }

  const rowsOf = (table: 'submission' | 'event' | 'ledger' | 'audit') =>
    desk.database.read.selectFrom(table).selectAll().execute();
  return { desk, kept, judged, rowsOf };
}

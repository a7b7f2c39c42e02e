/** Has ledgers judged by the facts as they are now, each in a process of its own. */
import { shanghaiDay } from '../../domain/date.ts';
import type { Reader } from '../db/database.ts';
import { createJudgements, type Judgements } from '../kept-files/judgements.ts';
import { judgingProcess } from '../kept-files/judging-process.ts';
import type { SubmissionsOptions } from '../submissions/options.ts';
import type { JudgedLedger, LedgerChoices, LedgerRefused, SentLedger } from './imports.ts';
import type { LedgerTask } from './judge-ledger.ts';
import { ledgerFacts, ledgerStamp, type LedgerFacts } from './ledger-facts.ts';
import { ledgerKeeping } from './ledger-keeping.ts';

type Outcome = JudgedLedger | LedgerRefused;
type Head = Omit<SentLedger, 'bytes'>;

/** Outcomes remembered: one of 20,000 rows takes some 10 MB. */
const mostRemembered = 6;

const refused = { status: 'refused', by: 'workbook', values: {} } as const;
const askLedgerProcess = judgingProcess<LedgerTask, Outcome>(
  new URL('./ledger-process.ts', import.meta.url),
  'ledger',
  { tooSlow: { ...refused, reason: 'too-slow' }, failed: { ...refused, reason: 'damaged' } },
);

export interface LedgerJudgements extends Judgements<Head, LedgerChoices, Outcome> {
  stampOf(read: Reader): Promise<string>;
}

export function createLedgerJudgements({
  database,
  data,
  now,
}: Pick<SubmissionsOptions, 'database' | 'data' | 'now'>): LedgerJudgements {
  const stampOf = (read: Reader) => ledgerStamp(read, shanghaiDay(now()));
  const judgements = createJudgements<Head, LedgerChoices, LedgerFacts, Outcome>({
    database,
    most: mostRemembered,
    headOf: ({ division, track, name, kind }) => ({ division, track, name, kind }),
    decisionsText: ledgerKeeping.choicesText,
    stampOf,
    factsOf: (read) => ledgerFacts(read, data(), shanghaiDay(now())),
    ask: (sent, choices, facts, signal) => askLedgerProcess({ ...sent, ...facts, choices }, signal),
  });
  return { ...judgements, stampOf };
}

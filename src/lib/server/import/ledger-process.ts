/** The process that judges one ledger, and ends. */
import { answerTask } from '../worker-task.ts';
import { judgeLedger } from './judge-ledger.ts';

await answerTask(judgeLedger);

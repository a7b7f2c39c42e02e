/** The process that judges one file of positions, and ends. */
import { answerTask } from '../worker-task.ts';
import { judgePlaces } from './judge-places.ts';

await answerTask(judgePlaces);

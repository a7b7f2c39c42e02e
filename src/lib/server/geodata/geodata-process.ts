/** The process that `readGeodata` starts. */
import { answerTask } from '../worker-task.ts';
import { parseGeodata } from './parse-geodata.ts';
import type { GeodataFile } from './place-feature.ts';

await answerTask((files: readonly GeodataFile[]) => parseGeodata(files));

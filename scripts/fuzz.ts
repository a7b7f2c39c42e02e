/**
 * `npm run fuzz`: a hundred thousand files made by chance, given to the readers of ledgers and positions.
 * What must hold of each stands in `scripts/fuzz/expect-workbook.ts` and `judge-places.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { help, readFuzzArguments, type FuzzOptions } from './fuzz/arguments.ts';
import { kinds } from './fuzz/fuzz-case.ts';
import { runBatches, type BatchEnd } from './fuzz/run-batches.ts';
import { tableLines } from './user/table.ts';

const longestRecipe = 6_000;

const read = readFuzzArguments(process.argv.slice(2));
switch (read.status) {
  case 'help':
    console.log(help);
    break;
  case 'wrong':
    console.error(`${read.message}\n\n${help}`);
    process.exitCode = 2;
    break;
  case 'run':
    process.exitCode = (await fuzz(read.options)) ? 0 : 1;
}

/** Whether everything held. */
async function fuzz({ batches, save }: FuzzOptions): Promise<boolean> {
  const all = batches.reduce((sum, { runs }) => sum + runs, 0);
  const counts = new Map(kinds.map((kind) => [kind, new Map<string, number>()]));
  const begun = performance.now();
  let done = 0;
  let isSound = true;
  const onEnd = (end: BatchEnd): 'go-on' | 'stop' => {
    if (end.status === 'done') {
      const ofKind = counts.get(end.batch.kind);
      for (const [outcome, count] of Object.entries(end.result.outcomes))
        ofKind?.set(outcome, (ofKind.get(outcome) ?? 0) + count);
    }
    const failure = failureOf(end, save);
    if (failure !== null) {
      console.error(`\n${failure}`);
      isSound = false;
      return 'stop';
    }
    done += end.batch.runs;
    progress(done, all, performance.now() - begun);
    return 'go-on';
  };
  await runBatches(batches, availableParallelism(), onEnd);
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const line of tableLines(rowsOf(counts))) console.log(line);
  console.log(
    `\n${done} / ${all} 次 runs, ${seconds} s, ${isSound ? '没有反例 no counterexample' : '有反例 a counterexample'}`,
  );
  return isSound;
}

/** In place on a terminal, now and then elsewhere. */
function progress(done: number, all: number, milliseconds: number): void {
  const line = `${done} / ${all}  ${Math.round(milliseconds / 1000)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
  else if (Math.floor((done * 20) / all) !== Math.floor(((done - 250) * 20) / all))
    process.stderr.write(`${line}\n`);
}

/** What broke, how to make it happen again, and the file as small as it could be made; `null`: nothing. */
function failureOf(end: BatchEnd, save: string | null): string | null {
  const again = (path: string): string =>
    `npm run fuzz -- --only ${end.batch.kind} --seed ${end.batch.seed} --path ${path}`;
  if (end.status === 'lost') return `${end.why}\n${again(String(end.run))}`;
  const { failure } = end.result;
  if (failure === null) return null;
  if (save !== null) {
    mkdirSync(save, { recursive: true });
    for (const { name, bytes } of failure.files) writeFileSync(join(save, basename(name)), bytes);
  }
  const recipe = failure.recipe.slice(0, longestRecipe);
  return `${failure.message.slice(0, longestRecipe)}\n${recipe}\n${again(failure.path)}`;
}

function rowsOf(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): readonly string[][] {
  const rows = [...counts].flatMap(([kind, outcomes]) =>
    [...outcomes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([outcome, count]) => [kind, outcome, String(count)]),
  );
  return [['类别 kind', '结果 answer', '次数 runs'], ...rows];
}

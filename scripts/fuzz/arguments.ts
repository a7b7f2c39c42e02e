/** The command line of `npm run fuzz`. */
import { parseArgs } from 'node:util';
import { kinds, shares, type FuzzKind } from './fuzz-case.ts';
import type { Batch } from './run-batch.ts';

export const help = `用法 Usage: npm run fuzz [-- --runs N] [--seed S] [--only KIND] [--path P] [--save DIR]

  --runs N     一共多少次 how many files in all (default: 100000)
  --seed S     随机种子 the chance (default: 1); the same seed makes the same files
  --only KIND  只测一类 of ${kinds.join(', ')}: that alone
  --path P     重现一个反例 one counterexample again, with its --only and --seed as they were printed
  --save DIR   把反例的文件写到这里 where the files of a counterexample are written
  --help       this text

生成和改动的台账、表格、坐标文件，逐个交给读取程序：须在 2 秒内读出或说明原因，不得出错，不得改动公用对象，同一文件两次结果须相同。
Files are made and damaged by chance and given to the readers: each must be read or refused for a known reason
within 2 s of processor time, without an error and without a trace, and alike when asked twice.

退出码 Exit codes: 0 每次都成立 everything held; 1 有反例 a counterexample was found; 2 命令有误 the call is off.`;

export interface FuzzOptions {
  readonly batches: readonly Batch[];
  readonly seed: number;
  readonly save: string | null;
}

export type FuzzArguments =
  | { readonly status: 'help' }
  | { readonly status: 'wrong'; readonly message: string }
  | { readonly status: 'run'; readonly options: FuzzOptions };

/** Runs of one batch: some seconds, so that the line that tells of progress moves. */
const batchSize = 250;

export function readFuzzArguments(args: readonly string[]): FuzzArguments {
  const read = parse(args);
  if ('message' in read) return { status: 'wrong', message: read.message };
  const { runs, seed, only, path, save, help: isHelp } = read.values;
  if (isHelp) return { status: 'help' };
  if (!/^\d{1,9}$/.test(runs) || Number(runs) < 1) return wrong('--runs', runs);
  if (!/^-?\d{1,9}$/.test(seed)) return wrong('--seed', seed);
  const kind = kinds.find((each) => each === only);
  if (only !== undefined && kind === undefined) return wrong('--only', only);
  if (path !== undefined && (kind === undefined || !/^\d+(:\d+)*$/.test(path)))
    return wrong('--path', path);
  const options = { seed: Number(seed), save: save ?? null };
  if (path !== undefined && kind !== undefined) {
    const batches = [{ kind, seed: options.seed, runs: batchSize, path }];
    return { status: 'run', options: { ...options, batches } };
  }
  const batches = batchesOf(Number(runs), options.seed, kind);
  return { status: 'run', options: { ...options, batches } };
}

const wrong = (option: string, value: string): FuzzArguments => ({
  status: 'wrong',
  message: `${option} ${value}`,
});

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        runs: { type: 'string', default: '100000' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        path: { type: 'string' },
        save: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** The runs in batches, each with a seed of its own, of all kinds in turn. */
function batchesOf(runs: number, seed: number, only: FuzzKind | undefined): readonly Batch[] {
  const chosen = only === undefined ? kinds : [only];
  const weight = chosen.reduce((sum, kind) => sum + shares[kind], 0);
  const byKind = chosen.map((kind) => {
    const own = Math.ceil((runs * shares[kind]) / weight);
    return Array.from({ length: Math.ceil(own / batchSize) }, (_, at): Batch => {
      return { kind, seed: seed + at, runs: Math.min(batchSize, own - at * batchSize) };
    });
  });
  const longest = Math.max(...byKind.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => byKind.flatMap((own) => own[at] ?? [])).flat();
}

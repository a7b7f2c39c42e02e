/** `npm run progress`: the targets on any day, as a table or as JSON. A thin line over the domain. */
import { parseArgs } from 'node:util';
import { intervalOf, isDay, shanghaiDay, type Day } from '../src/lib/domain/date.ts';
import { knowledgeOf } from '../src/lib/domain/knowledge.ts';
import { progress, type TargetProgress } from '../src/lib/domain/progress.ts';
import { faultLines } from '../src/lib/server/data/fault.ts';
import { readDataDirectory } from '../src/lib/server/data/read-data-directory.ts';

const help = `用法 Usage: npm run progress -- [--data DIR] [--at DATE] [--known-at DATE] [--json]

  --data DIR       数据目录 the data directory (default: data)
  --at DATE        截至日期 how it stood on this day, YYYY-MM-DD (default: today in Asia/Shanghai)
  --known-at DATE  知情日期 as known at the end of this day (default: all that is recorded)
  --json           JSON instead of a table
  --help           this text

Exit codes: 0 printed; 1 the data does not validate; 2 the call is off.`;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: 'data' },
        at: { type: 'string' },
        'known-at': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  console.error(`${message}\n\n${help}`);
  process.exit(2);
}

function readDay(name: string, text: string | undefined): Day | undefined {
  if (text !== undefined && isDay(text) && text > today) {
    return fail(`--${name} ${text}: 日期在未来 the date is in the future, at most ${today}.`);
  }
  if (text === undefined || isDay(text)) return text;
  const hint = intervalOf(text) ? '应为完整日期 a full day is needed' : '日期不存在 no such date';
  return fail(`--${name} ${text}: ${hint}, YYYY-MM-DD.`);
}

/** Chinese characters take two columns of a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e7f' ? 2 : 1), 0);
}

function printTable(targets: readonly TargetProgress[], at: Day): void {
  const rows = [
    [
      'target',
      'sure',
      'at most',
      'of',
      'required',
      'gap',
      'outcome',
      'met on',
      'stated',
      'unnamed',
      'not reported',
      'data up to',
    ],
    ...targets.map((target) => [
      target.id,
      String(target.low),
      String(target.high),
      String(target.denominator),
      String(target.required),
      String(target.gap),
      target.outcome,
      target.metOn ?? '-',
      target.stated === null ? '-' : String(target.stated),
      String(target.unnamed),
      String(target.notReported.length),
      target.dataUpTo ?? '-',
    ]),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  console.log(`截至 ${at}`);
  for (const row of rows) {
    const cells = row.map(
      (cell, column) => cell + ' '.repeat((widths?.[column] ?? 0) - widthOf(cell)),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

const today = shanghaiDay(Date.now());
const options = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const at = readDay('at', options.at) ?? today;
const knownAt = readDay('known-at', options['known-at']);
const result = readDataDirectory(options.data);
if (result.status === 'invalid') {
  for (const line of faultLines(result.faults, 'zh-CN')) console.error(line);
  process.exit(1);
}
const targets = progress(knowledgeOf(result.site.data, knownAt), at);
if (options.json) console.log(JSON.stringify({ at, knownAt: knownAt ?? null, targets }, null, 2));
else printTable(targets, at);

/** `npm run validate [-- DIR]`: checks a data directory; one line for each fault. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { faultLines, type FaultLanguage } from '../src/lib/server/data/fault.ts';
import { readDataDirectory } from '../src/lib/server/data/read-data-directory.ts';
import { summarize } from '../src/lib/server/data/summary.ts';

const help = `用法 Usage: npm run validate [-- DIR] [-- --lang zh-CN|en] [-- --edition DIR]

检查数据目录（默认 data），每个错误一行：文件、位置、错在哪里、应为什么。有错误时退出码为 1。
Checks a data directory (default: data). One line for each fault: file, place, what is wrong,
what was expected. Exit code 1 if there is any, 2 if the command line is wrong.

  --lang zh-CN|en   语言 language of the lines (default: zh-CN)
  --edition DIR     用来核对坐标偏移的已存数据 stored data of the same prefecture whose control
                    points show a shifted datum (default: the data of this repository)
  --all             全部列出 list every fault (default: the first 200)
  --help            本说明 this text`;

const ownData = fileURLToPath(new URL('../data', import.meta.url));

function languageOf(text: string): FaultLanguage | undefined {
  if (/^zh/i.test(text)) return 'zh-CN';
  return /^en/i.test(text) ? 'en' : undefined;
}

function commandLine() {
  return parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'zh-CN' },
      edition: { type: 'string', default: ownData },
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function main(): number {
  let parsed: ReturnType<typeof commandLine>;
  try {
    parsed = commandLine();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const language = languageOf(values.lang);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (positionals.length > 1 || !language) {
    console.error(help);
    return 2;
  }
  const read = readDataDirectory(positionals[0] ?? 'data', { edition: values.edition });
  if (read.status === 'ok') {
    console.log(`${language === 'en' ? 'OK' : '通过'} ${summarize(read.site)[language]}`);
    return 0;
  }
  for (const line of faultLines(read.faults, language, values.all)) console.log(line);
  return 1;
}

process.exitCode = main();

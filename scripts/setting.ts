/** `npm run setting`: what an administrator sets in the office, from the command line. */
import { parseArgs } from 'node:util';
import { officeWordsOf } from '../src/lib/i18n/office-words.ts';
import type { SettingFault, Settings, SettingValues } from '../src/lib/server/settings/settings.ts';
import { NotOpen, withTools } from './user/open-tools.ts';
import { tableLines } from './user/table.ts';

const help = `用法 Usage: npm run setting [-- list | get NAME | set NAME VALUE] [--demo]

系统设置，可在网站运行时使用；数据库由 VAR_DIR 或 DATABASE_URL 指定。修改记入操作日志，立即生效。
The settings of the site VAR_DIR or DATABASE_URL names, while it runs or not. Changes are logged.

  passwordPolicy    密码规则 dengbao or modern (docs/decisions/0013-password-policies.md)
  reportingDueDays  填报期限（天）days after which a county that has not reported is overdue
  dormantDays       账号休眠期限（天）days without sign-in after which an account is dormant
  idleMinutes       自动退出时间（分钟）minutes without a request after which a session ends

  --demo  演示站点 the site of npm run demo
  --help  this text

退出码 Exit codes: 0 完成 done; 1 未完成 not a value it can have; 2 命令有误或数据库不可用 the call is off, or no database.`;

type Name = keyof SettingValues;

function isName(text: string, values: SettingValues): text is Name {
  return Object.hasOwn(values, text);
}

function wrongCall(message: string): number {
  console.error(`${message}\n\n${help}`);
  return 2;
}

function faultLine({ field, code, values = {} }: SettingFault): string {
  const [zh, en] = [officeWordsOf['zh-CN'], officeWordsOf.en].map(({ faults }) =>
    faults.setting[code](values),
  );
  return `${field}: ${zh} ${en}`;
}

async function change(settings: Settings, name: Name, value: string): Promise<number> {
  const { values, version } = await settings.read();
  const texts = {
    passwordPolicy: values.passwordPolicy,
    reportingDueDays: String(values.reportingDueDays),
    dormantDays: String(values.dormantDays),
    idleMinutes: String(values.idleMinutes),
  };
  const result = await settings.change({ actor: null }, version, { ...texts, [name]: value });
  switch (result.status) {
    case 'done':
      console.log(`${name} ${value}`);
      return 0;
    case 'invalid':
      for (const fault of result.faults) console.error(faultLine(fault));
      return 1;
    case 'refused':
      console.error('没有权限 / not allowed');
      return 1;
    case 'clash':
      console.error('设置刚刚被修改，请再试一次 / the settings were changed just now, try again');
      return 1;
  }
}

async function run(words: readonly string[], settings: Settings): Promise<number> {
  const [command = 'list', name, value, ...rest] = words;
  const { values } = await settings.read();
  if (rest.length > 0) return wrongCall(`多余的参数 / too many: ${rest.join(' ')}`);
  if (command === 'list' && name === undefined) {
    const rows = Object.entries(values).map(([key, present]) => [key, String(present)]);
    for (const line of tableLines(rows)) console.log(line);
    return 0;
  }
  if (name === undefined) return wrongCall(`命令有误 / no such command: ${words.join(' ')}`);
  if (!isName(name, values)) return wrongCall(`没有这项设置 / no such setting: ${name}`);
  if (command === 'get' && value === undefined) {
    console.log(String(values[name]));
    return 0;
  }
  if (command === 'set' && value !== undefined) return await change(settings, name, value);
  return wrongCall(`命令有误 / no such command: ${words.join(' ')}`);
}

function readWords() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        demo: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(): Promise<number> {
  const words = readWords();
  if (typeof words === 'string') return wrongCall(words);
  if (words.values.help) {
    console.log(help);
    return 0;
  }
  try {
    return await withTools(words.values.demo, ({ settings }) => run(words.positionals, settings));
  } catch (error) {
    if (!(error instanceof NotOpen)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = await main();

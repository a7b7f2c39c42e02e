/** `npm run user`: the accounts of the site from the command line. `--help` tells the rest. */
import { officeWordsOf } from '../src/lib/i18n/office-words.ts';
import type {
  Account,
  AccountFault,
  AccountResult,
  Accounts,
} from '../src/lib/server/accounts/accounts.ts';
import { normalizeUsername } from '../src/lib/server/accounts/username.ts';
import { help, readArguments, type UserCommand } from './user/arguments.ts';
import { NotOpen, withTools, type Tools } from './user/open-tools.ts';
import { tableLines } from './user/table.ts';

/** An audit row of the command line is by nobody who is signed in. */
const by = { actor: null };

function faultLine({ field, code, values = {} }: AccountFault): string {
  const [zh, en] = [officeWordsOf['zh-CN'], officeWordsOf.en].map(({ faults }) =>
    faults.account[code](values),
  );
  return `${field}: ${zh} ${en}`;
}

function refused(faults: readonly AccountFault[]): number {
  for (const fault of faults) console.error(faultLine(fault));
  return 1;
}

const states: Readonly<Record<Account['state'], string>> = {
  active: '正常 active',
  disabled: '停用 disabled',
  dormant: '休眠 dormant',
};

function listLines(accounts: readonly Account[]): readonly string[] {
  const header = ['用户名', '姓名', '岗位', '区划', '状态', '第二因素', '上次登录'];
  const rows = accounts.map((account) => [
    account.username,
    account.name,
    account.posts.join(','),
    account.county ?? '-',
    states[account.state],
    account.hasSecondFactor ? '有 yes' : '-',
    account.lastSignInAt ?? '-',
  ]);
  return tableLines([header, ...rows]);
}

function printPassword(username: string, password: string): void {
  console.log(`用户名 username: ${username}`);
  console.log(`密码 password: ${password}`);
  console.log(
    '密码只显示这一次，首次登录时须修改。 Shown once; it must be changed at first sign-in.',
  );
}

async function onAccount(
  accounts: Accounts,
  { kind, username }: Extract<UserCommand, { readonly username: string }>,
): Promise<number> {
  const wanted = normalizeUsername(username);
  const account = (await accounts.list()).find((one) => one.username === wanted);
  if (!account) {
    console.error(`没有这个账号 / no such account: ${username}`);
    return 1;
  }
  const { id, version } = account;
  const run: Readonly<
    Record<typeof kind, () => Promise<AccountResult<{ account: Account; password?: string }>>>
  > = {
    'reset-password': () => accounts.resetPassword(by, id),
    'reset-second-factor': () => accounts.resetSecondFactor(by, id),
    disable: () => accounts.setEnabled(by, id, version, false),
    enable: () => accounts.setEnabled(by, id, version, true),
  };
  const result = await run[kind]();
  switch (result.status) {
    case 'done':
      if (result.password !== undefined) printPassword(account.username, result.password);
      else console.log(`${account.username}: ${states[result.account.state]}`);
      return 0;
    case 'invalid':
      return refused(result.faults);
    case 'clash':
    case 'not-found':
      console.error('账号刚刚被修改，请再试一次 / the account was changed just now, try again');
      return 1;
  }
}

async function run(command: UserCommand, tools: Tools): Promise<number> {
  const accounts = await tools.accounts();
  switch (command.kind) {
    case 'list': {
      const all = await accounts.list();
      if (command.isJson) console.log(JSON.stringify(all, null, 2));
      else for (const line of listLines(all)) console.log(line);
      return 0;
    }
    case 'create': {
      const result = await accounts.create(by, command.input);
      if (result.status !== 'done') {
        return refused(result.status === 'invalid' ? result.faults : []);
      }
      printPassword(result.account.username, result.password);
      return 0;
    }
    case 'set-up-link': {
      const path = await accounts.setUpLink('command-line');
      if (path === null) {
        console.error('已有账号，不再需要初始化 / there are accounts, nothing to set up');
        return 1;
      }
      console.log(`${tools.origin ?? ''}${path}`);
      console.log(
        '二十四小时内有效，用一次。 Valid for 24 hours, once. It ends any link before it.',
      );
      return 0;
    }
    default:
      return await onAccount(accounts, command);
  }
}

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  if (args.status === 'help') {
    console.log(help);
    return 0;
  }
  if (args.status === 'unknown') {
    console.error(`${args.message}\n\n${help}`);
    return 2;
  }
  try {
    return await withTools(args.isDemo, (tools) => run(args.command, tools));
  } catch (error) {
    if (!(error instanceof NotOpen)) throw error;
    console.error(error.message);
    return 2;
  }
}

process.exitCode = await main();

/** The command line of `npm run user`. */
import { parseArgs } from 'node:util';
import type { Post } from '../../src/lib/domain/permission.ts';
import type { AccountInput } from '../../src/lib/server/accounts/accounts.ts';

export const help = `用法 Usage:
  npm run user -- list [--json]
  npm run user -- create --username NAME --name 姓名 --posts POST,… [--county CODE]
  npm run user -- reset-password | reset-second-factor | disable | enable USERNAME
  npm run user -- set-up-link

账号管理，可在网站运行时使用；数据库由 VAR_DIR 或 DATABASE_URL 指定。每次操作记入操作日志。
The accounts of the site VAR_DIR or DATABASE_URL names, while it runs or not. All of it is logged.

  list                 所有账号 every account
  create               新建账号，初始密码只显示一次 a new account; its first password is printed once
  reset-password       重置密码，临时密码只显示一次 a temporary password, printed once
  reset-second-factor  取消第二因素，下次登录时重新设置 takes the second factor away, to be set up anew
  disable, enable      停用（立即退出登录）、启用 ends its sessions at once; wakes a dormant one too
  set-up-link          尚无账号时，生成一次性初始化链接 the one-time link, where no account exists

  --posts     county-clerk, county-head, city-clerk, city-approver, administrator, auditor
  --county    县级岗位的区划代码 code of the county, for county posts
  --demo      演示站点 the site of npm run demo
  --json      JSON instead of a table
  --help      this text

退出码 Exit codes: 0 完成 done; 1 未完成 refused, or no such account; 2 命令有误或数据库不可用 the call is off, or no database.`;

export type UserCommand =
  | { readonly kind: 'list'; readonly isJson: boolean }
  | { readonly kind: 'create'; readonly input: AccountInput }
  | {
      readonly kind: 'reset-password' | 'reset-second-factor' | 'disable' | 'enable';
      readonly username: string;
    }
  | { readonly kind: 'set-up-link' };

export type UserArguments =
  | { readonly status: 'help' }
  | { readonly status: 'unknown'; readonly message: string }
  | { readonly status: 'run'; readonly command: UserCommand; readonly isDemo: boolean };

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      posts: { type: 'string' },
      county: { type: 'string' },
      demo: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

export function readArguments(args: readonly string[]): UserArguments {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return { status: 'help' };
    const command = commandOf(positionals, values);
    if (typeof command === 'string') return { status: 'unknown', message: command };
    return { status: 'run', command, isDemo: values.demo };
  } catch (error) {
    return { status: 'unknown', message: error instanceof Error ? error.message : String(error) };
  }
}

type Values = ReturnType<typeof parse>['values'];

/** The command, or what is wrong with it. */
function commandOf(
  [kind, ...rest]: readonly string[],
  { username, name, posts, county, json }: Values,
): UserCommand | string {
  const hasInput = [username, name, posts, county].some((value) => value !== undefined);
  if (kind !== 'create' && hasInput) return '这些选项只用于 create / options of create only';
  if (json && kind !== 'list') return '--json 只用于 list / of list only';
  switch (kind) {
    case 'list':
    case 'set-up-link':
      if (rest.length > 0) return `多余的参数 / too many: ${rest.join(' ')}`;
      return kind === 'list' ? { kind, isJson: json } : { kind };
    case 'create':
      if (rest.length > 0) return `多余的参数 / too many: ${rest.join(' ')}`;
      if (username === undefined || name === undefined || posts === undefined) {
        return 'create 需要 --username、--name、--posts / create needs them';
      }
      return {
        kind,
        input: {
          username,
          name,
          // Whether they are posts is checked where accounts are made, as in the office.
          posts: posts.split(',').map((post) => post.trim()) as Post[],
          county: county ?? null,
        },
      };
    case 'reset-password':
    case 'reset-second-factor':
    case 'disable':
    case 'enable': {
      const [named, ...others] = rest;
      if (named === undefined || others.length > 0) {
        return `${kind} 需要一个用户名 / needs one username`;
      }
      return { kind, username: named };
    }
    case undefined:
      return '缺少命令 / no command';
    default:
      return `没有这个命令 / no such command: ${kind}`;
  }
}

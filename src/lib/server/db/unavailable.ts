/** A database the site cannot work with: why, as one line for the person who starts it. */
import { isPostgres, sqlitePath } from './address.ts';

export type UnavailableReason =
  /** Nobody answers at that address. */
  | 'unreachable'
  /** The server refuses this user or password. */
  | 'access'
  /** There is no such database, or no file where there should be one. */
  | 'missing'
  /** The folder or file cannot be written. */
  | 'unwritable'
  /** The file is not a database, or is damaged. */
  | 'not-a-database'
  /** It has tables of another program. */
  | 'foreign'
  /** It was written by a newer version of this program. */
  | 'newer'
  /** Somebody else holds it. */
  | 'busy'
  /** The disk is full. */
  | 'full';

const sentences: Readonly<Record<UnavailableReason, readonly [chinese: string, english: string]>> =
  {
    unreachable: ['连接不上数据库', 'the database cannot be reached'],
    access: ['数据库拒绝该用户名或密码', 'the database refuses this user or password'],
    missing: ['没有这个数据库', 'there is no such database'],
    unwritable: ['数据库所在位置不能写入', 'the place of the database cannot be written'],
    'not-a-database': ['文件不是数据库，或已损坏', 'the file is not a database, or it is damaged'],
    foreign: ['数据库属于其他程序', 'the database belongs to another program'],
    newer: [
      '数据库由更新版本的程序写成，请升级程序',
      'the database was written by a newer version of this program: upgrade it',
    ],
    busy: ['数据库正被占用', 'the database is in use'],
    full: ['磁盘已满', 'the disk is full'],
  };

/** Its message is one line in both languages, without the password. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, address: string, detail = '', cause?: unknown) {
    const [chinese, english] = sentences[reason];
    const what = detail === '' ? '' : ` (${detail})`;
    super(`${chinese} / ${english}: ${placeOf(address)}${what}`, { cause });
    this.reason = reason;
  }
}

/** The address as it may be printed: host, port and name, or the file's path. */
export function placeOf(address: string): string {
  if (!isPostgres(address)) return sqlitePath(address);
  const url = URL.parse(address);
  return url === null ? 'DATABASE_URL' : `${url.host || 'localhost'}${url.pathname}`;
}

/** Codes of Node, of SQLite (by their beginning) and of PostgreSQL, and what they come to here. */
const reasons: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/, 'unreachable'],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)$/, 'unwritable'],
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|53100)/, 'full'],
  [/^(ENOENT)$/, 'missing'],
  [/^SQLITE_(NOTADB|CORRUPT)/, 'not-a-database'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/, 'unwritable'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^28/, 'access'],
  [/^42501$/, 'access'],
  [/^3D000$/, 'missing'],
  // Out of connections, or starting, or shutting down.
  [/^(53300|57P0[1-3]|08\w{3})$/, 'unreachable'],
  // A table of our name that we did not make.
  [/^42P07$/, 'foreign'],
];

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Several addresses of one host were tried: the first tells enough.
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error as one line where it is of the database's being there, else the error as it is. */
export function asUnavailable(error: unknown, address: string): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const code = codeOf(error);
  const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
  if (reason) return new DatabaseUnavailable(reason, address, code, error);
  // pg gives no code where it waited for a connection in vain.
  if (
    error instanceof Error &&
    /timeout.*connect|connection terminated|encountered a connection error/i.test(error.message)
  ) {
    return new DatabaseUnavailable('unreachable', address, 'timeout', error);
  }
  return error;
}

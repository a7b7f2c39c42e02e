/** What the commands on the database share: settings, the proof of the log, and words for faults. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyChain } from '../src/lib/server/audit/verify.ts';
import { config, type Config } from '../src/lib/server/config.ts';
import { DatabaseUnavailable } from '../src/lib/server/db/unavailable.ts';
import { InvalidDataError } from '../src/lib/server/file-source.ts';
import { keyFile, readKeys, type Keys } from '../src/lib/server/keys.ts';
import type { SiteFault, VerifyLog } from '../src/lib/server/operations/verify-site.ts';

/** Where the keys of these settings are, for people. */
export function keysPlace({ varDir, auditKey, authSecret }: Config): string {
  return auditKey && authSecret ? 'AUDIT_KEY, AUTH_SECRET' : resolve(varDir, keyFile);
}

/** The keys the site has; never makes new ones, with which its log could not be proved. */
export async function readPresentKeys(settings: Config): Promise<Keys> {
  const { varDir, auditKey, authSecret } = settings;
  if (!(auditKey && authSecret) && !existsSync(join(varDir, keyFile))) {
    return fail(
      `没有密钥文件，请先放回 / the key file is missing, put it back first: ${keysPlace(settings)}`,
    );
  }
  const read = await readKeys(settings);
  return read.status === 'ok' ? read.keys : fail(read.message);
}

export function logProof({ audit }: Keys): VerifyLog {
  return async (read) => {
    const verification = await verifyChain(read, audit);
    if (verification.status === 'whole') return null;
    return `${verification.kind}, ${verification.row}`;
  };
}

export function faultLine(fault: SiteFault, place: string): string {
  switch (fault.kind) {
    case 'damaged':
      return `文件已损坏 / the file is damaged: ${place} (${fault.detail.replaceAll('\n', ' ')})`;
    case 'foreign':
      return `不是本程序的站点数据库 / not a site's database of this program: ${place}`;
    case 'log':
      return `审计日志验证不通过 / the audit log does not verify: ${place} (${fault.detail})`;
  }
}

/** One line, and the end of the process. */
export function fail(line: string, code = 1): never {
  console.error(line);
  process.exit(code);
}

/** Runs a command with the settings of the environment; what it cannot use is told in one line. */
export async function withSettings(work: (settings: Config) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work(config());
  } catch (error) {
    if (error instanceof DatabaseUnavailable || error instanceof InvalidDataError) {
      fail(error.message);
    }
    throw error;
  }
}

/** The command line, or its help with exit code 2 where it is not one. */
export function parsed<Values>(parse: () => Values, help: string): Values {
  try {
    return parse();
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${help}`, 2);
  }
}

/** Runs a command whose call is one FILE and options without value; tells its help, or that the call is off. */
export async function withFile<Flag extends string>(
  help: string,
  flags: readonly Flag[],
  work: (file: string, settings: Config, given: ReadonlySet<Flag>) => Promise<number>,
): Promise<void> {
  const options = Object.fromEntries(
    ['help', ...flags].map((name) => [name, { type: 'boolean' } as const]),
  );
  const { values, positionals } = parsed(
    () => parseArgs({ allowPositionals: true, options }),
    help,
  );
  const [file, ...others] = positionals;
  if (values['help']) console.log(help);
  else if (file === undefined || others.length > 0) fail(help, 2);
  else {
    const given = new Set(flags.filter((name) => values[name]));
    await withSettings((settings) => work(file, settings, given));
  }
}

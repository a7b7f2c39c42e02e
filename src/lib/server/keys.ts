/**
 * The secrets of one site, kept outside its database: the key that seals the audit log and the one
 * that signs sessions. Who can write to the database only cannot forge either.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Config } from './config.ts';

export interface Keys {
  /** 32 bytes. */
  readonly audit: Uint8Array;
  /** 32 bytes as base64url, the form better-auth takes. */
  readonly auth: string;
}

export type ReadKeys =
  | { readonly status: 'ok'; readonly keys: Keys }
  /** One line for the operator, without anything secret. */
  | { readonly status: 'invalid'; readonly message: string };

/** The name of the key file in `VAR_DIR`. */
export const keyFile = 'keys.json';

const bytes = 32;
const keyText = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const schema = v.strictObject({ audit: keyText, auth: keyText });

/**
 * The keys these settings name; those they do not name are read from `VAR_DIR/keys.json`, which is
 * made on first use, unless it `mustExist`. Rejects where the file system does.
 */
export async function readKeys(
  { varDir, auditKey, authSecret }: Pick<Config, 'varDir' | 'auditKey' | 'authSecret'>,
  { mustExist = false } = {},
): Promise<ReadKeys> {
  if (auditKey && authSecret) return { status: 'ok', keys: toKeys(auditKey, authSecret) };
  const file = join(varDir, keyFile);
  if (!(await exists(file))) {
    if (mustExist) return invalid(file, '没有这个文件 / there is no such file');
    await makeKeyFile(varDir, file);
  }
  // Windows has no such bits; everywhere else a key that all may read is no key.
  if (process.platform !== 'win32' && (await stat(file)).mode & 0o007) {
    return invalid(file, '其他用户可以读取，请执行 chmod 600 / others can read it, run chmod 600');
  }
  const kept = v.safeParse(schema, parseJson(await readFile(file, 'utf8')));
  if (!kept.success) {
    return invalid(
      file,
      '不是本站写下的密钥文件，请从备份恢复 / not a key file of this site, restore it from the backup',
    );
  }
  const { audit, auth } = kept.output;
  return { status: 'ok', keys: toKeys(auditKey ?? audit, authSecret ?? auth) };
}

function toKeys(audit: string, auth: string): Keys {
  // Node reads base64 and base64url alike.
  const auditBytes = new Uint8Array(Buffer.from(audit, 'base64'));
  return { audit: auditBytes, auth: Buffer.from(auth, 'base64').toString('base64url') };
}

function invalid(file: string, fault: string): ReadKeys {
  return { status: 'invalid', message: `密钥文件有误 / wrong key file: ${file}: ${fault}` };
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

/**
 * Writes the file beside its place and links it in: it appears whole, or another process's did, and
 * is on the disk before anything is sealed with it.
 */
async function makeKeyFile(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fresh = () => randomBytes(bytes).toString('base64url');
  const unfinished = `${file}.${randomBytes(8).toString('hex')}`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify({ audit: fresh(), auth: fresh() }, null, 2)}\n`);
    await handle.sync();
    await link(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await handle.close();
    await unlink(unfinished);
  }
  if (process.platform !== 'win32') await syncFolder(folder);
}

/** A name in a folder survives a power cut only after the folder itself was written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no key file either: the schema refuses it.
    return undefined;
  }
}

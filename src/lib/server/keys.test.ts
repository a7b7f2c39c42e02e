import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFile, readKeys, type Keys } from './keys.ts';

const run = promisify(execFile);
const unset = { auditKey: null, authSecret: null };
let varDir: string;

beforeEach(async () => {
  varDir = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(varDir, { recursive: true }));

async function keysOf(settings: Parameters<typeof readKeys>[0]): Promise<Keys> {
  const read = await readKeys(settings);
  if (read.status === 'invalid') throw new Error(read.message);
  return read.keys;
}

describe('the keys of a site', () => {
  it('are made on first use and stay the same', async () => {
    const first = await keysOf({ varDir: join(varDir, 'new'), ...unset });
    expect(first.audit).toHaveLength(32);
    expect(Buffer.from(first.auth, 'base64url')).toHaveLength(32);
    expect(Buffer.from(first.audit).toString('base64url')).not.toBe(first.auth);
    expect(await keysOf({ varDir: join(varDir, 'new'), ...unset })).toEqual(first);
  });

  it('are readable by the owner alone, and nothing half-written stays beside them', async () => {
    await keysOf({ varDir, ...unset });
    expect((await stat(join(varDir, keyFile))).mode & 0o777).toBe(0o600);
    expect(await readdir(varDir)).toEqual([keyFile]);
  });

  it('are not made by who only looks', async () => {
    const read = await readKeys({ varDir, ...unset }, { mustExist: true });
    expect(read).toMatchObject({ status: 'invalid' });
    expect(await readdir(varDir)).toEqual([]);
  });

  it('are one pair for all processes that start at once', async () => {
    const script = `
      import { readKeys } from ${JSON.stringify(new URL('./keys.ts', import.meta.url).href)};
      const { keys } = await readKeys({ varDir: process.argv[1], auditKey: null, authSecret: null });
      process.stdout.write(Buffer.from(keys.audit).toString('hex') + keys.auth);`;
    const starts = Array.from({ length: 6 }, () =>
      run(process.execPath, ['--input-type=module', '--eval', script, varDir]),
    );
    const printed = (await Promise.all(starts)).map(({ stdout }) => stdout);
    expect(new Set(printed).size).toBe(1);
    expect(printed[0]).toHaveLength(64 + 43);
    expect(await readdir(varDir)).toEqual([keyFile]);
  });

  it('come from the environment where it names both, and no file is made', async () => {
    const key = Buffer.alloc(32, 'audit key');
    const secret = Buffer.alloc(32, 'auth secret').toString('base64');
    const keys = await keysOf({ varDir, auditKey: key.toString('base64'), authSecret: secret });
    expect(Buffer.from(keys.audit)).toEqual(key);
    expect(keys.auth).toBe(Buffer.from(secret, 'base64').toString('base64url'));
    expect(await readdir(varDir)).toEqual([]);
  });

  it('come from the file where the environment names one only', async () => {
    const own = await keysOf({ varDir, ...unset });
    const auditKey = Buffer.alloc(32, 'audit key').toString('base64url');
    const mixed = await keysOf({ varDir, auditKey, authSecret: null });
    expect(mixed.auth).toBe(own.auth);
    expect(mixed.audit).not.toEqual(own.audit);
  });

  it.each([
    ['no JSON', 'audit=secretive'],
    ['a short key', JSON.stringify({ audit: 'secretive', auth: 'x'.repeat(43) })],
    [
      'a name more',
      JSON.stringify({ audit: 'x'.repeat(43), auth: 'x'.repeat(43), b: 'secretive' }),
    ],
  ])('are refused in one line where the file holds %s', async (_what, text) => {
    await writeFile(join(varDir, keyFile), text, { mode: 0o600 });
    const read = await readKeys({ varDir, ...unset });
    if (read.status === 'ok') throw new Error('expected a fault');
    expect(read.message).toMatch(/^密钥文件有误 \/ wrong key file: .*keys\.json/);
    expect(read.message).not.toMatch(/\n|secretive/);
    expect(await readFile(join(varDir, keyFile), 'utf8')).toBe(text);
  });

  it.skipIf(process.platform === 'win32')('are refused where everybody can read them', async () => {
    await keysOf({ varDir, ...unset });
    await chmod(join(varDir, keyFile), 0o644);
    expect(await readKeys({ varDir, ...unset })).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('chmod 600') as unknown,
    });
  });
});

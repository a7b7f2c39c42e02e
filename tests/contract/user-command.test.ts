import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { sqliteFile } from '../../src/lib/server/db/open.ts';
import { keyFile } from '../../src/lib/server/keys.ts';
import { databases, temporaryFolder } from './databases.ts';
import { goodPassword, newBrowser, openAccounts } from './accounts-site.ts';
import { runProcess } from './run-process.ts';
import { auditKey, verifyLog } from './site.ts';

/** A VAR_DIR with the keys of the site under test, and no database. */
function folderWithKeys(): string {
  const folder = temporaryFolder();
  const audit = Buffer.from(auditKey).toString('base64url');
  writeFileSync(join(folder, keyFile), JSON.stringify({ audit, auth: audit }), { mode: 0o600 });
  return folder;
}

describe.each(databases)(
  'npm run user beside a running site on $name',
  ({ open, fresh, dialect }) => {
    async function openRunning() {
      const varDir = folderWithKeys();
      const address = dialect === 'sqlite' ? join(varDir, sqliteFile) : await fresh();
      const env = {
        VAR_DIR: varDir,
        DATABASE_URL: dialect === 'sqlite' ? '' : address,
        AUDIT_KEY: '',
        AUTH_SECRET: '',
        ORIGIN: 'https://map.example.cn',
      };
      const database = await open(address);
      await migrate(database);
      const user = (...args: readonly string[]) => runProcess('scripts/user.ts', args, env);
      const setting = (...args: readonly string[]) => runProcess('scripts/setting.ts', args, env);
      const site = await openAccounts(database);
      site.clock.now = Date.now();
      return { site, user, setting, env };
    }

    it('makes, lists, disables and enables accounts; a session ends at once', async () => {
      const { site, user } = await openRunning();
      const link = await user('set-up-link');
      expect(link).toMatchObject({ code: 0 });
      expect(link.stdout).toMatch(/^https:\/\/map\.example\.cn\/admin\/set-up\/[\w-]{43}\n/);

      const input = ['--username', 'lin', '--name', '林芳', '--posts', 'county-clerk'];
      const wrong = await user('create', ...input, '--county', '110101');
      expect(wrong).toMatchObject({ code: 1, stdout: '' });
      expect(wrong.stderr).toContain('county: 没有这个县');
      const created = await user('create', ...input, '--county', '131082');
      expect(created).toMatchObject({ code: 0, stderr: '' });
      const password = /password: (\S+)/.exec(created.stdout)?.[1] ?? '';
      expect((await user('set-up-link')).code).toBe(1);

      const browser = newBrowser();
      browser.keep((await site.accounts.signIn(browser.from, 'lin', password)).cookies);
      expect((await site.accounts.whoIs(browser.from.headers))?.duty).toBe('change-password');
      expect(await user('disable', 'LIN')).toMatchObject({
        code: 0,
        stdout: 'lin: 停用 disabled\n',
      });
      expect(await site.accounts.whoIs(browser.from.headers)).toBeNull();
      expect((await user('enable', 'lin')).code).toBe(0);

      const listed = await user('list');
      expect(listed.stdout).toMatch(/^lin +林芳 +county-clerk +131082 +正常 active/m);
      const [account] = JSON.parse((await user('list', '--json')).stdout) as { username: string }[];
      expect(account).toMatchObject({
        username: 'lin',
        state: 'active',
        county: '131082',
        version: 3,
      });
      const log = await site.log();
      expect(log.map(({ action, actor, details }) => [action, actor, details['by']])).toEqual([
        ['account.set-up-link', null, 'command-line'],
        ['account.created', null, 'command-line'],
        ['session.signed-in', '林芳', undefined],
        ['account.disabled', null, 'command-line'],
        ['account.enabled', null, 'command-line'],
      ]);
      expect(JSON.stringify(log)).not.toContain(password);
      expect(await verifyLog(site.database.read)).toBeNull();
    });

    it('resets a password and a second factor, and keeps the last administrator', async () => {
      const { site, user } = await openRunning();
      const { browser } = await site.approver({ posts: ['administrator'] });
      expect((await user('reset-second-factor', 'zhao')).code).toBe(0);
      expect(await site.accounts.whoIs(browser.from.headers)).toBeNull();
      const reset = await user('reset-password', 'zhao');
      const password = /password: (\S+)/.exec(reset.stdout)?.[1] ?? '';
      expect((await site.accounts.signIn(browser.from, 'zhao', goodPassword)).status).toBe('wrong');
      expect((await site.accounts.signIn(browser.from, 'zhao', password)).status).toBe('signed-in');
      const disabled = await user('disable', 'zhao');
      expect(disabled.code).toBe(1);
      expect(disabled.stderr).toContain('系统管理员');
    });

    it('changes settings, which hold at once', async () => {
      const { site, setting } = await openRunning();
      expect((await setting('get', 'idleMinutes')).stdout).toBe('30\n');
      expect((await setting('set', 'idleMinutes', '15')).code).toBe(0);
      expect((await site.settings.read()).values.idleMinutes).toBe(15);
      const refused = await setting('set', 'idleMinutes', '0');
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('idleMinutes');
      expect((await setting()).stdout).toMatch(/^passwordPolicy +dengbao$/m);
    });

    it('says what is wrong with the call, and touches no database that is not there', async () => {
      const { user, env } = await openRunning();
      const wrong = await user('dance');
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain('npm run user');
      expect((await user('disable', 'nobody')).code).toBe(1);
      const elsewhere = { ...env, VAR_DIR: folderWithKeys(), DATABASE_URL: '' };
      const missing = await runProcess('scripts/user.ts', ['list'], elsewhere);
      expect(missing.code).toBe(2);
      expect(missing.stderr).toContain(sqliteFile);
    });
  },
);

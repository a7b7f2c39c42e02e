import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/lib/server/db/database.ts';
import { createSettings } from '../../src/lib/server/settings/create-settings.ts';
import type { SettingValues } from '../../src/lib/server/settings/settings.ts';
import { databases } from './databases.ts';
import { audit, now, verifyLog } from './site.ts';

const administrator = { id: 'a1', name: '赵管理', posts: ['administrator'], county: null } as const;
const by = { actor: administrator, request: 'r1' };
const asTyped = {
  passwordPolicy: 'dengbao',
  reportingDueDays: '31',
  dormantDays: '90',
  idleMinutes: '30',
};

function settingsOf(database: Database) {
  return createSettings({ database, audit, now });
}

/** The settings of a site, and its database, that has this administrator. */
async function siteOf(opened: Promise<Database>) {
  const database = await opened;
  const at = '2026-01-01T00:00:00.000Z';
  await database.read
    .insertInto('account_user')
    .values({
      id: administrator.id,
      name: administrator.name,
      email: 'guan@users.invalid',
      email_verified: 0,
      image: null,
      created_at: at,
      updated_at: at,
      username: 'guan',
      display_username: null,
      two_factor_enabled: 1,
      posts: JSON.stringify(administrator.posts),
      county: null,
      enabled: 1,
      version: 1,
      must_change_password: 0,
      password_changed_at: at,
      awake_since: at,
      last_sign_in_at: null,
    })
    .execute();
  return { database, settings: settingsOf(database) };
}

describe.each(databases)('the settings in $name', ({ open }) => {
  it('are the defaults until somebody changes them', async () => {
    const settings = settingsOf(await open());
    expect(await settings.read()).toEqual({
      version: 0,
      values: { passwordPolicy: 'dengbao', reportingDueDays: 31, dormantDays: 90, idleMinutes: 30 },
    });
  });

  it('once changed stay so, and the log says from what to what', async () => {
    const { database } = await siteOf(open());
    const typed = { ...asTyped, passwordPolicy: 'modern', idleMinutes: ' １５ ' };
    expect(await settingsOf(database).change(by, 0, typed)).toEqual({ status: 'done' });
    expect(await settingsOf(database).read()).toMatchObject({
      version: 1,
      values: { passwordPolicy: 'modern', reportingDueDays: 31, idleMinutes: 15 },
    });
    const [row, ...others] = await database.read.selectFrom('audit').selectAll().execute();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ action: 'setting.changed', actor: 'a1', request: 'r1' });
    expect(JSON.parse(row?.details ?? '')).toEqual({
      before: { passwordPolicy: 'dengbao', idleMinutes: 30 },
      after: { passwordPolicy: 'modern', idleMinutes: 15 },
    });
    expect(await verifyLog(database.read)).toBeNull();
  });

  it('are changed from the command line by nobody who is signed in', async () => {
    const database = await open();
    await settingsOf(database).change({ actor: null }, 0, { ...asTyped, idleMinutes: '60' });
    const [row] = await database.read.selectFrom('audit').selectAll().execute();
    expect(row).toMatchObject({ action: 'setting.changed', actor: null, request: null });
  });

  it.each([
    ['disabled', { enabled: 0 }, 'not-signed-in'],
    ['given another post', { posts: JSON.stringify(['city-clerk']) }, 'post'],
  ] as const)(
    'are not changed by an administrator who was %s since, and the log says so',
    async (_, change, reason) => {
      const { database, settings } = await siteOf(open());
      await database.read.updateTable('account_user').set(change).execute();
      const typed = { ...asTyped, passwordPolicy: 'modern' };
      expect(await settings.change(by, 0, typed)).toEqual({ status: 'refused' });
      expect(await settings.read()).toMatchObject({
        version: 0,
        values: { passwordPolicy: 'dengbao' },
      });
      const rows = await database.read.selectFrom('audit').selectAll().execute();
      expect(rows).toMatchObject([
        { action: 'permission.refused', outcome: 'refused', actor: 'a1', request: 'r1' },
      ]);
      expect(JSON.parse(rows[0]?.details ?? '')).toEqual({ action: 'setting.manage', reason });
    },
  );

  it('saved unchanged are not a change', async () => {
    const { database } = await siteOf(open());
    expect(await settingsOf(database).change(by, 0, asTyped)).toEqual({ status: 'done' });
    expect(await settingsOf(database).read()).toMatchObject({ version: 0 });
    expect(await database.read.selectFrom('audit').selectAll().execute()).toEqual([]);
  });

  it('are not overwritten by who saw older ones', async () => {
    const { settings } = await siteOf(open());
    await settings.change(by, 0, { ...asTyped, dormantDays: '60' });
    const late = await settings.change(by, 0, { ...asTyped, dormantDays: '120' });
    expect(late).toMatchObject({ status: 'clash', version: 1, values: { dormantDays: 60 } });
    expect((await settings.read()).values.dormantDays).toBe(60);
  });

  it('changed by many at once are changed by one, and the others are told', async () => {
    const { settings } = await siteOf(open());
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) =>
        settings.change(by, 0, { ...asTyped, idleMinutes: String(40 + turn) }),
      ),
    );
    const count = (status: string) => answers.filter((answer) => answer.status === status).length;
    expect([count('done'), count('clash')]).toEqual([1, 9]);
    expect(await settings.read()).toMatchObject({ version: 1 });
  });

  it.each<[field: keyof SettingValues, typed: string, code: string]>([
    ['passwordPolicy', '', 'required'],
    ['passwordPolicy', 'none', 'unknown'],
    ['reportingDueDays', '', 'required'],
    ['reportingDueDays', '0', 'too-small'],
    ['reportingDueDays', '401', 'too-large'],
    ['dormantDays', '六十', 'not-a-number'],
    ['dormantDays', '6', 'too-small'],
    ['idleMinutes', '1.5', 'not-a-number'],
    ['idleMinutes', '-5', 'too-small'],
    ['idleMinutes', '9'.repeat(400), 'too-large'],
  ])('%s cannot be “%s”', async (field, typed, code) => {
    const database = await open();
    const answer = await settingsOf(database).change(by, 0, { ...asTyped, [field]: typed });
    expect(answer).toMatchObject({ status: 'invalid', faults: [{ field, code }] });
    expect(await settingsOf(database).read()).toMatchObject({ version: 0 });
  });

  it('that another version wrote give way to the defaults, one by one', async () => {
    const database = await open();
    const value = JSON.stringify({ idleMinutes: 45, dormantDays: 1, retired: true });
    await database.read
      .insertInto('setting')
      .values({ name: 'office', value, version: 4, updated_at: '2026-01-01T00:00:00.000Z' })
      .execute();
    expect(await settingsOf(database).read()).toEqual({
      version: 4,
      values: { passwordPolicy: 'dengbao', reportingDueDays: 31, dormantDays: 90, idleMinutes: 45 },
    });
  });
});

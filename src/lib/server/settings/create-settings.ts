/** The office's settings in the database: one row, its version raised by every change. */
import * as v from 'valibot';
import { mayStill, noteBy } from '../accounts/administrator.ts';
import type { AuditLog } from '../audit/append.ts';
import type { Database, Reader } from '../db/database.ts';
import {
  defaultSettings,
  passwordPolicies,
  readSettingTexts,
  settingLimits,
} from './setting-values.ts';
import type { Settings, SettingValues } from './settings.ts';

export interface SettingsOptions {
  readonly database: Database;
  readonly audit: AuditLog;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const rowName = 'office';

function numberIn(field: keyof typeof settingLimits) {
  const { least, most } = settingLimits[field];
  return v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
}

/** A value this version does not know, or a name it added, falls back to the default of its own. */
const stored = v.object({
  passwordPolicy: v.fallback(v.picklist(passwordPolicies), defaultSettings.passwordPolicy),
  reportingDueDays: v.fallback(numberIn('reportingDueDays'), defaultSettings.reportingDueDays),
  dormantDays: v.fallback(numberIn('dormantDays'), defaultSettings.dormantDays),
  idleMinutes: v.fallback(numberIn('idleMinutes'), defaultSettings.idleMinutes),
});

/** The settings kept in this database. Version 0 is the defaults, before anybody changed them. */
export function createSettings({ database, audit, now }: SettingsOptions): Settings {
  return {
    read: () => readSettings(database.read),

    change: async (by, version, texts) => {
      const wanted = readSettingTexts(texts);
      if (wanted.status === 'invalid') return wanted;
      return await database.write(async (write) => {
        if (!(await mayStill({ audit, now }, write, by, 'setting.manage'))) {
          return { status: 'refused' } as const;
        }
        const present = await readSettings(write);
        if (present.version !== version) return { status: 'clash', ...present } as const;
        const changed = differences(present.values, wanted.values);
        if (changed.length === 0) return { status: 'done' } as const;
        const row = {
          value: JSON.stringify(wanted.values),
          version: version + 1,
          updated_at: new Date(now()).toISOString(),
        };
        await write
          .insertInto('setting')
          .values({ name: rowName, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute();
        await noteBy({ audit, now }, write, by, {
          action: 'setting.changed',
          details: {
            before: Object.fromEntries(changed.map((name) => [name, present.values[name]])),
            after: Object.fromEntries(changed.map((name) => [name, wanted.values[name]])),
          },
        });
        return { status: 'done' } as const;
      });
    },
  };
}

async function readSettings(
  read: Reader,
): Promise<{ readonly values: SettingValues; readonly version: number }> {
  const row = await read
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('name', '=', rowName)
    .executeTakeFirst();
  if (!row) return { values: defaultSettings, version: 0 };
  return { values: v.parse(stored, JSON.parse(row.value)), version: row.version };
}

function differences(before: SettingValues, after: SettingValues): (keyof SettingValues)[] {
  const names = Object.keys(before) as (keyof SettingValues)[];
  return names.filter((name) => before[name] !== after[name]);
}

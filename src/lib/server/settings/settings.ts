/** What an administrator sets in the office itself, not in the environment. */
import type { AccountsBy } from '../accounts/accounts.ts';

export interface SettingValues {
  /** `dengbao`: 等级保护 (complexity, rotation, lock after 5); `modern`: length and a list, no rotation. */
  readonly passwordPolicy: 'dengbao' | 'modern';
  /** Days after which a county that has not reported is named as overdue. */
  readonly reportingDueDays: number;
  /** Days an account may sleep before it is dormant. */
  readonly dormantDays: number;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
}

export interface SettingFault {
  readonly field: keyof SettingValues;
  readonly code: 'required' | 'not-a-number' | 'too-small' | 'too-large' | 'unknown';
  readonly values?: Readonly<Record<string, string>>;
}

export interface Settings {
  /** Present values; `version` goes back with a change. */
  read(): Promise<{ readonly values: SettingValues; readonly version: number }>;
  change(
    by: AccountsBy,
    version: number,
    values: Readonly<Record<keyof SettingValues, string>>,
  ): Promise<
    | { readonly status: 'done' }
    /** Disabled, or given another post, since the form was sent. */
    | { readonly status: 'refused' }
    | { readonly status: 'invalid'; readonly faults: readonly SettingFault[] }
    | { readonly status: 'clash'; readonly values: SettingValues; readonly version: number }
  >;
}

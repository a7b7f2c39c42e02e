/** What every part of the accounts works with. */
import type { AuditEntry } from '../audit/audit.ts';
import type { AuditLog } from '../audit/append.ts';
import type { Database, Write } from '../db/database.ts';
import type { Settings, SettingValues } from '../settings/settings.ts';
import type { Origin } from './accounts.ts';
import type { Auth } from './auth.ts';
import type { Devices } from './device-cookie.ts';
import { passwordPolicies, type PasswordPolicy } from './password-policy.ts';

export interface AccountsOptions {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly settings: Pick<Settings, 'read'>;
  /** Signs cookies and encrypts second factors; from outside the database (keys.ts). */
  readonly secret: string;
  /** Where readers find the site (config.ts); `null`: not told. */
  readonly origin: string | null;
  /** Codes of the counties, and the development zone, that a county post can be of. */
  readonly counties: () => readonly string[];
  /** How authenticator apps name the site; left out: a name that fits every prefecture. */
  readonly issuer?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Parts extends AccountsOptions {
  readonly auth: Auth;
  readonly devices: Devices;
  /** Whether the site is reached by https: cookies are then `__Host-` and Secure. */
  readonly isSecure: boolean;
  /** A hash of no password, checked where there is no account: that takes the same time. */
  readonly dummyHash: string;
}

/** The settings and the policy they name. Never asked inside a write: SQLite has one connection. */
export async function readRules({
  settings,
}: Pick<Parts, 'settings'>): Promise<SettingValues & { readonly policy: PasswordPolicy }> {
  const { values } = await settings.read();
  return { ...values, policy: passwordPolicies[values.passwordPolicy] };
}

export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Adds an audit row of this moment. */
export async function note(
  { audit, now }: Pick<Parts, 'audit' | 'now'>,
  write: Write,
  entry: Omit<AuditEntry, 'at'>,
): Promise<void> {
  await audit.append(write, { at: toInstant(now()), ...entry });
}

/** The same of what somebody did, or tried, in a browser: by which request, and from where. */
export async function noteFrom(
  parts: Pick<Parts, 'audit' | 'now'>,
  write: Write,
  { address, request }: Pick<Origin, 'address' | 'request'>,
  entry: Omit<AuditEntry, 'at' | 'request'>,
): Promise<void> {
  await note(parts, write, {
    ...entry,
    details: { ...entry.details, address },
    request,
  });
}

/** The two password policies, as numbers and as one check (docs/decisions/0013-password-policies.md). */
import type { SettingValues } from '../settings/settings.ts';
import type { AccountFault } from './accounts.ts';
import { isCommonPassword } from './common-password.ts';

export interface PasswordPolicy {
  /** Characters, counted as a person counts them. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Of capitals (and characters without case), small letters, digits, signs: how many kinds. */
  readonly classes: number;
  /** How many of the last passwords, the present one among them, may not come again. */
  readonly remembered: number;
  /** Days until it must be changed; `null`: never. */
  readonly rotationDays: number | null;
  /** Failures in a row after which there is a lock. */
  readonly lockAfter: number;
  /** Minutes of the first lock. */
  readonly lockMinutes: number;
}

export const passwordPolicies: Readonly<Record<SettingValues['passwordPolicy'], PasswordPolicy>> = {
  dengbao: {
    minLength: 10,
    maxLength: 128,
    classes: 3,
    remembered: 5,
    rotationDays: 90,
    lockAfter: 5,
    lockMinutes: 30,
  },
  modern: {
    minLength: 12,
    maxLength: 128,
    classes: 1,
    remembered: 1,
    rotationDays: null,
    lockAfter: 10,
    lockMinutes: 15,
  },
};

function classesIn(password: string): number {
  const kinds = [/\p{Ll}/u, /[\p{Lu}\p{Lt}\p{Lo}]/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
  return kinds.filter((kind) => kind.test(password)).length;
}

/** What is wrong with a new password; `null`: nothing. `username` as it is stored. */
export function passwordFault(
  policy: PasswordPolicy,
  password: string,
  username: string,
  field: 'password' | 'newPassword',
): AccountFault | null {
  const length = [...password].length;
  if (length === 0) return { field, code: 'required' };
  if (length < policy.minLength) {
    return { field, code: 'too-short', values: { min: String(policy.minLength) } };
  }
  if (length > policy.maxLength) {
    return { field, code: 'too-long', values: { max: String(policy.maxLength) } };
  }
  if (classesIn(password) < policy.classes) {
    return { field, code: 'not-complex', values: { classes: String(policy.classes) } };
  }
  if (containsName(password, username)) return { field, code: 'contains-username' };
  if (isCommonPassword(password)) return { field, code: 'common-password' };
  return null;
}

function containsName(password: string, username: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const backwards = [...username].reverse().join('');
  return plain.includes(username) || plain.includes(backwards);
}

/** Which counters an attempt is held against. */
import { createHash } from 'node:crypto';
import type { Origin } from './accounts.ts';
import { addressWaitAfter, waitAfter } from './attempt-policy.ts';
import type { Counter } from './attempts.ts';
import type { Parts } from './parts.ts';
import type { PasswordPolicy } from './password-policy.ts';

type Whose =
  /** Passwords for an account from browsers that never signed in to it. */
  | 'strangers'
  /** Passwords for an account from one browser that did. */
  | 'device'
  /** Passwords for any account from one network address. */
  | 'address'
  /** Codes for an account from browsers that never signed in to it, and from one that did. */
  | 'codes-of-strangers'
  | 'codes-of-device'
  /** The present password, asked again of somebody signed in. */
  | 'own-password'
  /** The first code of a new second factor. */
  | 'enrolment';

/** The key of a counter; what it is of cannot be read from it. */
export function attemptKey(whose: Whose, of: string): string {
  return `${whose}:${createHash('sha256').update(of).digest('hex')}`;
}

export interface SignInCounters {
  /** All that an attempt is counted on. */
  readonly all: readonly Counter[];
  /** Those that a right answer clears. */
  readonly own: readonly Counter[];
  /** That from which a right answer takes back one. */
  readonly shared: Counter | null;
  readonly isKnownDevice: boolean;
}

/**
 * A browser that signed in to the account before is held to its own failures only: strangers, who
 * fill the other counters, cannot shut it out. `username` normalised, whether there is one or not.
 */
export function signInCounters(
  { devices }: Pick<Parts, 'devices'>,
  from: Origin,
  username: string,
  policy: PasswordPolicy,
): SignInCounters {
  const wait = (failures: number) => waitAfter(failures, policy);
  const device = devices.read(from.headers, username);
  if (device !== null) {
    const own = [{ key: attemptKey('device', `${username} ${device}`), waitAfter: wait }];
    return { all: own, own, shared: null, isKnownDevice: true };
  }
  const own = [{ key: attemptKey('strangers', username), waitAfter: wait }];
  const shared = { key: attemptKey('address', from.address), waitAfter: addressWaitAfter };
  return { all: [...own, shared], own, shared, isKnownDevice: false };
}

/** The counter of codes, which are asked only after a right password. */
export function codeCounter(
  { devices }: Pick<Parts, 'devices'>,
  from: Origin,
  username: string,
  policy: PasswordPolicy,
): Counter {
  const device = devices.read(from.headers, username);
  return {
    key:
      device === null
        ? attemptKey('codes-of-strangers', username)
        : attemptKey('codes-of-device', `${username} ${device}`),
    waitAfter: (failures) => waitAfter(failures, policy),
  };
}

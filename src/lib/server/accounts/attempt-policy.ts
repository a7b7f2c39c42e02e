/** How long a guesser waits. */
import type { PasswordPolicy } from './password-policy.ts';

const second = 1000;
const minute = 60 * second;

/** Wrong passwords of one address, whatever the account, before it waits: an office shares one. */
const freeFromAddress = 30;
const longestLock = 60 * minute;

/** Failures are forgotten after a day without another. */
export const attemptMemory = 24 * 60 * minute;

/**
 * Milliseconds to wait after the `failures`-th wrong answer in a row: two free, then one second,
 * two, four…; at each full `lockAfter` a lock, each twice the last, an hour at most: the wait grows
 * for who goes on guessing, and ends in the same morning for who mistyped.
 */
export function waitAfter(
  failures: number,
  { lockAfter, lockMinutes }: Pick<PasswordPolicy, 'lockAfter' | 'lockMinutes'>,
): number {
  if (failures > 0 && failures % lockAfter === 0) {
    const doublings = Math.min(failures / lockAfter - 1, 10);
    return Math.min(lockMinutes * minute * 2 ** doublings, longestLock);
  }
  const sinceLock = failures % lockAfter;
  return sinceLock < 3 ? 0 : second * 2 ** Math.min(sinceLock - 3, 5);
}

/** The same for an address: from the thirtieth on a minute, two, four…, fifteen at most. */
export function addressWaitAfter(failures: number): number {
  if (failures < freeFromAddress) return 0;
  return Math.min(minute * 2 ** Math.min(failures - freeFromAddress, 10), 15 * minute);
}

/**
 * How often one address may try to sign in and one account may upload, counted in this process. It
 * keeps a guesser and a script gone wild off the password hash and the disk; an account is guarded by
 * counters of its own.
 */
import { isIPv4, isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

export type Admission =
  | { readonly status: 'allowed' }
  /** `retryAfter`: seconds. */
  | { readonly status: 'wait'; readonly retryAfter: number };

export interface RateLimits {
  /** Counts one attempt; `address`: the client's IP. */
  signIn(address: string): Promise<Admission>;
  /** Counts one file; `account`: its id. */
  upload(account: string): Promise<Admission>;
}

export interface Rate {
  readonly times: number;
  /** Seconds. */
  readonly within: number;
}

/**
 * A county's whole bureau may sit behind one address: 30 people come to work at half past eight, with
 * a password and a code each, and mistype. Wrong answers are held against them by counters of their own.
 */
const signInRate: Rate = { times: 120, within: 300 };
const uploadRate: Rate = { times: 60, within: 600 };

export function createRateLimits(signIn = signInRate, upload = uploadRate): RateLimits {
  const attempts = limiterOf(signIn);
  const uploads = limiterOf(upload);
  return {
    signIn: (address) => count(attempts, networkOf(address)),
    upload: (account) => count(uploads, account),
  };
}

function limiterOf({ times, within }: Rate): RateLimiterMemory {
  return new RateLimiterMemory({ points: times, duration: within });
}

/** The library answers by rejecting; what else it rejects with is a fault. */
async function count(limiter: RateLimiterMemory, key: string): Promise<Admission> {
  try {
    await limiter.consume(key);
    return { status: 'allowed' };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { status: 'wait', retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
  }
}

/** Who has one IPv6 address has its whole /64: 2^64 addresses to try from. IPv4 counts by itself. */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = expandDotted(bare).split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** The last 32 bits may be written as in IPv4; they lie outside the network, so any groups do. */
function expandDotted(address: string): string {
  return address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0');
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimits, networkOf } from './rate-limit.ts';

const rate = { times: 3, within: 60 };

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

async function statuses(ask: () => Promise<{ readonly status: string }>, times: number) {
  const answers: string[] = [];
  for (let turn = 0; turn < times; turn += 1) answers.push((await ask()).status);
  return answers;
}

describe('signing in', () => {
  it('from one address is stopped after so many tries, and told for how long', async () => {
    const { signIn } = createRateLimits(rate, rate);
    const tries = () => signIn('192.0.2.7');
    expect(await statuses(tries, 4)).toEqual(['allowed', 'allowed', 'allowed', 'wait']);
    vi.advanceTimersByTime(20_500);
    expect(await tries()).toEqual({ status: 'wait', retryAfter: 40 });
    vi.advanceTimersByTime(40_000);
    expect(await tries()).toEqual({ status: 'allowed' });
  });

  it('from another address goes on', async () => {
    const { signIn } = createRateLimits(rate, rate);
    await statuses(() => signIn('192.0.2.7'), 5);
    expect(await signIn('192.0.2.8')).toEqual({ status: 'allowed' });
  });

  it('does not use up uploads', async () => {
    const { signIn, upload } = createRateLimits(rate, rate);
    await statuses(() => signIn('a'), 5);
    expect(await statuses(() => upload('a'), 4)).toEqual(['allowed', 'allowed', 'allowed', 'wait']);
  });

  it('lets a whole office behind one address in', async () => {
    const { signIn } = createRateLimits();
    expect(new Set(await statuses(() => signIn('192.0.2.7'), 120))).toEqual(new Set(['allowed']));
    expect(await signIn('192.0.2.7')).toMatchObject({ status: 'wait' });
  });
});

describe('the network an address counts for', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

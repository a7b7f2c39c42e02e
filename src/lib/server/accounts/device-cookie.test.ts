import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDevices } from './device-cookie.ts';

const secret = 'a key of the tests, which is no secret';
const devices = createDevices(secret, true);

function headersWith(cookie: string): Headers {
  return new Headers({ cookie: cookie.split(';')[0] ?? '' });
}

describe('the cookie of a known device', () => {
  it('is known for its account, as a device of its own each time', () => {
    const [one, other] = [devices.issue('lin'), devices.issue('lin')];
    const numbers = [one, other].map((cookie) => devices.read(headersWith(cookie), 'lin'));
    expect(numbers[0]).toMatch(/^[\w-]{22}$/);
    expect(numbers[0]).not.toBe(numbers[1]);
    expect(devices.read(headersWith(one), 'sun')).toBeNull();
    expect(devices.read(new Headers(), 'lin')).toBeNull();
  });

  it('is not taken from another site, nor altered in any character', () => {
    const cookie = devices.issue('lin').split(';')[0] ?? '';
    expect(createDevices('another key', true).read(headersWith(cookie), 'lin')).toBeNull();
    const start = cookie.indexOf('=') + 1;
    // The last character of 32 bytes in base64url has two bits to spare.
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: cookie.length - 2 }),
        fc.constantFrom(...'ABCxyz0189-_'),
        (at, char) => {
          fc.pre(cookie[at] !== char && cookie[at] !== '.');
          const altered = cookie.slice(0, at) + char + cookie.slice(at + 1);
          expect(devices.read(headersWith(altered), 'lin')).toBeNull();
        },
      ),
    );
  });

  it('has another account’s mark refused under its own name', () => {
    const [name] = (devices.issue('lin').split(';')[0] ?? '').split('=');
    const [, value] = /=([^;]*)/.exec(devices.issue('sun')) ?? [];
    expect(devices.read(new Headers({ cookie: `${name}=${value}` }), 'lin')).toBeNull();
  });
});

/** Codes of an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds, six digits). */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds for which one code stands. */
const period = 30;
const digits = 6;

/** The code of a time step (RFC 4226 §5.3). `key`: bytes. */
export function codeOf(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  const value = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits;
  return String(value).padStart(digits, '0');
}

/**
 * The time step `code` is of: the present one (`at` in milliseconds since 1970), or one to either
 * side for clocks that are off. Only after `last`, so that no code is taken twice (RFC 6238 §5.2).
 */
export function stepOf(
  key: Uint8Array,
  code: string,
  at: number,
  last: number | null,
): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const given = Buffer.from(code);
  const now = Math.floor(at / (period * 1000));
  const steps = [now - 1, now, now + 1].filter((step) => step > (last ?? -1));
  return steps.find((step) => timingSafeEqual(Buffer.from(codeOf(key, step)), given)) ?? null;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding (RFC 4648 §6), as apps read it. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

/** The otpauth:// address an app reads from a picture or takes as typed. */
export function otpauthUri(key: Uint8Array, issuer: string, username: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  const query = `secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${query}&algorithm=SHA1&digits=${digits}&period=${period}`;
}

/** Coordinates as people write them in tables: 116.6841, 116°41′2.8″E, 116度41分2.8秒, both in one cell. */

export interface Degrees {
  readonly value: number;
  /** With the decimals that the writing is worth: bare minutes are two, seconds enough to be exact. */
  readonly asWritten: number;
  /** Which it says to be: E, 东经; `null`: it does not. */
  readonly axis: 'longitude' | 'latitude' | null;
}

const number = String.raw`\d{1,9}(?:\.\d{1,20})?`;
const decimal = new RegExp(`^[-+]?${number}[°º度]?$`);
const sexagesimal = new RegExp(
  `^(-?)(${number})[°º度d](?:(${number})['′’‘分m](?:(${number})(?:["″”“秒s]|''|′′|’’)?)?)?$`,
);
/** What only says which coordinate it is. */
const longitudeMark = /^(?:东经|经度|经|e)|(?:东经|e)$/i;
const latitudeMark = /^(?:北纬|纬度|纬|n)|(?:北纬|n)$/i;

/** One coordinate in degrees; `null`: it cannot be read as one. */
export function readDegrees(text: string): Degrees | null {
  // NFKC makes ″ of two ′, and full-width figures the usual ones.
  const plain = text.normalize('NFKC').replace(/[\s:]/g, '');
  const axis = longitudeMark.test(plain)
    ? 'longitude'
    : latitudeMark.test(plain)
      ? 'latitude'
      : null;
  const bare = plain.replace(longitudeMark, '').replace(latitudeMark, '');
  if (decimal.test(bare)) {
    const value = Number(bare.replace(/[°º度]$/, ''));
    return { value, asWritten: value, axis };
  }
  const match = sexagesimal.exec(bare);
  if (!match) return null;
  const [, sign = '', whole = '', minutes, seconds] = match;
  const [m, s] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  // 116°75′ is a mistake, not 117°15′.
  if (m >= 60 || s >= 60) return null;
  // Only the last part may have decimals.
  if (minutes !== undefined && whole.includes('.')) return null;
  if (seconds !== undefined && minutes?.includes('.')) return null;
  const size = Number(whole) + m / 60 + s / 3600;
  const value = sign === '-' ? -size : size;
  // Three decimals of a degree or more: `asWritten` of a value like 116°30′00″ must not look rough.
  const isFine = seconds !== undefined || minutes?.includes('.') === true;
  return { value, asWritten: isFine ? value + 1e-6 : Number(value.toFixed(2)), axis };
}

/** Two coordinates in one cell, longitude first unless they say otherwise. */
export function readPair(text: string): readonly [Degrees, Degrees] | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:POINT\s*)?[[({]|[\])}]$/gi, '');
  const parts = plain.split(/\s*[,;，；、/|]\s*|\s+/).filter((part) => part !== '');
  // 116° 41′ 2″ E, 39° 30′ 1″ N with spaces inside each: two halves of one length.
  const half = parts.length / 2;
  if (!Number.isInteger(half) || half < 1 || half > 4) return null;
  const first = readDegrees(parts.slice(0, half).join(''));
  const second = readDegrees(parts.slice(half).join(''));
  if (!first || !second) return null;
  const isLatitudeFirst = first.axis === 'latitude' || second.axis === 'longitude';
  return isLatitudeFirst ? [second, first] : [first, second];
}

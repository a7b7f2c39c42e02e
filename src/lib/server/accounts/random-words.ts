/** Secrets that a person reads from a screen or a note and types once. */
import { randomInt } from 'node:crypto';

/** Without what is taken for something else: 0 O, 1 l I. */
const small = 'abcdefghjkmnpqrstuvwxyz';
const capitals = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const figures = '23456789';

function draw(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Four groups of four, of 54 characters: 92 bits. */
export function temporaryPassword(): string {
  return Array.from({ length: 4 }, () => draw(small + capitals + figures, 4)).join('-');
}

/** Ten codes of two groups of five, of 31 characters: 49 bits each. */
export function recoveryCodes(): readonly string[] {
  return Array.from({ length: 10 }, () =>
    [draw(small + figures, 5), draw(small + figures, 5)].join('-'),
  );
}

/** A recovery code as it was given out, however it was typed. */
export function normalizeRecoveryCode(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The code of a division as ledgers write it: a number or text, with spaces, of 9 or 12 digits. */
import type { DivisionCode, Level } from '../../domain/division.ts';
import type { RowFaultCode } from '../../domain/ledger.ts';

export type CodeReading =
  | { readonly status: 'code'; readonly code: DivisionCode }
  | {
      readonly status: 'fault';
      readonly code: Extract<RowFaultCode, 'not-a-code' | 'lost-digits'>;
    };

const scientific = /^\d(?:\.\d+)?E\+?\d+$/i;

/**
 * The code, of the length its level has: a township's stands with or without the 000 of the statistical
 * codes. In scientific notation (1.31082E+11) its last digits are lost: that is told, never guessed.
 */
export function readCode(text: string, level: Level): CodeReading {
  const plain = text.normalize('NFKC').replace(/[\s'’‘"“”`*_·=-]/g, '');
  if (scientific.test(plain)) return { status: 'fault', code: 'lost-digits' };
  // A whole number that CSV carries as 131082100201.0
  const digits = plain.replace(/\.0+$/, '');
  if (!/^[1-9]\d*$/.test(digits)) return { status: 'fault', code: 'not-a-code' };
  if (digits.length === 12) {
    const isTownship = level === 'township' && digits.endsWith('000');
    return { status: 'code', code: isTownship ? digits.slice(0, 9) : digits };
  }
  if (digits.length === 9) return { status: 'code', code: digits };
  return { status: 'fault', code: 'not-a-code' };
}

/** Whether a password is one that guessers try first. Asked offline, of common-passwords.txt. */
import { readFileSync } from 'node:fs';

/** Digits and signs before and after a word that make no new password of it: `Sanhe@2025!`. */
const mostTrimmings = 8;

/** Letters as they are commonly disguised. */
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

function readList(): ReadonlySet<string> {
  const text = readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

let list: ReadonlySet<string> | undefined;

/** The word between digits and signs, and how many of those there are. */
function coreOf(text: string): { readonly word: string; readonly trimmings: number } {
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return { word, trimmings: text.length - word.length };
}

/** One to four characters over and over, or a run along the digits or the alphabet. */
function isPattern(text: string): boolean {
  if (/^(.{1,4})\1{2,}.{0,3}$/su.test(text)) return true;
  const steps = new Set(
    [...text].slice(1).map((char, at) => char.charCodeAt(0) - text.charCodeAt(at)),
  );
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** Whether it is on the list as it is, undisguised, or as a word with digits and signs about it. */
export function isCommonPassword(password: string): boolean {
  list ??= readList();
  const plain = password.normalize('NFKC').toLowerCase();
  if (isPattern(plain)) return true;
  const trimmed = plain.replace(/[^\p{L}\p{N}]+$/u, '');
  for (const text of [plain, trimmed]) {
    const undisguised = text.replace(/[@431!0$57]/g, (sign) => disguises[sign] ?? sign);
    if (list.has(text) || list.has(undisguised)) return true;
  }
  // Disguises inside the word only: the figures around it are a year or a count.
  const { word, trimmings } = coreOf(plain);
  if (word.length < 4 || trimmings > mostTrimmings) return false;
  return (
    list.has(word) || list.has(word.replace(/[@431!0$57]/g, (sign) => disguises[sign] ?? sign))
  );
}

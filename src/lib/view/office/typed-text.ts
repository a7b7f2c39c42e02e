/** Text as people type and paste it, from a form that may hold anything. */
import { plainText } from '../../domain/plain-text.ts';

/** The first value of a field as one line. A missing one, or a file in its place, is empty. */
export function lineOf(data: FormData, name: string): string {
  return textOf(data, name).replace(/\s+/gu, ' ');
}

/** The first value of a field, with its line breaks. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? plainText(value) : '';
}

/** Every value of a repeated field, each once. */
export function choicesOf(data: FormData, name: string): string[] {
  const texts = data.getAll(name).filter((value) => typeof value === 'string');
  return [...new Set(texts.map(plainText).filter((text) => text !== ''))];
}

/** A whole number as typed, ２０２０ and 2020 alike; `null`: not one. */
export function wholeNumberOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

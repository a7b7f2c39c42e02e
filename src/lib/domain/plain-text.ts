/** Typed and pasted text, made fit to be stored and shown. */

// C0 and C1 controls but tab and line feed; marks and overrides of direction, which can make a
// document's title read otherwise than it is written; the byte order mark.
const unwanted =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/**
 * Without spaces at its ends, control characters, marks of direction and halves of characters (of
 * which no database could keep the first and none the last); lines end in a line feed.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unwanted, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

/** As `plainText`, in one line: what was pasted with breaks in it reads on. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ');
}

/**
 * Texts that a spreadsheet might run as a formula when it opens a CSV (OWASP, CSV injection): those
 * that begin with = + - @, full-width or not, also after spaces or quotation marks, which some
 * programs trim, and those that begin with a tab or a line break. Apostrophes in front change
 * nothing, so that what was guarded can be told from what began with one.
 */
const runs = /^[\s"'“”‘’]*[=+\-@＝＋－＠]|^'*[\t\r\n]/;

/** With an apostrophe in front where the text might run; Excel shows it, and runs nothing. */
export function guarded(text: string): string {
  return runs.test(text) ? `'${text}` : text;
}

/** The text that was guarded; any other text is left as it is. */
export function unguarded(text: string): string {
  return text.startsWith("'") && runs.test(text.slice(1)) ? text.slice(1) : text;
}

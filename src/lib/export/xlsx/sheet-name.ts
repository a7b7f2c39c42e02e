/** Names that Excel takes for a sheet. */

const longest = 31;

/**
 * `wanted` as a sheet may be called: without the characters Excel forbids, at most 31 UTF-16 units, and
 * unlike every one in `taken` (capitals do not tell them apart), by a number at its end.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const plain = wanted
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- controls are what is looked for
    .replace(/[[\]:*?/\\\u0000-\u001f\ufffe\uffff]/g, '_')
    .trim()
    .replace(/^'|'$/g, '_');
  const used = new Set(taken.map((name) => name.toLowerCase()));
  // Excel keeps the name History for itself.
  used.add('history');
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `_${number}`;
    const name = cut(plain === '' ? 'Sheet' : plain, longest - ending.length) + ending;
    if (!used.has(name.toLowerCase())) return name;
  }
}

function cut(text: string, length: number): string {
  // Not through the middle of a character, and not to a quotation mark at the end.
  const whole = text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return whole.replace(/'$/, '_');
}

/** A sheet's name as a formula refers to it. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

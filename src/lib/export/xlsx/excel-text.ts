/**
 * Text in the XML of a workbook. What XML cannot carry stands there as `_xHHHH_`, one UTF-16 unit in
 * hexadecimal, and a text that looks like this has its underscore written so (ECMA-376 part 1, 22.9.2.19).
 */

const escaped = /_x([0-9A-Fa-f]{4})_/g;

/** The text that stands for `text` of the file. A half of a surrogate pair alone becomes U+FFFD. */
export function decodeExcelText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(escaped, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
    : text;
  return decoded.toWellFormed();
}

// What XML 1.0 forbids, what XML readers change (a carriage return), and halves of pairs left alone.
const unfit =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const unitOf = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** `text` as it is written into the XML of a workbook, between two tags or in an attribute. */
export function encodeExcelText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(unfit, unitOf));
}

/** For what knows no `_xHHHH_`: names, properties, formulas. What XML cannot carry is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex -- controls are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

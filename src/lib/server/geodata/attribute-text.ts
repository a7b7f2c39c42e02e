/** Attributes as text, as a person reads them in the file. */

/** The text of a value of a GeoJSON property or a dBASE cell. */
export function attributeText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value.replace(/\0/g, '').trim();
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return '';
      return JSON.stringify(value);
    default:
      return '';
  }
}

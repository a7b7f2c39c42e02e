/** What somebody typed who is not, or no longer, signed in: the texts, and the names of the files. */
export interface HeldForm {
  readonly data: FormData;
  /** Names of chosen files; their content is not read for a stranger. */
  readonly files: readonly string[];
}

const fileName = /;\s*filename="((?:[^"\\]|\\.)*)"/i;
const fieldName = /;\s*name="((?:[^"\\]|\\.)*)"/i;

/** As browsers write names (HTML, "multipart/form-data"): only these three are escaped. */
function unescaped(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}

/**
 * The form of bytes that may have been cut off in a file: whole parts without a file name are texts; a
 * part that was cut off is left out.
 */
export function heldForm(bytes: Buffer, contentType: string): HeldForm {
  const data = new FormData();
  const files: string[] = [];
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    for (const [name, value] of new URLSearchParams(bytes.toString('utf8'))) {
      data.append(name, value);
    }
    return { data, files };
  }
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!/^multipart\/form-data/i.test(contentType) || boundary === undefined) return { data, files };
  const separator = Buffer.from(`\r\n--${boundary}`);
  // The first separator stands at the very beginning, without a line before it.
  const body = Buffer.concat([Buffer.from('\r\n'), bytes]);
  let at = body.indexOf(separator);
  while (at !== -1) {
    const begin = at + separator.length;
    const end = body.indexOf(separator, begin);
    const part = body.subarray(begin, end === -1 ? body.length : end);
    const headEnd = part.indexOf('\r\n\r\n');
    const head = headEnd === -1 ? '' : part.subarray(0, headEnd).toString('utf8');
    const file = fileName.exec(head)?.[1];
    const name = fieldName.exec(head)?.[1];
    if (file !== undefined) {
      if (file !== '') files.push(unescaped(file));
    } else if (name !== undefined && end !== -1) {
      data.append(unescaped(name), part.subarray(headEnd + 4).toString('utf8'));
    }
    at = end;
  }
  return { data, files };
}

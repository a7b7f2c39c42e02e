/** Reads one part of a workbook as a stream of tags and text, holding none of it, and stops at the first thing no workbook has. */
import { SaxesParser } from 'saxes';
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';
import { deepestElement, mostAttributes, mostElements } from './limits.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix. A refusal that is returned ends the walk. */
export interface XmlReader {
  open(name: string, attributes: Attributes): WorkbookRefusal | undefined;
  text(text: string): void;
  close(name: string): WorkbookRefusal | undefined;
}

/** Walks a whole part. Answers why it was ended, or `null` where it was read to its end. Throws what the stream of bytes throws. */
export async function walkXml(
  bytes: AsyncIterable<Uint8Array>,
  reader: XmlReader,
): Promise<WorkbookRefusal | null> {
  // The reader does not know entities other than XML's own five, expands none, and fetches nothing.
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  let refusal: WorkbookRefusal | null = null;
  let elements = 0;
  let depth = 0;
  let attributes = 0;
  const end = (reason: WorkbookRefusal): void => {
    refusal ??= reason;
  };
  parser.on('error', () => end('damaged'));
  parser.on('doctype', () => end('entities'));
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) end('damaged');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    depth += 1;
    if (elements > mostElements) end('unpacks-too-large');
    if (depth > deepestElement) end('damaged');
    if (refusal !== null) return;
    const stop = reader.open(localName(tag.name), tag.attributes);
    if (stop !== undefined) end(stop);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (refusal !== null) return;
    const stop = reader.close(localName(tag.name));
    if (stop !== undefined) end(stop);
  });
  const text = (piece: string): void => {
    if (refusal === null) reader.text(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  let decoder: TextDecoder | null = null;
  const ended = (): WorkbookRefusal | null => refusal;
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    const decoded = decode(decoder, chunk);
    if (decoded === null) return 'damaged';
    parser.write(decoded);
    if (ended() !== null) return ended();
  }
  const rest = decode(decoder ?? new TextDecoder(), undefined);
  if (rest === null) return 'damaged';
  parser.write(rest).close();
  return ended();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** XML in a workbook is UTF-8, or UTF-16 with a byte order mark. */
function decoderFor(start: Uint8Array): TextDecoder {
  const encoding =
    start[0] === 0xff && start[1] === 0xfe
      ? 'utf-16le'
      : start[0] === 0xfe && start[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** `null` where the bytes are no text of that encoding. */
function decode(decoder: TextDecoder, chunk: Uint8Array | undefined): string | null {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    return null;
  }
}

/** Writes a zip, the same bytes for the same parts: no clock, one compression. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A part as it stands in another zip, still packed. */
export interface PackedPart {
  readonly name: string;
  readonly packed: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
}

/** 1980-01-01 00:00, the first moment a zip can name. */
const date = (1 << 5) | 1;
/** Names are UTF-8. */
const flags = 0x0800;
const version = 20;

export function writeZip(parts: readonly (ZipPart | PackedPart)[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts.map(pack)) {
    const name = Buffer.from(part.name);
    const fields = headerFields(part, name.length);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, name]);
    directory.push(directoryEntry(fields, name, offset));
    pieces.push(local, Buffer.from(part.packed));
    offset += local.length + part.packed.length;
  }
  const entries = Buffer.concat(directory);
  return Buffer.concat([...pieces, entries, directoryEnd(parts.length, entries.length, offset)]);
}

function pack(part: ZipPart | PackedPart): PackedPart {
  if ('packed' in part) return part;
  const { name, bytes } = part;
  const packed = deflateRawSync(bytes);
  return { name, packed, method: 8, checksum: crc32(bytes), size: bytes.length };
}

/** What the local header and the directory say alike. */
function headerFields({ packed, method, checksum, size }: PackedPart, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryEntry(fields: Buffer, name: Buffer, offset: number): Buffer {
  const start = Buffer.from('504b01021400', 'hex');
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([start, fields, rest, name]);
}

function directoryEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

/** A zip that may say what is not true. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the zip says its unpacked size is, instead of the truth. */
  readonly statedSize?: number;
  /** What it says the checksum is. */
  readonly statedChecksum?: number;
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
}

interface Written {
  readonly header: Buffer;
  readonly packed: Buffer;
}

function write(part: RawPart): Written {
  const { name, bytes, isStored = false, isEncrypted = false } = part;
  const packed = isStored ? Buffer.from(bytes) : deflateRawSync(bytes, { level: 9 });
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800 | (isEncrypted ? 1 : 0), 2);
  header.writeUInt16LE(isStored ? 0 : 8, 4);
  header.writeUInt16LE(33, 8);
  header.writeUInt32LE(part.statedChecksum ?? crc32(bytes), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(part.statedSize ?? bytes.length, 18);
  header.writeUInt16LE(Buffer.byteLength(name), 22);
  return { header, packed };
}

/** `sharedBy`: how many entries of the directory point at each part, all but the first under another name (overlapping entries). */
export function rawZip(parts: readonly RawPart[], sharedBy = 1): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { header, packed } = write(part);
    const name = Buffer.from(part.name);
    pieces.push(Buffer.from('504b0304', 'hex'), header, name, packed);
    for (let copy = 0; copy < sharedBy; copy += 1) {
      const ownName = copy === 0 ? name : Buffer.from(`${copy}/${part.name}`);
      const ownHeader = Buffer.from(header);
      ownHeader.writeUInt16LE(ownName.length, 22);
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      directory.push(Buffer.from('504b01021400', 'hex'), ownHeader, rest, ownName);
    }
    offset += 4 + header.length + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  const count = Math.min(0xffff, parts.length * sharedBy);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, entries, end]);
}

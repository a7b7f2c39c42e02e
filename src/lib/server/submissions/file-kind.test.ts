import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

function chunk(type: string, size = 0): Buffer {
  const whole = Buffer.alloc(12 + size);
  whole.writeUInt32BE(size);
  whole.write(type, 4, 'latin1');
  return whole;
}
const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const png = Buffer.concat([signature, chunk('IHDR', 13), chunk('IDAT', 40), chunk('IEND')]);

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
const endMark = Buffer.from([0xff, 0xd9]);
const beforeTheScan = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  // A preview inside, with an end mark of its own.
  segment(0xe1, Buffer.concat([Buffer.from('Exif'), endMark])),
  Buffer.from([0xff]),
  segment(0xdb, Buffer.alloc(65)),
]);
const scan = Buffer.concat([segment(0xda, Buffer.alloc(10)), Buffer.alloc(100)]);
const jpeg = Buffer.concat([beforeTheScan, scan, endMark]);
const many = Buffer.alloc(5000, 0x20);

describe('what a file is', () => {
  it.each([
    ['a PDF', pdf, 'application/pdf'],
    [
      'a PDF with a few bytes before it',
      Buffer.concat([Buffer.from('\r\n'), pdf]),
      'application/pdf',
    ],
    ['a PDF whose header comes too late', Buffer.concat([many, pdf]), null],
    ['a PDF that was cut off', pdf.subarray(0, -8), null],
    ['a PDF with a mark of its end long before its end', Buffer.concat([pdf, many]), null],
    ['a PNG', png, 'image/png'],
    ['a PNG that was cut off', png.subarray(0, -13), null],
    ['a PNG without its header', Buffer.concat([signature, chunk('IDAT', 4), chunk('IEND')]), null],
    ['the signature of a PNG alone', signature, null],
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a JPEG with what a telephone adds', Buffer.concat([jpeg, many]), 'image/jpeg'],
    ['a JPEG that was cut off in the picture', Buffer.concat([beforeTheScan, scan]), null],
    ['a JPEG that was cut off before it', beforeTheScan, null],
    ['the beginning of a JPEG', jpeg.subarray(0, 3), null],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
    ['a GIF', Buffer.from('GIF89a'), null],
    ['a program', Buffer.concat([Buffer.from('MZ'), many]), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s: %s', (_what, bytes, kind) => {
    expect(fileKind(bytes)).toBe(kind);
  });

  it('is read from the bytes given, not from the memory around them', () => {
    const inside = Buffer.concat([many, pdf, many]);
    const bytes = new Uint8Array(inside.buffer, inside.byteOffset + many.length, pdf.length);
    expect(fileKind(bytes)).toBe('application/pdf');
  });

  it('ends, whatever lengths a file claims', () => {
    const claims = Buffer.concat([signature, Buffer.from('ffffffff49484452', 'hex'), many]);
    expect(fileKind(claims)).toBeNull();
    expect(fileKind(Buffer.concat([Buffer.from('ffd8ffe10000', 'hex'), many]))).toBeNull();
  });
});

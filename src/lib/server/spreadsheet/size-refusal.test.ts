import { describe, expect, it } from 'vitest';
import { readBytes } from './read-bytes.ts';
import { readPasted } from './read-delimited.ts';

const columns = '乡镇,村\n';

/** A table of this many bytes: names, and then a remark without an end. */
const table = (bytes: number) => Buffer.alloc(bytes, `${columns}皇庄镇,白塔寺村\n`);

describe('what is read in its process', () => {
  it.each([
    [20_000_001, '20.1'],
    [23_456_789, '23.5'],
  ])('is refused by its size alone: %d bytes', async (bytes, size) => {
    const values = { size, limit: '20' };
    expect(await readBytes(table(bytes), '名单.csv')).toEqual({
      status: 'refused',
      reason: 'too-large',
      values,
    });
  });

  it('is not refused by its size at the limit', async () => {
    expect(await readBytes(table(20_000_000), '名单.csv')).not.toMatchObject({
      reason: 'too-large',
    });
  });

  it('is no pasted block that nobody selected', () => {
    const long = columns.replaceAll(',', '\t').padEnd(5_000_001, '村');
    expect(readPasted(long)).toMatchObject({ reason: 'too-large', values: { thousands: '5001' } });
  });
});

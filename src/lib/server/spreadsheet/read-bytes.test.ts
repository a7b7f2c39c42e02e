import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from './read-bytes.ts';
import { writeWorkbook } from '../../export/xlsx/write-workbook.ts';
import { writeZip } from '../../export/xlsx/zip-writer.ts';

const start = '<?xml version="1.0"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (target: string, type: string): string =>
  `${start}<Relationships><Relationship Id="a" Type="${office}/${type}" Target="${target}"/></Relationships>`;

const workbookOf = (sheetXml: string): Uint8Array =>
  writeZip(
    Object.entries({
      '[Content_Types].xml': `${start}<Types/>`,
      '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
      'xl/workbook.xml': `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
      'xl/worksheets/sheet1.xml': sheetXml,
    }).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
  );

const sound = writeWorkbook({
  sheets: [
    {
      name: '台账',
      columns: ['县', '村'].map((heading) => ({ heading, width: 12 })),
      rows: [
        ['安次区', '张场村'],
        ['广阳区', 7],
      ],
    },
  ],
});

describe('Whatever is sent', () => {
  it('a workbook with changed bytes is read or refused', async () => {
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(changes, async (changed) => {
        const bytes = Uint8Array.from(sound);
        for (const [at, value] of changed) bytes[at] = value;
        expect(['read', 'refused']).toContain((await readBytes(bytes, 'x.xlsx')).status);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('a workbook cut off anywhere is refused', async () => {
    // Of fewer than four bytes nobody can say that they were a zip.
    const lengths = fc.integer({ min: 4, max: sound.length - 1 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        expect((await readBytes(sound.subarray(0, length), 'x.xlsx')).status).toBe('refused');
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('a sheet of any tags in any order is read or refused', async () => {
    const attribute = fc.constantFrom(
      '',
      ' r="1"',
      ' r="A1"',
      ' r="B2"',
      ' t="s"',
      ' t="e"',
      ' s="9"',
    );
    const name = fc.constantFrom('row', 'c', 'v', 'f', 'is', 't', 'rPh', 'sheetData', 'mergeCell');
    const tag = fc.oneof(
      fc.tuple(name, attribute).map(([each, more]) => `<${each}${more}>`),
      name.map((each) => `</${each}>`),
      fc.constantFrom('1', '__proto__', '#REF!', '&lt;', '<c r="A1"><v>1</v></c>', '<row>'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 20 }), async (tags) => {
        const xml = `${start}<worksheet><sheetData>${tags.join('')}</sheetData></worksheet>`;
        const read = await readBytes(workbookOf(xml), 'x.xlsx');
        expect(['read', 'refused']).toContain(read.status);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

describe('Two sheets of one name', () => {
  const row = `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>村</t></is></c></row></sheetData></worksheet>`;
  const workbook = (...names: readonly string[]): Uint8Array =>
    writeZip(
      Object.entries({
        '[Content_Types].xml': `${start}<Types/>`,
        '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
        'xl/workbook.xml': `${start}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((name) => `<sheet name="${name}" r:id="a"/>`).join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
        'xl/worksheets/sheet1.xml': row,
      }).map(([name, xml]) => ({ name, bytes: Buffer.from(xml) })),
    );

  it.each([
    ['名单', '名单'],
    ['Sheet1', 'sheet1'],
  ])('%s and %s are refused: a row could not be told by its sheet', async (...names) => {
    const read = await readBytes(workbook(...names), 'x.xlsx');
    expect(read).toEqual({ status: 'refused', reason: 'damaged' });
  });

  it('are read where the names differ', async () => {
    const read = await readBytes(workbook('名单', '名单2'), 'x.xlsx');
    expect(read).toMatchObject({
      status: 'read',
      workbook: { sheets: [{ name: '名单' }, { name: '名单2' }] },
    });
  });
});

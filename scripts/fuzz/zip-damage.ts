/** Changes to the parts of a zip, which is then put together again with right checksums. */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { rawZip, type RawPart } from '../bad-files/raw-zip.ts';
import { byteDamage, damaged } from './byte-damage.ts';
import { editedXml, xmlEdits } from './xml-damage.ts';

const partNames = [
  ...[
    'xl/workbook.xml',
    'XL/Workbook.XML',
    '../x',
    '/x',
    'x\\y',
    '__proto__',
    'xl/',
    '',
    'x'.repeat(300),
  ],
  ...[
    'xl/vbaProject.bin',
    'EncryptedPackage',
    'mimetype',
    'word/document.xml',
    'xl/worksheets/sheet2.xml',
  ],
  ...[
    'a.shp',
    'a.dbf',
    'B.SHP',
    '虚构/villages.prj',
    'villages.cpg',
    '__MACOSX/a.shp',
    '.shp',
    '[Content_Types].xml',
  ],
];

const part = fc.nat();
const size = fc.oneof(fc.constantFrom(0, 1, 0xffff, 0xffffffff, 0x7fffffff), fc.nat());

export const zipChange = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({ kind: fc.constant('xml' as const), part, edits: xmlEdits }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('bytes' as const), part, damage: byteDamage }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), part }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('swap' as const, 'copy' as const),
      part,
      other: part,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('name' as const),
      part,
      name: fc.constantFrom(...partNames),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('lie' as const), part, statedSize: size }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('stored' as const, 'checksum' as const, 'utf-16' as const),
      part,
    }),
  },
);
export type ZipChange = typeof zipChange extends fc.Arbitrary<infer Change> ? Change : never;

/** The parts of a sound zip, in its order. */
export function partsOf(zip: Uint8Array): readonly RawPart[] {
  return Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, bytes }));
}

export function zippedAnew(parts: readonly RawPart[], changes: readonly ZipChange[]): Uint8Array {
  let all = [...parts];
  for (const change of changes) {
    const aims = all.flatMap((each, at) => Array.from({ length: weightOf(each) }, () => at));
    const at = aims[change.part % Math.max(1, aims.length)] ?? 0;
    const own = all[at];
    if (own !== undefined) all = all.toSpliced(at, 1, ...changed(own, change, all));
  }
  return rawZip(all);
}

/** Where the rows, their texts and their formats stand, most can be wrong. */
function weightOf({ name }: RawPart): number {
  return /sheet\d+\.xml$|sharedStrings/.test(name) ? 5 : /workbook\.xml$|styles/.test(name) ? 2 : 1;
}

function changed(own: RawPart, change: ZipChange, all: readonly RawPart[]): readonly RawPart[] {
  switch (change.kind) {
    case 'xml':
      return [
        { ...own, bytes: Buffer.from(editedXml(Buffer.from(own.bytes).toString(), change.edits)) },
      ];
    case 'bytes':
      return [{ ...own, bytes: damaged(own.bytes, change.damage) }];
    case 'drop':
      return [];
    case 'double':
      return [own, own];
    case 'swap':
      return [{ ...own, bytes: all[change.other % all.length]?.bytes ?? own.bytes }];
    case 'copy':
      return [own, { ...own, name: all[change.other % all.length]?.name ?? own.name }];
    case 'name':
      return [{ ...own, name: change.name }];
    case 'lie':
      return [{ ...own, statedSize: change.statedSize }];
    case 'stored':
      return [{ ...own, isStored: true }];
    case 'checksum':
      return [{ ...own, statedChecksum: 7 }];
    case 'utf-16': {
      const text = `\ufeff${Buffer.from(own.bytes).toString()}`;
      return [{ ...own, bytes: Buffer.from(text, 'utf16le') }];
    }
  }
}

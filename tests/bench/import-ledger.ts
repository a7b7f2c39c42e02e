/** A ledger of as many rows as a province could send: real names with noise. That anybody named them is invented. */
import type { Division } from '../../src/lib/domain/division.ts';
import { writeWorkbook } from '../../src/lib/export/xlsx/write-workbook.ts';
import { shortName, usualHeadings } from '../../src/lib/server/import/usual-ledger.ts';
import type { Random } from './random.ts';

/** Of a hundred rows: names with another character, of no place, and in another township. */
const noise = { misspelt: 8, unknown: 4, strayed: 4 } as const;

/** The bytes of an .xlsx with so many rows of villages, in the columns of the usual ledger and one of codes. */
export function largeLedger(
  divisions: readonly Division[],
  rowCount: number,
  random: Random,
): Uint8Array {
  const villages = divisions.filter(({ kind }) => kind === '村');
  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
  const pick = <Entry>(entries: readonly Entry[]): Entry | undefined =>
    entries[random.below(entries.length)];
  const rows = Array.from({ length: rowCount }, (_, at) => {
    const village = pick(villages);
    const other = pick(villages);
    if (!village || !other) throw new Error('There are no villages.');
    const [own, strange] = [shortName(village.name), shortName(other.name)];
    const chance = random.below(100);
    const isStrayed = chance < noise.strayed;
    const isUnknown = !isStrayed && chance < noise.strayed + noise.unknown;
    const isMisspelt =
      !isStrayed && !isUnknown && chance < noise.strayed + noise.unknown + noise.misspelt;
    const written = isUnknown
      ? [...strange].toReversed().join('') + own
      : isMisspelt
        ? [...own].with(random.below([...own].length), strange[0] ?? '').join('')
        : own;
    return [
      at + 1,
      nameOf.get(village.code.slice(0, 6)) ?? '',
      nameOf.get((isStrayed ? other : village).parent ?? '') ?? '',
      written + (pick(['', '村', '村委会', '村民委员会']) ?? ''),
      pick(['2021', '2022年', '2023-06', '2024年5月']) ?? '',
      '演练〔2024〕1号',
      // A code on every third row, as counties fill them in here and there.
      at % 3 === 0 ? village.code : '',
    ];
  });
  const headings = usualHeadings.map((heading) => (heading === '备注' ? '代码' : heading));
  return writeWorkbook({
    sheets: [
      {
        name: '名单',
        titleRows: ['廊坊市市级森林村庄名单', '填报单位：（演练）'],
        columns: headings.map((heading) => ({ heading, width: 14 })),
        rows,
      },
    ],
  });
}

import { describe, expect, it } from 'vitest';
import { isValidOn, type Division } from '../../domain/division.ts';
import { template } from '../../i18n/zh-CN/ledger-template.ts';
import type { Cell, Sheet, Workbook } from '../spreadsheet/workbook.ts';
import { readBytes } from '../spreadsheet/read-bytes.ts';
import { previewed, siteData } from './ledger-fixture.ts';
import { ledgerTemplate } from './ledger-template.ts';
import { isTemplateSheet, templateMark } from './template-sheet.ts';

const today = '2026-11-24';
const text = (value: string): Cell => ({ kind: 'text', text: value });

async function templateOf(track: string, division: string): Promise<Workbook> {
  const bytes = ledgerTemplate(siteData, { track, division, today }, template);
  if (!bytes) throw new Error('no template');
  const read = await readBytes(bytes, '模板.xlsx');
  if (read.status === 'refused') throw new Error(read.reason);
  return read.workbook;
}

const textsOf = ({ rows }: Sheet): readonly string[] =>
  rows.slice(2).flatMap(({ cells: [cell] }) => (cell?.kind === 'text' ? [cell.text] : []));

const byCode = new Map(siteData.divisions.map((division) => [division.code, division]));
const nameOf = (code: string) => byCode.get(code)?.name ?? '';

function unitsOf(track: string, division: string): readonly Division[] {
  return siteData.divisions.filter(
    (unit) =>
      unit.countedFor.includes(track) &&
      isValidOn(unit, today) &&
      (division === '131000' || unit.code.startsWith(division)),
  );
}

/** The template with every unit filled in, by names from its lists alone. */
function filled(workbook: Workbook, units: readonly Division[], isWhole: boolean): Workbook {
  const [sheet, ...lists] = workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  const heading = sheet.rows.at(-1)?.number ?? 0;
  const rows = units.map((unit, at) => {
    const county = nameOf(unit.code.slice(0, 6));
    const names = unit.level === 'village' ? [nameOf(unit.parent ?? ''), unit.name] : [unit.name];
    const cells = [...(isWhole ? [county] : []), ...names, '', '2023'].map(text);
    return { number: heading + 1 + at, isHidden: false, cells };
  });
  return { ...workbook, sheets: [{ ...sheet, rows: [...sheet.rows, ...rows] }, ...lists] };
}

describe('the template of a ledger', () => {
  it.each([
    ['village', '131082'],
    ['village', '131000'],
    ['township', '131082'],
    ['township', '131000'],
  ])(
    'of %s for %s, filled in with every name it offers, is understood whole',
    async (track, division) => {
      const units = unitsOf(track, division);
      const workbook = filled(await templateOf(track, division), units, division === '131000');
      const preview = previewed(workbook, { track, division, today });
      const matched = preview.rows.map(({ verdict, unit }) => [verdict, unit]);
      expect(matched).toEqual(units.map(({ code }) => ['new', code]));
    },
  );

  it('offers the names of the county alone, on hidden sheets that say what they are', async () => {
    const { sheets } = await templateOf('village', '131082');
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true, true]);
    const [, townships, villages] = sheets;
    if (!townships || !villages) throw new Error('no lists');
    expect([townships, villages].every(isTemplateSheet)).toBe(true);
    const mark = villages.rows[0]?.cells[0];
    expect(mark?.kind === 'text' && mark.text).toMatch(
      new RegExp(`^${templateMark} 1 village 131082 [0-9a-f]{16}$`),
    );
    const names = new Set(unitsOf('village', '131082').map(({ name }) => name));
    expect(new Set(textsOf(villages))).toEqual(names);
    expect(textsOf(townships).every((name) => !name.includes('村'))).toBe(true);
  });

  it('is empty of samples: imported as it is, it has no rows', async () => {
    const workbook = await templateOf('township', '131082');
    expect(() => previewed(workbook, { track: 'township', division: '131082' })).toThrow('no-rows');
  });

  it('is none for a track of counties, nor for a division without units', () => {
    const asked = { track: 'national', division: '131082', today };
    expect(ledgerTemplate(siteData, asked, template)).toBeNull();
    expect(
      ledgerTemplate(siteData, { ...asked, track: 'village', division: 'x' }, template),
    ).toBeNull();
  });
});

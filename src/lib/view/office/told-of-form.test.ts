import { describe, expect, it } from 'vitest';
import type { TableToTell } from '../../domain/told-columns.ts';
import { sentences } from '../../i18n/sentences.ts';
import { tellTables } from './import-columns.ts';
import { toldOfForm, typedColumns } from './told-of-form.ts';

const say = sentences['zh-CN'];
const { words } = say.importing;

const table: TableToTell = {
  sheet: '名单',
  isRead: false,
  namesUnits: true,
  columns: [
    { index: 0, letter: 'A', meaning: 'township' },
    { index: 1, letter: 'B', meaning: 'village' },
    { index: 2, letter: 'C', meaning: null },
  ],
  rows: [{ number: 1, cells: ['皇庄镇', '白塔寺村', '2023'] }],
  firstRow: 1,
  lastRow: 8,
  told: null,
};
const other: TableToTell = { ...table, sheet: '__proto__' };

/** The form as the page draws it, with these fields typed otherwise. */
function formOf(typed: Readonly<Record<string, string>> = {}, tables = [table]): FormData {
  const data = new FormData();
  const told = { name: '名单.xlsx', level: 'village' } as const;
  for (const shown of tellTables(tables, told, say)) {
    data.set(shown.sheetField, shown.sheet);
    data.set(shown.shownField, shown.shown);
    data.set(shown.first.field, shown.first.value);
    for (const { field, value } of shown.columns) data.set(field, value);
  }
  for (const [field, value] of Object.entries(typed)) data.set(field, value);
  return data;
}

function read(data: FormData, tables = [table]) {
  return toldOfForm(data, tables, 'village', say);
}

const asSuggested = {
  sheet: '名单',
  firstRow: 1,
  columns: [
    { index: 0, meaning: 'township' },
    { index: 1, meaning: 'village' },
  ],
};

describe('what the columns of a sheet are said to be', () => {
  it('is nothing while a suggestion only stands there', () => {
    expect(read(formOf())).toEqual({ tables: [], faults: [] });
  });

  it('is the suggestion, once the button is pressed', () => {
    expect(read(formOf({ tell: '0' }))).toEqual({
      tables: [{ sheet: '名单', told: asSuggested }],
      faults: [],
    });
  });

  it('is what was chosen otherwise, whichever button was pressed', () => {
    const { tables } = read(formOf({ 'table-0-column-2': 'effective', 'table-0-first': ' ２ ' }));
    expect(tables[0]?.told).toMatchObject({ firstRow: 2, columns: [{}, {}, { index: 2 }] });
  });

  it('is taken back by its button, or by choosing nothing', () => {
    const told = { ...table, isRead: true, told: { ...asSuggested, columns: [...toldColumns] } };
    const back = [{ sheet: '名单', told: null }];
    expect(read(formOf({ untell: '0' }, [told]), [told]).tables).toEqual(back);
    const nothing = { 'table-0-column-0': '', 'table-0-column-1': '' };
    expect(read(formOf(nothing, [told]), [told]).tables).toEqual(back);
  });

  it('of one sheet says nothing of another, whatever it is called', () => {
    const both = [table, other];
    const { tables, faults } = read(formOf({ tell: '1' }, both), both);
    expect(faults).toEqual([]);
    expect(tables).toMatchObject([{ sheet: '__proto__', told: { sheet: '__proto__' } }]);
  });
});

const toldColumns = [
  { index: 0, meaning: 'township' },
  { index: 1, meaning: 'village' },
] as const;

describe('what cannot be said of columns', () => {
  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['one meaning twice', { 'table-0-column-2': 'village' }, 'table-0-column-2', words.tellTwice],
    ['no unit', { 'table-0-column-1': '' }, 'table-0-column-0', words.tellNoUnit.village],
    [
      'an unknown meaning',
      { 'table-0-column-2': '__proto__' },
      'table-0-column-2',
      words.tellUnknown,
    ],
    ['a row below the last', { 'table-0-first': '9' }, 'table-0-first', '请填写1到8之间的行号。'],
    ['no number of a row', { 'table-0-first': '一' }, 'table-0-first', '请填写1到8之间的行号。'],
    ['a column that is not there', { 'table-0-column-77': 'code' }, '', words.tellStranger],
    ['a table that is not there', { 'table-9-first': '1' }, '', words.tellStranger],
    ['another sheet', { 'table-0-sheet': 'constructor' }, '', words.tellStranger],
    ['the button of no table', { tell: '__proto__' }, '', words.tellStranger],
  ])('%s is told at its field', (_, typed, field, message) => {
    const data = formOf(typed);
    const { tables, faults } = read(data);
    expect(faults).toMatchObject([{ field, message }]);
    expect(tables).toEqual([]);
    const [[name = '', value] = []] = Object.entries(typed);
    if (name.startsWith('table-')) expect(typedColumns(data)[name]).toBe(value);
  });
});

describe('the columns as they are asked for', () => {
  it('say that a suggestion is one, until it is told', () => {
    const asked = { name: '名单.xlsx', level: 'village' } as const;
    const [before] = tellTables([table], asked, say);
    expect(before).toMatchObject({ isOpen: true, isTold: false, name: '名单' });
    expect(before?.columns.map(({ isSuggested }) => isSuggested)).toEqual([true, true, false]);
    const told = { ...asSuggested, firstRow: 3, columns: toldColumns };
    const [after] = tellTables([{ ...table, isRead: true, told }], asked, say);
    expect(after).toMatchObject({ isOpen: false, isTold: true, first: { value: '3' } });
    expect(after?.columns.every(({ isSuggested }) => !isSuggested)).toBe(true);
  });

  it('offer no village in a list of townships', () => {
    const [asked] = tellTables([table], { name: '', level: 'township' }, say);
    expect(asked?.choices.map(({ value }) => value)).not.toContain('village');
  });
});

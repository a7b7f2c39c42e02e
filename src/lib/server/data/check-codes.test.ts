import { describe, expect, it } from 'vitest';
import { divisions, firstLineOf, lineWith, type FaultRow } from './broken-data.ts';

const codes: readonly FaultRow[] = [
  [
    'a row with a cell too few',
    divisions('131002,安次区,市辖区,131000', '131002,安次区,131000'),
    'divisions.csv row 3: the row has 7 cells',
    '8 cells',
  ],
  [
    'a quote that never ends',
    divisions('131002,安次区', '131002,"安次区'),
    'divisions.csv row ',
    'CSV syntax error (CSV_QUOTE_NOT_CLOSED)',
  ],
  [
    'a column given twice',
    divisions('code,name,kind', 'code,name,name'),
    'divisions.csv row 1: the column “name” is given twice',
    'code,name,kind',
  ],
  [
    'a column that is missing',
    divisions('counted_for', 'counts'),
    'divisions.csv row 1: the column “counted_for” is missing',
    'code,name,kind',
  ],
  [
    'a code of no known length',
    divisions('131002,', '1310021,'),
    'divisions.csv row 3 code: the value “1310021” does not fit',
    'a code of 6, 9 or 12 digits',
  ],
  [
    'an unknown kind',
    divisions('安次区,市辖区', '安次区,区'),
    'divisions.csv row 3 kind: the value “区” does not fit',
    'one of 地级市',
  ],
  [
    'a code given twice',
    divisions('\n131003,', '\n131002,'),
    'divisions.csv row ',
    'the code “131002” stands in row 3 already',
  ],
  [
    'a parent that is not there',
    divisions(/131024100,[^\n]*\n/, ''),
    'divisions.csv row ',
    'the parent “131024100” is not in the file',
  ],
  [
    'a parent that is not the prefix',
    divisions('131002001,银河南路街道,街道,131002', '131002001,银河南路街道,街道,131003'),
    'divisions.csv row 4 parent: the parent “131003” is not the prefix of 131002001',
    'expected 131002',
  ],
  [
    'a name of spaces',
    divisions('131002,安次区', '131002, '),
    'divisions.csv row 3 name: the name “ ” is blank, padded',
    'a name without surrounding spaces',
  ],
  [
    'a kind of another level',
    divisions('安次区,市辖区', '安次区,镇'),
    'divisions.csv row 3 kind: a code of 6 digits has the kind 镇',
    'one of 市辖区',
  ],
  [
    'a track that is unknown',
    divisions('national provincial', 'national regional'),
    'divisions.csv row 3 counted_for: there is no track “regional”',
    'national provincial',
  ],
  [
    'a track of another level',
    divisions('national provincial', 'national village'),
    'divisions.csv row 3 counted_for: the track village is not of this level (county)',
    'national provincial',
  ],
  [
    'an end before the beginning',
    divisions('national provincial,,', 'national provincial,2021-01-01,2020-01-01'),
    'divisions.csv row 3 valid_to: it ends on 2020-01-01, before it begins',
    '2021-01-01 or later',
  ],
  [
    'another prefecture',
    divisions('131000,廊坊市', '130600,保定市'),
    'divisions.csv row 2 code: 130600 is another prefecture',
    'expected 131000',
  ],
];

describe('a fault among the codes is named:', () => {
  it.each(codes)('%s', (_name, breakIt, start, part) => {
    expect(firstLineOf(breakIt)).toMatch(lineWith(start, part));
  });
});

/** Texts as they break programs: what stands in cells, names, columns and properties. */
import fc from 'fast-check';

const known = [
  ...['', ' ', '\u3000', '\u00a0', '\u200b', '\ufeff', '\t', '\n', '\r\n', '"', "'", '""', '，'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', 'null'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("x")', '\t=1', 'sep=;', '#REF!', '#N/A'],
  ...['\0', '\u0001', '\ud800', '\udc00x', '\uffff', '_x0000_', '_xD800_', '_x005F_', '_x005f_x'],
  ...['𠮷庄', '㐂村', '\u202e村', 'e\u0301', '﷽', '①', '２０２３年', '（村）', '((((', '）（'],
  ...['合计', '总计', '小计', '注：', '备注', '序号', '乡镇', '村名', '代码', '认定时间', '状态'],
  ...[
    '安次区',
    '落垡镇',
    '张场村',
    '大厂回族自治县',
    '大厂',
    '三河市',
    '皇庄镇',
    '村委会',
    '村',
    '镇',
  ],
  ...[
    '131002',
    '131002104',
    '131002106',
    '131002104201',
    '1.31002E+11',
    '131002104201.0',
    '13100210420',
  ],
  ...[
    '2023',
    '2023.1',
    '23.6',
    '2023年13月',
    '2024-02-30',
    '2024.2.29',
    '9999-12-31',
    '0000-00-00',
  ],
  ...['45000', '0', '-0', '1e400', 'NaN', 'Infinity', '60', '2958466', '已授予', '撤销', '第一批'],
  ...['冀林〔2023〕12号', '&amp;', '<b>', ']]>', '%00', '../..', 'C:\\x', '\\', '%', '${x}', '{0}'],
] as const;

/** Most UTF-16 units of a repeated text: just beyond what a cell of Excel holds. */
const longest = 33_000;

/** A short text many times over: what patterns that look back and forth choke on. */
const repeated = fc
  .tuple(
    fc.oneof(fc.constantFrom(...known), fc.string({ minLength: 1, maxLength: 3 })),
    fc.oneof(fc.nat(20), fc.nat(longest)),
  )
  .map(([text, times]) => text.repeat(Math.min(times, Math.floor(longest / (text.length || 1)))));

export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...known) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...known), { maxLength: 5 }).map((all) => all.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 40 }) },
  { weight: 1, arbitrary: repeated },
);

/** As an address, a count, an index or a type may be written. */
export const nastyValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['0', '1', '-1', '1.5', '1e9', '4294967296', '9007199254740993', 'NaN', '', ' 7 ', '0x10'],
    ...[
      'A1',
      'B2',
      'A0',
      'XFD1',
      'XFE1',
      'GR1',
      'GS1',
      'A1048576',
      'A1048577',
      'a1',
      '$A$1',
      'R1C1',
    ],
    ...['A1:A1', 'A1:XFD1048576', 'B2:A1', 'A1:B2:C3', 'A:A', '1:1'],
    ...['s', 'str', 'inlineStr', 'b', 'e', 'd', 'n', 'true', 'hidden', 'veryHidden', 'External'],
    ...['14', '22', '49', '164', 'rId1', 'rId2', 'rId99', 'yyyy"年"m"月"', '[h]:mm', '[', '"'],
    ...[
      'xl/workbook.xml',
      '/xl/styles.xml',
      '../../x',
      'http://127.0.0.1/x',
      '%ff',
      'worksheets/sheet1.xml',
    ],
  ),
  nastyText,
);

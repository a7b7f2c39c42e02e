import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { accountOf, accountOfLines, received, sentText, type SentLine } from './sent-ledger.ts';

const lines: readonly SentLine[] = [
  [['三河市市级森林村庄名单']],
  [['序号', '乡镇', '村名', '认定时间', '备注']],
  [
    ['1', '皇庄镇', '大王庄村', '2023年5月', '联系人：朱镕、朤某；“验收，合格”'],
    'new 131082103243 2023-05',
  ],
  [['2', '', '陈庄', '2023/5/18', '第一行\n第二行'], 'new 131082103219 2023-05-18'],
  [['3', '新集镇', '大王庄\n村', '2023.06', '含"引号"'], 'new 131082104205 2023-06'],
  [['4', '泃阳镇', '错桥', '2023.1', ''], 'wrong one-or-ten'],
  [['合计', '', '4个', '', '']],
];

const named = { name: '台账' };
const withMark = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`);

const files: readonly (readonly [what: string, bytes: Uint8Array])[] = [
  ['UTF-8 with a byte order mark, as Excel saves it', withMark(sentText(lines))],
  ['UTF-8 without one, lines ended as on Unix', Buffer.from(sentText(lines, ',', '\n'))],
  ['semicolons', withMark(sentText(lines, ';'))],
  ['tabs', withMark(sentText(lines, '\t'))],
  ['GBK, as WPS saves it', iconv.encode(sentText(lines), 'gbk')],
  ['GB 18030 with tabs', iconv.encode(sentText(lines, '\t'), 'gb18030')],
  ['UTF-16LE, “Unicode text” of Excel', iconv.encode(`\ufeff${sentText(lines, '\t')}`, 'utf-16le')],
  ['UTF-16LE without a mark', iconv.encode(sentText(lines, '\t'), 'utf-16le')],
  ['UTF-16BE', iconv.encode(`\ufeff${sentText(lines)}`, 'utf-16be')],
  ['full-width commas', Buffer.from(sentText(lines, '，'))],
  ['a first line sep=;', Buffer.from(`sep=;\r\n${sentText(lines, ';')}`)],
  ['lines ended by a carriage return alone', Buffer.from(sentText(lines, ',', '\r'))],
];

describe('a text file in', () => {
  it.each(files)('%s', async (what, bytes) => {
    const answer = await received(bytes, '台账.csv', { division: '131082' });
    // Excel’s own first line is none of the table’s, nor counted.
    expect(accountOf(answer.rows), what).toEqual(accountOfLines([{ ...named, lines }]));
  });

  it('holds every character: those of the remarks come back whole', async () => {
    const lined: readonly SentLine[] = [
      [['乡镇', '村名', '年份', '文件名称']],
      [['皇庄镇', '大王庄', '2023', '朱镕、朤某、喆'], 'new 131082103243 2023'],
    ];
    const { rows } = await received(iconv.encode(sentText(lined), 'gbk'), '台账.csv');
    expect(rows[0]?.written.documentTitle).toBe('朱镕、朤某、喆');
  });
});

/** What the heading of a column says, by the words counties use. */
import type { Level } from '../../domain/division.ts';
import type { ColumnMeaning } from '../../domain/ledger.ts';

const place = '(?:所属|所在|隶属|归属|申报|创建)?';
const kind = '(?:市级)?(?:森林)?';
const named = '(?:名称|名字|名)?';
/** Of a title: when, and by what, it was given. */
const given =
  '(?:获得|获评|获批|获)?(?:认定|命名|批准|授牌|授予|评定|获评|公布|挂牌|授予称号|称号|认定命名|命名认定|状态|生效|取得)?';

/** First that fits holds. `null`: a heading that would fit a later one but says something else. */
const headings: readonly (readonly [ColumnMeaning | null, string])[] = [
  [
    'code',
    '(?:国家统计局|统计用|统计|行政|区划|城乡|单位|机构)*(?:区划)?(?:代码|编码|代号)|code|divisioncode',
  ],
  [
    'county',
    `${place}(?:县|区|县区|区县|县市|市县|县市区|区县市|县级|县级市|县级单位)${named}(?:别)?|county`,
  ],
  [
    'village',
    `${place}(?:单位)?${kind}(?:行政|建制)?村(?:庄|居|街|社区|级|级单位|委会|民委员会|居民委员会|居委会|街道|组)*${named}|village`,
  ],
  [
    'township',
    `${place}(?:单位)?${kind}(?:[乡镇街]|街道|办事处|办|园区|开发区|农场|场|区)*[乡镇街](?:[乡镇街道办场区]|办事处|园区|农场)*${named}|township|town`,
  ],
  [
    'name',
    '(?:单位|创建单位|申报单位|获评单位|被命名单位|命名对象|乡镇村|镇村|村镇)|(?:单位|创建单位|申报单位|获评单位|被命名单位|乡镇村|镇村|村镇)?(?:全称|名称|名)|name|unit',
  ],
  [
    'effective',
    `${kind}(?:村庄|乡镇|称号)?${given}(?:年份|年度|时间|日期|年月|年月日|年|日期时间)|effective|effectivedate|date|since`,
  ],
  [
    'documentNumber',
    '(?:命名|批准|认定|授予|公布|文件|依据|发文|通知)*(?:文号|文件号|文件编号|字号|发文号)|documentnumber|documentno',
  ],
  [
    'documentTitle',
    '(?:命名|批准|认定|授予|公布|通知)?(?:文件|依据|来源)(?:文件)?(?:名称|标题|题名|名)?|document|documenttitle|source',
  ],
  [
    'publisher',
    '(?:文件)?(?:发文|命名|批准|认定|授予|授牌|公布|发布|评定|印发)(?:单位|机关|部门|机构)(?:名称)?|publisher',
  ],
  [
    'grade',
    '(?:认定|命名|授予|评定|获评|所获|荣誉|称号|森林乡镇|森林村庄)*(?:级别|等级|层级|称号|荣誉)(?:名称)?',
  ],
  ['batch', '(?:所属|命名|认定|公布)?(?:批次|批|第几批)(?:名称)?|batch'],
  ['stage', '(?:创建|称号|当前|目前|现|命名|认定)?(?:状态|阶段)|stage|status'],
];

const patterns = headings.map(
  ([meaning, pattern]) => [meaning, new RegExp(`^(?:${pattern})$`, 'i')] as const,
);

/** A code said to be of one level: 乡镇代码 is no code of a village. */
const levelledCode =
  /^(?:所属|所在)?(?:(县|区县|县区|县市区)|(乡|镇|乡镇|乡镇街道)|(村|行政村|村庄|村级))(?:区划|行政区划|统计|单位)*(?:代码|编码)$/;

/** A group of columns about a title that is not the municipality's. */
const ofOtherTitle = /国家|省|县级|区级|全国/;

/** Headings that say nothing without the heading above them. */
const bare = /^(?:名称|名|全称|单位|时间|日期|年份|年度|年月|代码|编码|编号)$/;

/** Longest heading looked at, in UTF-16 code units: what is longer is a title or a note. */
const longest = 60;

/** A heading without widths, spaces, line breaks and marks; brackets are kept. */
export function plainHeading(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}()]/gu, '');
}

/** What the column holds, for a ledger of units of `level`; `null`: nothing that is taken. */
export function columnMeaning(heading: string, level: Level): ColumnMeaning | null {
  if (heading.length > longest) return null;
  const plain = plainHeading(heading);
  // 县（市、区） is 县市区; 认定时间（年月） is 认定时间.
  for (const text of [plain.replace(/[()]/g, ''), plain.replace(/\([^()]*\)/g, '')]) {
    const code = levelledCode.exec(text);
    if (code) {
      const of: Level = code[1] ? 'county' : code[2] ? 'township' : 'village';
      return of === level ? 'code' : null;
    }
    for (const [meaning, pattern] of patterns) if (pattern.test(text)) return meaning;
  }
  return null;
}

/** What a heading under another says: 命名文件 over 名称 is the title of a document, no name of a unit. */
export function groupedMeaning(group: string, heading: string, level: Level): ColumnMeaning | null {
  if (group === '' || group === heading) return columnMeaning(heading, level);
  const together = columnMeaning(group + heading, level);
  if (together !== null) return together;
  // 省级森林乡村 over 认定时间: when the province gave its title says nothing of ours.
  if (ofOtherTitle.test(plainHeading(group))) return null;
  return bare.test(plainHeading(heading)) ? null : columnMeaning(heading, level);
}

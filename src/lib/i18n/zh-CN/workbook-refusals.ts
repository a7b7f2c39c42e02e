/** Why a file was not read, and what the person who sent it can do. */
import type { WorkbookRefusal } from '../../domain/workbook-refusal.ts';

/** As the reader gives them: `size` and `limit` (millions of bytes or characters), `sheet`, `sheets`, `line`, `row`. */
export type RefusalValues = Readonly<Record<string, string>>;

const inSheet = ({ sheet }: RefusalValues): string =>
  sheet === undefined ? '文件' : `工作表“${sheet}”`;

export const workbookRefusals: Readonly<
  Record<WorkbookRefusal, (values: RefusalValues) => string>
> = {
  empty: () => '文件中没有内容。请确认选对了文件，在 Excel 中打开并保存后再上传。',
  'too-large': ({ size, thousands, limit }) => {
    if (size !== undefined && limit !== undefined) {
      return `文件有${size} MB，最多${limit} MB。请只保留需要的工作表和行，删除其中的图片后再上传。`;
    }
    if (thousands !== undefined && limit !== undefined) {
      return `粘贴的内容有${thousands}千字，最多${limit}千字。请分成几次粘贴，或者上传文件。`;
    }
    return '内容过大。请只保留需要的工作表和行，删除其中的图片后再试。';
  },
  'not-a-table': () =>
    '这不是表格文件，可能是图片、PDF、Word 文档或其他文件。请上传 .xlsx 或 .csv 文件。',
  'old-xls': () =>
    '这是旧版 Excel（97—2003）的 .xls 文件。请在 Excel 或 WPS 中另存为“Excel 工作簿（.xlsx）”后再上传。',
  'other-workbook': () =>
    '这是其他格式的表格文件（如 .ods、.xlsb）。请另存为“Excel 工作簿（.xlsx）”后再上传。',
  html: () =>
    '这是网页或 XML 文件，只是使用了表格的扩展名，一些系统的“导出 Excel”会生成这种文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。',
  password: () => '文件设有打开密码。请在 Excel 中取消密码，保存后再上传。',
  macros: () => '文件中含有宏。请另存为不含宏的“Excel 工作簿（.xlsx）”后再上传。',
  damaged: (values) =>
    values['row'] !== undefined
      ? `从第 ${values['row']} 行起，英文双引号（"）没有成对，后面的内容无法确定。请补上或删除多余的引号后再试。`
      : `${inSheet(values)}已损坏或不完整。请在 Excel 中打开，按提示修复，另存为新文件后再上传。`,
  'unpacks-too-large': (values) =>
    `${inSheet(values)}展开后的内容远多于台账所需。请把需要的行复制到新的工作簿中再上传。`,
  'too-many-parts': () => '文件内部的部件过多，不像台账。请把需要的行复制到新的工作簿中再上传。',
  entities: () =>
    '文件中含有不应出现在表格里的声明，为安全起见没有读取。请把需要的行复制到新的工作簿中再上传。',
  'too-many-sheets': ({ sheets, limit }) =>
    sheets === undefined || limit === undefined
      ? '工作表过多。请删除不需要的工作表后再上传。'
      : `文件有 ${sheets} 张工作表，最多 ${limit} 张。请删除不需要的工作表后再上传。`,
  'too-many-rows': (values) =>
    `${inSheet(values)}的行数过多（有内容的行最多 10 万行，连同空行最多 15 万行）。如果下方是设了格式的空行，请选中这些空行，删除后保存，再上传。`,
  'too-many-columns': (values) =>
    `${inSheet(values)}的列数过多，最多 200 列。请删除不需要的列后再上传。`,
  'unknown-encoding': ({ line }) =>
    line === undefined
      ? '无法确定文字的编码。请用 Excel 或 WPS 打开，确认文字显示正确，另存为“Excel 工作簿（.xlsx）”后再上传。'
      : `文件中混有两种文字编码，其中一种见于第 ${line} 行。请把各部分分别用 Excel 打开，合并后另存为“Excel 工作簿（.xlsx）”再上传。`,
  'too-slow': () =>
    '读取用时或占用内存过多，已停止。请把需要的行复制到新的工作簿中，或分成几个文件上传。',
  'no-rows': () => '文件中没有任何有内容的行。请确认数据已填写并保存，合并单元格没有遮住内容。',
};

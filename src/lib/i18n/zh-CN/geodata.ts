/** What is wrong with a file of positions, its features and their places, and what to do about it. */
import type {
  DatumName,
  FeatureFaultCode,
  GeodataRefusal,
  PlaceFaultCode,
} from '../../domain/geodata.ts';

/** Numbers, names and systems that a sentence mentions. Codes of divisions come as their names. */
type Values = Readonly<Record<string, string>>;
type Sentences<Code extends string> = Readonly<Record<Code, (values: Values) => string>>;

const zipAdvice = '请将同名的 .shp、.dbf、.prj 等文件一起压缩为 .zip 后上传。';
const cgcs2000Advice =
  '请由测绘或 GIS 人员转换为 CGCS2000 经纬度后重新上传。两种坐标系之间没有公开的精确参数，本站不作推算。';

const refusals: Sentences<GeodataRefusal> = {
  empty: () => '文件是空的，请检查后重新上传。',
  'too-large': ({ size = '', most = '' }) =>
    `文件有 ${size} MB，超过 ${most} MB。请只保留需要的要素，或概化边界后重新上传。`,
  'not-geodata': () => '这不是可读取的坐标文件。请上传 GeoJSON，或压缩为 .zip 的 Shapefile。',
  workbook: () => '这是 Excel 工作簿。坐标写在表格各列中的，请按表格导入。',
  'unknown-encoding': () => '无法确定文字的编码。请另存为 UTF-8 或 GBK 后重新上传。',
  'json-syntax': ({ line = '', column = '' }) =>
    `第 ${line} 行第 ${column} 列不符合 JSON 格式，文件无法读取。请从原软件重新导出 GeoJSON。`,
  'json-truncated': () => '文件不完整，内容到一半就结束了。请重新导出或重新传送文件。',
  'json-not-a-number': ({ line = '', column = '' }) =>
    `第 ${line} 行第 ${column} 列的坐标不是数字（NaN 或 Infinity）。请补上坐标，或删去该要素后重新导出。`,
  'json-depth': () => '文件层层嵌套过深，不是正常的 GeoJSON。请从原软件重新导出。',
  'json-duplicate-key': ({ key = '', line = '' }) =>
    `第 ${line} 行重复出现名称“${key}”，无法确定以哪个为准。请删去一个后重新上传。`,
  'forbidden-key': ({ key = '' }) => `文件中使用了不允许的名称“${key}”，请改名后重新上传。`,
  'not-geojson': () => '文件是 JSON，但不是 GeoJSON。请从 GIS 软件导出 GeoJSON。',
  topojson: () => '这是 TopoJSON 文件。请转换为 GeoJSON 后重新上传。',
  'no-features': () => '文件中没有要素。',
  'too-many-features': ({ most = '' }) =>
    `要素或属性过多，要素最多${most}个。请只保留需要的乡镇、村庄和列。`,
  'too-many-positions': ({ most = '' }) =>
    `边界过于详细，坐标点最多${most}个。请概化边界后重新上传。`,
  'zip-damaged': () => '压缩包已损坏，无法解压。请重新压缩后上传。',
  'zip-encrypted': () => '压缩包设有密码。请取消密码，重新压缩后上传。',
  'zip-too-many-entries': ({ most = '' }) =>
    `压缩包内的文件超过${most}个。请只压缩需要的 Shapefile。`,
  'zip-unpacks-too-large': ({ most = '' }) =>
    `压缩包解压后超过 ${most} MB。请只保留需要的要素，或概化边界后重新上传。`,
  'zip-no-shapefile': () => `压缩包内没有 Shapefile。${zipAdvice}`,
  'no-dbf': ({ layer = '' }) =>
    `“${layer}”缺少 .dbf 文件，无法知道各要素的名称和代码。${zipAdvice}`,
  'no-shp': () => `只有 .dbf 属性表，没有 .shp 图形。${zipAdvice}`,
  'shp-damaged': ({ layer = '' }) => `“${layer}.shp”已损坏或不完整，无法读取。请从原软件重新导出。`,
  'dbf-damaged': ({ layer = '' }) => `“${layer}.dbf”已损坏或不完整，无法读取。请从原软件重新导出。`,
  'records-differ': ({ layer = '', shapes = '', records = '' }) =>
    `“${layer}”有${shapes}个图形，属性表却有${records}行，两者对不上。请从原软件重新导出。`,
  'unsupported-shape': ({ layer = '', type = '' }) =>
    `“${layer}”的图形类型是 ${type}，不是点或面。请导出为点或面后重新上传。`,
  'system-not-convertible': ({ system = '' }) =>
    `文件的坐标系是“${system}”，属于 1954 年北京或 1980 西安坐标系。${cgcs2000Advice}`,
  'system-unknown': ({ system = '' }) =>
    `不能识别文件的坐标系“${system}”。请转换为 CGCS2000 或 WGS-84 经纬度后重新上传。`,
  'not-degrees': ({ example = '' }) =>
    `坐标不是经纬度（例如 ${example}），像是以米为单位的投影坐标，文件又没有写明是哪种投影。请附上 .prj 文件，或转换为经纬度后重新上传。`,
  'too-slow': () => '文件过于复杂，在规定的时间和内存内未能读完。请概化边界，或分成几个文件上传。',
  failed: () => '文件无法读取。请从原软件重新导出；仍不能读取的，请联系系统管理员。',
};

const featureFaults: Sentences<FeatureFaultCode> = {
  'no-geometry': () => '没有坐标。',
  'wrong-type': ({ type = '' }) => `图形类型是 ${type}，不是点或面。`,
  'empty-geometry': () => '图形中没有坐标。',
  'not-finite': () => '坐标不是数字。',
  'out-of-range': ({ example = '' }) => `坐标 ${example} 不是经纬度。`,
  'ring-open': () => '边界没有闭合。',
  'ring-short': () => '边界不足三个点，不成面。',
  'not-geojson': () => '不符合 GeoJSON 格式。',
  'garbled-text': ({ field = '' }) => `“${field}”一列有乱码。`,
  'cut-text': ({ field = '' }) => `“${field}”一列的文字被截断，末字不全，请核对。`,
};

const placeFaults: Sentences<PlaceFaultCode> = {
  'not-finite': () => '坐标不是数字。',
  'axes-swapped': () => '经度和纬度写反了。',
  'outside-prefecture': ({ metres = '' }) => `不在本市范围内，距最近的县界${metres}米。`,
  'outside-county': ({ county = '', metres = '', inside }) =>
    inside === undefined
      ? `不在${county}范围内，距县界${metres}米。`
      : `不在${county}范围内，而在${inside}，距县界${metres}米。`,
  'outside-township': ({ township = '', metres = '' }) =>
    `不在${township}的边界内，距边界${metres}米。`,
  'same-position': ({ unit = '' }) => `与${unit}的坐标完全相同。`,
  'low-precision': ({ decimals = '', metres = '' }) =>
    `坐标只有${decimals}位小数，只准确到约${metres}米。`,
  'village-polygon': () => '村庄以点表示，不能是面。',
  ring: () => '边界有错误。',
  overlaps: ({ unit = '', hectares = '' }) => `与${unit}的边界重叠 ${hectares} 公顷。`,
  'not-comparable': ({ unit = '' }) => `无法与${unit}的边界比较，请核对两者的公共边界。`,
};

const datumNames: Readonly<Record<DatumName, string>> = {
  wgs84: 'WGS-84',
  cgcs2000: 'CGCS2000（国家大地坐标系）',
  gcj02: 'GCJ-02（高德、腾讯等地图使用）',
  bd09: 'BD-09（百度地图使用）',
};

export const geodata = {
  refusals,
  featureFaults,
  placeFaults,
  datumNames,
  datum: {
    label: '坐标系',
    findOut: '不清楚，由系统判断',
    sure: (name: string) => `判断为 ${name}。`,
    likely: (name: string) => `可能是 ${name}，请确认。`,
    unclear: '凭这些坐标不能判断是哪种坐标系，请选择。不清楚的，请询问提供文件的人。',
    declared: (name: string) => `按所选的 ${name} 处理，这些坐标不足以核实。`,
    contradicts: (declared: string, found: string) =>
      `所选的坐标系是 ${declared}，但这些坐标更符合 ${found}，请重新确认。`,
    swapped: '文件中纬度写在经度之前，已对调。',
    evidence: (name: string, inside: number, places: number) =>
      `按${name}计，${places}个坐标中有${inside}个在所属县（市、区）范围内。`,
  },
};

export type GeodataWords = typeof geodata;

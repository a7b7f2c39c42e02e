/** What is wrong with a file of positions, its features and their places, and what to do about it. */
import type { GeodataWords } from '../zh-CN/geodata.ts';

const zipAdvice =
  'Pack the .shp, .dbf, .prj and so on of the same name into one .zip and send that.';
const cgcs2000Advice =
  'Have it converted to CGCS2000 degrees by somebody who works with survey data, and send it again. There are no published exact parameters between the two systems, and this site does not guess.';

const refusals: GeodataWords['refusals'] = {
  empty: () => 'The file is empty. Check it and send it again.',
  'too-large': ({ size = '', most = '' }) =>
    `The file has ${size} MB, more than ${most} MB. Keep only the features needed, or simplify the boundaries, and send it again.`,
  'not-geodata': () =>
    'This is no file of positions that can be read. Send GeoJSON, or a Shapefile packed as .zip.',
  workbook: () =>
    'This is an Excel workbook. Positions that stand in columns of a table are imported as a table.',
  'unknown-encoding': () =>
    'The encoding of the text cannot be told. Save it as UTF-8 or GBK and send it again.',
  'json-syntax': ({ line = '', column = '' }) =>
    `Line ${line}, column ${column} is not JSON, so the file cannot be read. Export the GeoJSON again.`,
  'json-truncated': () =>
    'The file is not complete: it ends in the middle. Export it, or transfer it, again.',
  'json-not-a-number': ({ line = '', column = '' }) =>
    `The coordinate at line ${line}, column ${column} is no number (NaN or Infinity). Fill it in, or leave out the feature, and export the file again.`,
  'json-depth': () => 'The file is nested too deeply to be GeoJSON. Export it again.',
  'json-duplicate-key': ({ key = '', line = '' }) =>
    `The name “${key}” stands twice at line ${line}, and which one holds cannot be told. Remove one and send the file again.`,
  'forbidden-key': ({ key = '' }) =>
    `The file uses the name “${key}”, which is not allowed. Rename it and send the file again.`,
  'not-geojson': () => 'The file is JSON, but not GeoJSON. Export GeoJSON from a GIS.',
  topojson: () => 'This is a TopoJSON file. Convert it to GeoJSON and send it again.',
  'no-features': () => 'There are no features in the file.',
  'too-many-features': ({ most = '' }) =>
    `There are too many features or attributes; features may be ${most} at most. Keep only the townships, villages and columns needed.`,
  'too-many-positions': ({ most = '' }) =>
    `The boundaries are too detailed: at most ${most} positions. Simplify them and send the file again.`,
  'zip-damaged': () => 'The archive is damaged and cannot be unpacked. Pack it again and send it.',
  'zip-encrypted': () =>
    'The archive has a password. Remove it, pack the files again and send them.',
  'zip-too-many-entries': ({ most = '' }) =>
    `There are more than ${most} files in the archive. Pack only the Shapefile needed.`,
  'zip-unpacks-too-large': ({ most = '' }) =>
    `The archive unpacks to more than ${most} MB. Keep only the features needed, or simplify the boundaries, and send it again.`,
  'zip-no-shapefile': () => `There is no Shapefile in the archive. ${zipAdvice}`,
  'no-dbf': ({ layer = '' }) =>
    `The .dbf of “${layer}” is missing, so the names and codes of its features are not known. ${zipAdvice}`,
  'no-shp': () => `There is a .dbf table, but no .shp with the shapes. ${zipAdvice}`,
  'shp-damaged': ({ layer = '' }) =>
    `“${layer}.shp” is damaged or not complete and cannot be read. Export it again.`,
  'dbf-damaged': ({ layer = '' }) =>
    `“${layer}.dbf” is damaged or not complete and cannot be read. Export it again.`,
  'records-differ': ({ layer = '', shapes = '', records = '' }) =>
    `“${layer}” has shapes: ${shapes}, but rows in its table: ${records}. They do not belong together. Export it again.`,
  'unsupported-shape': ({ layer = '', type = '' }) =>
    `The shapes of “${layer}” are of type ${type}, not points or polygons. Export points or polygons and send them.`,
  'system-not-convertible': ({ system = '' }) =>
    `The file is in “${system}”, one of the systems Beijing 1954 and Xi'an 1980. ${cgcs2000Advice}`,
  'system-unknown': ({ system = '' }) =>
    `The coordinate system “${system}” of the file is not known here. Convert it to CGCS2000 or WGS-84 degrees and send it again.`,
  'not-degrees': ({ example = '' }) =>
    `The coordinates are not degrees (for example ${example}) but look like metres of a projection, and the file does not say of which. Send the .prj along, or convert the file to degrees.`,
  'too-slow': () =>
    'The file is too complex to be read within the time and memory there are. Simplify the boundaries, or send it in several files.',
  failed: () =>
    'The file cannot be read. Export it again; if that does not help, ask the system administrator.',
};

const featureFaults: GeodataWords['featureFaults'] = {
  'no-geometry': () => 'There are no coordinates.',
  'wrong-type': ({ type = '' }) => `The shape is a ${type}, not a point or polygon.`,
  'empty-geometry': () => 'The shape has no coordinates in it.',
  'not-finite': () => 'The coordinates are no numbers.',
  'out-of-range': ({ example = '' }) => `The coordinates ${example} are not degrees.`,
  'ring-open': () => 'The boundary is not closed.',
  'ring-short': () => 'The boundary has fewer than three corners and encloses nothing.',
  'not-geojson': () => 'This is not valid GeoJSON.',
  'garbled-text': ({ field = '' }) => `The text in the column “${field}” is garbled.`,
  'cut-text': ({ field = '' }) =>
    `The text in the column “${field}” is cut off in the middle of a character. Check it.`,
};

const placeFaults: GeodataWords['placeFaults'] = {
  'not-finite': () => 'The coordinates are no numbers.',
  'axes-swapped': () => 'Longitude and latitude are exchanged.',
  'outside-prefecture': ({ metres = '' }) =>
    `Outside the prefecture, ${metres} m from the nearest county boundary.`,
  'outside-county': ({ county = '', metres = '', inside }) =>
    inside === undefined
      ? `Outside ${county}, ${metres} m from its boundary.`
      : `Outside ${county}, ${metres} m from its boundary, in ${inside}.`,
  'outside-township': ({ township = '', metres = '' }) =>
    `Outside the outline of ${township}, by ${metres} m.`,
  'same-position': ({ unit = '' }) => `At the very same position as ${unit}.`,
  'low-precision': ({ decimals = '', metres = '' }) =>
    `Decimals: ${decimals}; the position is good to about ${metres} m only.`,
  'village-polygon': () => 'A village is shown as a point and cannot be a polygon.',
  ring: () => 'There is a mistake in the boundary.',
  overlaps: ({ unit = '', hectares = '' }) => `Overlaps ${unit} by ${hectares} ha.`,
  'not-comparable': ({ unit = '' }) =>
    `Cannot be compared with ${unit}. Check the boundary that both share.`,
};

export const geodata: GeodataWords = {
  refusals,
  featureFaults,
  placeFaults,
  datumNames: {
    wgs84: 'WGS-84',
    cgcs2000: 'CGCS2000 (the national system)',
    gcj02: 'GCJ-02 (used by AMap, Tencent and others)',
    bd09: 'BD-09 (used by Baidu)',
  },
  datum: {
    label: 'Coordinate system',
    findOut: 'Not known, to be found out',
    sure: (name) => `Found to be ${name}.`,
    likely: (name) => `Probably ${name}. Please confirm.`,
    unclear:
      'These coordinates do not tell which system they are in. Choose one; if it is not known, ask whoever made the file.',
    declared: (name) =>
      `Taken as ${name}, as chosen; these coordinates are not enough to confirm it.`,
    contradicts: (declared, found) =>
      `${declared} was chosen, but the coordinates fit ${found} better. Please confirm again.`,
    swapped: 'The file writes latitude before longitude; they have been exchanged.',
    evidence: (name, inside, places) =>
      `Taken as ${name}, ${inside} of ${places} positions lie in their county.`,
  },
};

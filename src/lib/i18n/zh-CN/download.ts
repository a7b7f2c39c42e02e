/** What is taken away: the links on the pages, and the sheets of a workbook. */
export const label: string = '下载';

/** By the ending of the address. */
export const formats: Readonly<Record<'csv' | 'xlsx' | 'geojson' | 'shp.zip', string>> = {
  csv: 'CSV',
  xlsx: 'Excel',
  geojson: 'GeoJSON',
  'shp.zip': 'Shapefile',
};

export const registerSheet: string = '名录';
export const countySheet: string = '县（市、区）';
export const notesSheet: string = '说明';

/** Before the name of a class that is filtered by. */
export const legend: string = '图例';

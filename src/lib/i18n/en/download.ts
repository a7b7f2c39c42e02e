/** What is taken away: the links on the pages, and the sheets of a workbook. */
export const label: string = 'Download';

/** By the ending of the address. */
export const formats: Readonly<Record<'csv' | 'xlsx' | 'geojson' | 'shp.zip', string>> = {
  csv: 'CSV',
  xlsx: 'Excel',
  geojson: 'GeoJSON',
  'shp.zip': 'Shapefile',
};

export const registerSheet: string = 'Register';
export const countySheet: string = 'Counties';
export const notesSheet: string = 'About';

/** Before the name of a class that is filtered by. */
export const legend: string = 'Legend';

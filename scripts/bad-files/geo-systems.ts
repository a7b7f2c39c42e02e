/** Shapefiles in systems that cannot be converted, are not named, or are named wrongly. */
import type { BadGeoFile } from './geo-file.ts';
import { bytes, sound, zipped } from './geo-parts.ts';

const greenwich = 'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';

const geographic = {
  cgcs2000:
    'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
    `SPHEROID["CGCS2000",6378137.0,298.257222101]],${greenwich}]`,
  xian: `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],${greenwich}]`,
  beijing:
    'GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",' +
    `SPHEROID["Krasovsky_1940",6378245.0,298.3]],${greenwich}]`,
  nad27:
    'GEOGCS["GCS_North_American_1927",DATUM["D_North_American_1927",' +
    `SPHEROID["Clarke_1866",6378206.4,294.9786982]],${greenwich}]`,
  wgs84: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],${greenwich}]`,
} as const;

/** In a three-degree zone on the meridian of 117° E, as surveys of 廊坊 are. */
function projected(name: string, base: string, projection = 'Gauss_Kruger'): string {
  return (
    `PROJCS["${name}",${base},PROJECTION["${projection}"],PARAMETER["False_Easting",500000.0],` +
    'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],' +
    'PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
  );
}

/** 116.772° E, 39.285° N and two more to its east, in metres of that zone. */
function inMetres(): ReturnType<typeof sound> {
  const parts = sound();
  const shp = parts.shp.slice();
  const view = new DataView(shp.buffer);
  [480_335.6, 480_421.8, 480_508].forEach((x, index) => {
    view.setFloat64(112 + 28 * index, x, true);
    view.setFloat64(120 + 28 * index, 4_350_144.6, true);
  });
  return { ...parts, shp };
}

function withPrj(
  name: string,
  parts: () => ReturnType<typeof sound>,
  wkt: string,
  expect: BadGeoFile['expect'],
): BadGeoFile {
  return { name, make: () => zipped({ ...parts(), prj: bytes(wkt) }), expect };
}

const notConvertible = { refused: 'system-not-convertible' } as const;
const unknown = { refused: 'system-unknown' } as const;

export const badSystems: readonly BadGeoFile[] = [
  withPrj('prj-xian-1980.zip', sound, geographic.xian, notConvertible),
  withPrj(
    'prj-xian-1980-gauss-krueger.zip',
    inMetres,
    projected('Xian_1980_3_Degree_GK_CM_117E', geographic.xian),
    notConvertible,
  ),
  withPrj(
    'prj-beijing-1954-gauss-krueger.zip',
    inMetres,
    projected('Beijing_1954_3_Degree_GK_CM_117E', geographic.beijing),
    notConvertible,
  ),
  withPrj(
    'prj-renamed-beijing-1954.zip',
    inMetres,
    projected('My_Projection', geographic.beijing),
    notConvertible,
  ),
  withPrj('prj-north-america.zip', sound, geographic.nad27, unknown),
  withPrj('prj-cut-off.zip', sound, geographic.cgcs2000.slice(0, 90), unknown),
  withPrj('prj-of-brackets.zip', sound, 'WGS84['.repeat(30_000), unknown),
  withPrj(
    'prj-of-another-projection.zip',
    sound,
    projected('Europe', geographic.wgs84, 'Bonne'),
    unknown,
  ),
  withPrj('prj-degrees-but-metres.zip', inMetres, geographic.cgcs2000, { refused: 'not-degrees' }),
  {
    name: 'metres-without-prj.zip',
    make: () => zipped(inMetres()),
    expect: { refused: 'not-degrees' },
  },
  withPrj(
    'prj-cgcs2000-gauss-krueger.zip',
    inMetres,
    projected('CGCS2000_3_Degree_GK_CM_117E', geographic.cgcs2000),
    // A unit of 安次区: it comes out there, or not at all.
    { read: { rows: 3, placeFaults: [] } },
  ),
  withPrj(
    'prj-metres-but-degrees.zip',
    sound,
    projected('CGCS2000_3_Degree_GK_CM_117E', geographic.cgcs2000),
    {
      read: {
        rows: 3,
        placeFaults: [1, 2, 3].map((row) => [row, 'outside-prefecture'] as const),
      },
    },
  ),
];

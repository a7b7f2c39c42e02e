/** GeoJSON that is cut off, nested, too large, in odd encodings, or none at all. */
import iconv from 'iconv-lite';
import type { BadGeoFile } from './geo-file.ts';
import { at, feature, file, good, keys, many, point, reads, refuses } from './geo-json-parts.ts';

const unreadable: readonly BadGeoFile[] = [
  refuses('empty.geojson', 'empty', () => ''),
  refuses('truncated.geojson', 'json-truncated', () => good.slice(0, 100)),
  refuses('table.geojson', 'json-syntax', () => '名称,经度,纬度\r\n虚构村,116.7,39.2\r\n'),
  refuses('page.geojson', 'json-syntax', () => '<!DOCTYPE html><title>登录</title>'),
  refuses('trailing-comma.geojson', 'json-syntax', () => good.replace(']}', '],}')),
  refuses('two-documents.geojson', 'json-syntax', () => good + good),
  refuses('nan.geojson', 'json-not-a-number', () => at('[NaN,39.285]')),
  refuses('infinity.geojson', 'json-not-a-number', () => at('[-Infinity,39.285]')),
  refuses('deep-arrays.geojson', 'json-depth', () => at('['.repeat(50_000))),
  refuses('deep-objects.geojson', 'json-depth', () => '{"type":'.repeat(20_000)),
  refuses('duplicate-key.geojson', 'json-duplicate-key', () =>
    good.replace('"name"', '"code":"131003999001","name"'),
  ),
  refuses('proto.geojson', 'forbidden-key', () => good.replace('"name"', '"__proto__"')),
  refuses('constructor.geojson', 'forbidden-key', () => good.replace('"code"', '"constructor"')),
  refuses('not-any-encoding.geojson', 'unknown-encoding', () =>
    Buffer.concat([Buffer.from('{"type":"'), Uint8Array.of(0xff, 0xff, 0xff), Buffer.from('"}')]),
  ),
  refuses('nul-bytes.geojson', 'unknown-encoding', () => iconv.encode(good, 'utf-16le')),
  refuses('topology.json', 'topojson', () => '{"type":"Topology","objects":{},"arcs":[]}'),
  refuses('settings.json', 'not-geojson', () => '{"name":"langfang","version":1}'),
  refuses('list.json', 'not-geojson', () => '[[116.7,39.2],[116.8,39.3]]'),
  refuses(
    'features-no-list.geojson',
    'not-geojson',
    () => '{"type":"FeatureCollection","features":{"0":{}}}',
  ),
  refuses('no-features.geojson', 'no-features', () => file()),
  refuses('metres.geojson', 'not-degrees', () => at('[480312.5,4350123.7]')),
  refuses('crs-xian-1980.geojson', 'system-not-convertible', () =>
    withCrs('urn:ogc:def:crs:EPSG::2384'),
  ),
  refuses('crs-beijing-1954.geojson', 'system-not-convertible', () => withCrs('EPSG:4214')),
  refuses('crs-unknown.geojson', 'system-unknown', () => withCrs('urn:ogc:def:crs:EPSG::27700')),
  refuses('placemarks.kml', 'not-geodata', () => '<?xml version="1.0"?><kml><Document/></kml>'),
  refuses('picture.geojson', 'json-syntax', () => Buffer.from('iVBORw0KGgoBAQEB', 'base64')),
];

function withCrs(name: string): string {
  return good.replace('{', `{"crs":{"type":"name","properties":{"name":"${name}"}},`);
}

const encodings: readonly BadGeoFile[] = [
  reads('gbk.geojson', { rows: 1, encoding: 'gb18030', firstName: '虚构村' }, () =>
    iconv.encode(good, 'gbk'),
  ),
  reads('utf-16.geojson', { rows: 1, encoding: 'utf-16le', firstName: '虚构村' }, () =>
    iconv.encode(good, 'utf-16le', { addBOM: true }),
  ),
  reads('byte-order-mark.geojson', { rows: 1, encoding: 'utf-8', firstName: '虚构村' }, () =>
    iconv.encode(good, 'utf-8', { addBOM: true }),
  ),
];

const large: readonly BadGeoFile[] = [
  refuses('million-features.geojson', 'too-large', () =>
    many(JSON.stringify(feature(point)), 1_000_000),
  ),
  refuses('sixty-thousand-features.geojson', 'too-many-features', () =>
    many(JSON.stringify(feature(null, {})), 60_000),
  ),
  refuses('million-positions.geojson', 'too-many-positions', () =>
    at(`[[${'[116,39],'.repeat(1_000_000)}[116,39]]]`),
  ),
  refuses('million-objects.geojson', 'too-many-features', () => many('{}', 3_000_000)),
  refuses('million-numbers.geojson', 'too-many-features', () => many('0', 4_000_000)),
  refuses('million-texts.geojson', 'too-many-features', () => many('"虚构"', 1_000_000)),
  refuses('million-columns.geojson', 'too-many-features', () =>
    good.replace('"name"', `${keys(700_000)}"name"`),
  ),
  refuses('million-brackets.geojson', 'too-many-positions', () => '['.repeat(10_000_000)),
].map((bad) => ({ ...bad, isLarge: true }));

export const badGeojson: readonly BadGeoFile[] = [...unreadable, ...encodings, ...large];

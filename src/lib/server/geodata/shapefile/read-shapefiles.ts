/** Places from all the shapefiles among some files. */
import {
  geodataLimits,
  refused,
  type GeodataFile,
  type GeodataLayer,
  type GeodataRefused,
  type PlaceFeature,
  type ReadGeodata,
} from '../place-feature.ts';
import { readLayer, type LayerFiles } from './read-layer.ts';

type Part = 'shp' | 'dbf' | 'prj' | 'cpg';
type Parts = Map<Part, Uint8Array>;

const ending = /^(.*)\.(shp|dbf|prj|cpg)$/i;

/** The files by name without ending, as the parts of one shapefile are told. */
function byLayer(files: readonly GeodataFile[]): ReadonlyMap<string, Parts> {
  const layers = new Map<string, Parts>();
  for (const { name, bytes } of files) {
    const [, path, part] = ending.exec(name) ?? [];
    if (path === undefined || part === undefined) continue;
    const key = path.toLowerCase();
    const parts: Parts = layers.get(key) ?? new Map();
    // What `ending` matched is one of the four, in either case.
    layers.set(key, parts.set(part.toLowerCase() as Part, bytes));
  }
  return layers;
}

function layerFiles(path: string, parts: Parts): LayerFiles | GeodataRefused | null {
  const [shp, dbf] = [parts.get('shp'), parts.get('dbf')];
  const name = (path.split('/').at(-1) ?? path).slice(0, 80);
  // A table without shapes beside shapefiles is not ours to read; it is no mistake either.
  if (!shp) return null;
  if (!dbf) return refused('no-dbf', { layer: name });
  return { name, shp, dbf, prj: parts.get('prj') ?? null, cpg: parts.get('cpg') ?? null };
}

/** The places of every shapefile, in the order of their names; one that cannot be read refuses all. */
export async function readShapefiles(files: readonly GeodataFile[]): Promise<ReadGeodata> {
  const found = [...byLayer(files)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const features: PlaceFeature[] = [];
  const layers: GeodataLayer[] = [];
  for (const [path, parts] of found) {
    const layer = layerFiles(path, parts);
    if (layer === null) continue;
    if ('status' in layer) return layer;
    const read = await readLayer(layer);
    if (read.status === 'refused') return read;
    features.push(...read.features);
    layers.push(read.layer);
    if (features.length > geodataLimits.features)
      return refused('too-many-features', { most: String(geodataLimits.features) });
  }
  if (layers.length === 0) {
    const hasTable = found.some(([, parts]) => parts.has('dbf'));
    return refused(hasTable ? 'no-shp' : 'zip-no-shapefile');
  }
  const isDeclared = layers.every(({ datum }) => datum !== null);
  return { status: 'read', features, layers, crs: isDeclared ? 'declared' : 'unknown' };
}

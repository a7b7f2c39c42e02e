/**
 * What the pages weigh on the wire: the HTML as served with gzip and with brotli, and every script a
 * browser fetches before anybody touches the page, on devices where MapLibre must not come and on one
 * where it may. 1 kB is 1000 bytes.
 */
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Json, Measurement, SectionResult } from './measurement.ts';
import { measureScripts, type ScriptWeight } from './script-weight.ts';
import { request } from './site.ts';

interface PageWeight {
  readonly path: string;
  readonly identity: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Script inside the HTML: counted with the HTML's bytes; told apart for reading only. */
  readonly inlineScript: number;
}

const home = '/';
const pages = [home, '/county/131082', '/method', '/?lang=en', '/map.svg', '/api/v1/progress.json'];
/** As many counties as the map must have. */
const leastPaths = 10;

export async function measureWeights(origin: string): Promise<SectionResult> {
  const weights: PageWeight[] = [];
  const absent: Measurement[] = [];
  for (const path of pages) {
    const { status } = await request(origin + path, 'identity');
    if (status === 200) weights.push(await weigh(origin, path));
    else if (path === home) throw new Error(`The home page: status ${status}.`);
    else absent.push({ kind: 'beside', what: path, value: '–', detail: `status ${status}` });
  }
  const scripts = await measureScripts(`${origin}${home}`);
  const raw: Json = {
    pages: weights.map((weight) => ({ ...weight })),
    scripts: scripts.map(rawOf),
  };
  return { measurements: [...judgePages(weights), ...absent, ...judgeScripts(scripts)], raw };
}

/** Throws where a coding does not unpack to the same bytes: then it would be another page. */
async function weigh(origin: string, path: string): Promise<PageWeight> {
  const identity = await request(origin + path, 'identity');
  const gzip = await request(origin + path, 'gzip');
  const brotli = await request(origin + path, 'br');
  for (const { status } of [identity, gzip, brotli]) {
    if (status !== 200) throw new Error(`${path}: status ${status}.`);
  }
  const isSame =
    gunzipSync(gzip.body).equals(identity.body) &&
    brotliDecompressSync(brotli.body).equals(identity.body);
  if (!isSame) throw new Error(`${path}: the codings differ in content.`);
  const html = identity.body.toString();
  const paths = html.match(/<path/g)?.length ?? 0;
  if (path === home && paths < leastPaths) throw new Error(`The home page has ${paths} paths.`);
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g)]
    .map(([, text]) => text ?? '')
    .join('\n');
  return {
    path,
    identity: identity.body.length,
    gzip: gzip.body.length,
    brotli: brotli.body.length,
    inlineScript: inline === '' ? 0 : gzipSync(inline, { level: 9 }).length,
  };
}

function judgePages(weights: readonly PageWeight[]): Measurement[] {
  return weights.map((weight): Measurement => {
    const detail =
      `${kilobytes(weight.brotli)} brotli, ${kilobytes(weight.identity)} unpacked, ` +
      `${kilobytes(weight.inlineScript)} of it script`;
    return weight.path === home
      ? { kind: 'measured', figure: 'homeHtml', value: weight.gzip / 1000, detail }
      : { kind: 'beside', what: `${weight.path}, gzip`, value: kilobytes(weight.gzip), detail };
  });
}

function judgeScripts(scripts: readonly ScriptWeight[]): Measurement[] {
  const before = scripts.map(({ bytes }) => bytes / 1000);
  const uninvited = scripts.filter(({ mayLoadEngine, engineFiles }) => {
    return !mayLoadEngine && engineFiles > 0;
  });
  return [
    {
      kind: 'measured',
      figure: 'scriptBeforeTouch',
      value: Math.max(...before),
      detail: `the most of ${scripts.length} devices; wire bytes with headers`,
    },
    {
      kind: 'measured',
      figure: 'engineUninvited',
      value: uninvited.length,
      detail: uninvited.map(({ device }) => device).join(', ') || 'none of the devices below',
    },
    ...scripts.map((script): Measurement => ({
      kind: 'beside',
      what: `JavaScript, ${script.device}`,
      value: kilobytes(script.bytes),
      detail:
        `${script.files} files; ` +
        (script.filesWhenIdle === 0
          ? 'then nothing'
          : `once idle ${kilobytes(script.bytesWhenIdle)} in ${script.filesWhenIdle} files`) +
        (script.engineFiles === 0 ? '' : ', MapLibre among them'),
    })),
  ];
}

function rawOf(script: ScriptWeight): Json {
  return { ...script, transfers: script.transfers.map((transfer) => ({ ...transfer })) };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

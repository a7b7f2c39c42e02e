/** Builds the rivals' pages, minified and tree-shaken, and reads them into memory. */
import { readdirSync, readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { build } from 'vite';
import { choroplethOf } from './choropleth.ts';
import type { StaticFile } from './static-server.ts';

export const rivals = ['maplibre', 'echarts', 'echarts-whole'] as const;
export type Rival = (typeof rivals)[number];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Everything the rivals' server answers, by path: `/maplibre.html` and so on are the pages. */
export async function buildRivals(dataDirectory: string): Promise<ReadonlyMap<string, StaticFile>> {
  const { geojson } = choroplethOf(dataDirectory);
  const files = new Map<string, StaticFile>([
    ['/counties.geojson', { type: 'application/geo+json', body: Buffer.from(geojson) }],
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  try {
    for (const rival of rivals) await buildPage(rival, join(folder, rival), files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return files;
}

/** One build a page, so that no chunk is shared between them. */
async function buildPage(rival: Rival, out: string, files: Map<string, StaticFile>): Promise<void> {
  const root = join(import.meta.dirname, 'pages');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      outDir: out,
      emptyOutDir: true,
      assetsDir: rival,
      assetsInlineLimit: 0,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, `${rival}.html`) },
    },
  });
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const type = types[extname(path)];
    if (!type) continue;
    const body = readFileSync(join(out, path));
    files.set(`/${relative(out, join(out, path)).split(sep).join('/')}`, { type, body });
  }
  preloadWorker(rival, files);
}

/** MapLibre's worker begins to load with the page, not after the engine has started. */
function preloadWorker(rival: Rival, files: Map<string, StaticFile>): void {
  const worker = [...files.keys()].find(
    (path) => path.startsWith(`/${rival}/`) && /worker/.test(path),
  );
  const page = files.get(`/${rival}.html`);
  if (!worker || !page) return;
  const link = `<link rel="preload" href="${worker}" as="fetch" crossorigin />`;
  const body = page.body.toString().replace('</head>', `${link}</head>`);
  files.set(`/${rival}.html`, { type: page.type, body: Buffer.from(body) });
}

/**
 * MapLibre, fetched when it is wanted and never before: the code as a chunk of its own, the worker
 * and the style sheet as files of this origin, so that a strict CSP (`worker-src 'self'`,
 * `style-src 'self'`) holds: no file may become a `data:` address, however small.
 */
import type * as maplibre from 'maplibre-gl';
import engineStyleUrl from 'maplibre-gl/dist/maplibre-gl.css?url';
import controlsUrl from './controls.css?url&no-inline';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

export type Engine = typeof maplibre;

/** The engine, ready to make maps. Rejects where a file cannot be had. */
export async function loadEngine(): Promise<Engine> {
  const [engine] = await Promise.all([
    import('maplibre-gl'),
    ...[engineStyleUrl, controlsUrl].map(loadStyleSheet),
  ]);
  // Without it, version 6 looks for the worker beside its own source and draws nothing.
  engine.setWorkerUrl(workerUrl);
  return engine;
}

/**
 * As a link of our own: an imported style sheet would be counted by SvelteKit among those of the
 * page and travel with every first load.
 */
function loadStyleSheet(url: string): Promise<void> {
  const isPresent = [...document.styleSheets].some(({ href }) => href?.endsWith(url));
  if (isPresent) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = url;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`no style sheet at ${url}`)));
    document.head.append(link);
  });
}
